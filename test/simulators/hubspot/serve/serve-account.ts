import { toRead } from '../http/scopes.ts';
import type { HubSpotOwner, HubSpotUser } from '../hubspot-record.ts';
import { invalid, nothing, notFound, ok } from './answer.ts';
import type { Answer } from './answer.ts';
import { ID } from './call.ts';
import type { Route, Scene } from './call.ts';

/** Everything about an account that is not a record: owners, pipelines, users, transcripts, the installation itself. */

const OWNERS = '/crm/owners/2026-09';
/** Users exist as 2026-03 only (research/hubspot.md §4.1). */
const USERS = '/settings/users/2026-03';
const OWNERS_CAP = 500;
const USERS_CAP = 100;

const ownerScopes = () => [['crm.objects.owners.read']];
const userScopes = () => [['settings.users.read']];

export const ACCOUNT_ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: new RegExp(`^${OWNERS}$`), scopes: ownerScopes },
    serve: ({ portal }, { query }) => listOwners(portal.account.owners, query),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${OWNERS}/${ID}$`), scopes: ownerScopes },
    serve: ({ portal }, { query }, [id = '']) => readOwner(portal.account.owners, id, query),
  },
  {
    method: 'GET',
    path: /^\/crm\/pipelines\/2026-09\/deals$/,
    scopes: () => toRead('deals'),
    serve: ({ portal }) => ok({ results: portal.account.pipelines }),
  },
  {
    method: 'GET',
    path: /^\/crm\/extensions\/calling\/2026-09\/transcripts\/([^/]+)$/,
    scopes: () => [['crm.extensions_calling_transcripts.read']],
    serve: ({ portal }, _call, [id = '']) => readTranscript(portal, decodeURIComponent(id)),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${USERS}$`), scopes: userScopes },
    serve: ({ portal }, { query }) => listUsers([...portal.users.values()], query),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${USERS}/${ID}$`), scopes: userScopes },
    serve: ({ portal }, { query }, [id = '']) => readUser([...portal.users.values()], id, query),
  },
  {
    ...{ method: 'GET', path: /^\/account-info\/2026-09\/details$/, scopes: () => [['oauth']] },
    serve: tellAccount,
  },
  {
    // research/hubspot.md §4.1; 204 and the end of every token: changelog of May 2026 via [C].
    ...{ method: 'DELETE', path: /^\/appinstalls\/2026-09\/external-install$/ },
    scopes: () => [['oauth']],
    serve: ({ uninstall }) => {
      uninstall();
      return nothing();
    },
  },
];

function listOwners(owners: readonly HubSpotOwner[], query: URLSearchParams): Answer {
  const archived = query.get('archived') === 'true';
  const email = query.get('email');
  const asked = owners.filter(
    (owner) => owner.archived === archived && (email === null || owner.email === email),
  );
  return page(asked, query, OWNERS_CAP);
}

function readOwner(owners: readonly HubSpotOwner[], id: string, query: URLSearchParams): Answer {
  const archived = query.get('archived') === 'true';
  const byUser = query.get('idProperty') === 'userId';
  const owner = owners.find(
    (each) => each.archived === archived && id === (byUser ? String(each.userId) : each.id),
  );
  return owner === undefined ? notFound() : ok(owner);
}

function listUsers(users: readonly HubSpotUser[], query: URLSearchParams): Answer {
  return page(users, query, USERS_CAP);
}

function readUser(users: readonly HubSpotUser[], id: string, query: URLSearchParams): Answer {
  const byMail = query.get('idProperty') === 'EMAIL';
  const user = users.find((each) => id === (byMail ? each.email : each.id));
  return user === undefined ? notFound() : ok(user);
}

function page(items: readonly object[], query: URLSearchParams, cap: number): Answer {
  const limit = Number(query.get('limit') ?? String(cap));
  if (!(limit >= 1 && limit <= cap)) return invalid(`limit must be between 1 and ${cap}`);
  const start = Number(query.get('after') ?? '0');
  const end = start + limit;
  const paging = end < items.length ? { paging: { next: { after: String(end) } } } : {};
  return ok({ results: items.slice(start, end), ...paging });
}

function readTranscript(portal: Scene['portal'], id: string): Answer {
  const utterances = portal.account.transcript(id);
  if (utterances === null) return notFound('No such transcript.');
  return ok({ id, transcriptSource: 'THIRD_PARTY', transcriptUtterances: utterances });
}

/** developers.hubspot.com, "account information"; currency and hosting are made up. */
function tellAccount({ portal, now }: Scene): Answer {
  const offsetMs = offsetOf(portal.timeZone, now);
  const sign = offsetMs < 0 ? '-' : '+';
  const time = new Date(Math.abs(offsetMs)).toISOString().slice(11, 16);
  return ok({
    portalId: Number(portal.accountId),
    accountType: 'STANDARD',
    timeZone: portal.timeZone,
    companyCurrency: 'EUR',
    additionalCurrencies: [],
    utcOffset: sign + time,
    utcOffsetMilliseconds: offsetMs,
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
  });
}

function offsetOf(timeZone: string, now: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
