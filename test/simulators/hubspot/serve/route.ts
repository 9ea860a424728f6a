import { ok, refuse } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Account } from '../hubspot-account.ts';
import { TYPE_IDS } from '../hubspot-record.ts';
import type { ObjectName } from '../hubspot-record.ts';
import type { LedgerPolicy } from '../ledger.ts';
import { readAssociations } from './serve-associations.ts';
import { batchReadObjects, listObjects } from './serve-objects.ts';
import { searchObjects } from './serve-search.ts';

/** The dated paths that the stand-in knows, as one table (research/hubspot.md §4.1). */

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Scene {
  readonly account: Account;
  readonly nowMs: number;
  readonly idOrder: 'numeric' | 'text';
}

type Serve = (scene: Scene, call: Call, parts: readonly string[]) => Answer;

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly serve: Serve;
}

const OBJECTS = '/crm/objects/2026-09/([a-z_]+)';

const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: new RegExp(`^${OBJECTS}$`),
    serve: ({ account }, { query }, [type]) => listObjects(account.store, named(type), query),
  },
  {
    method: 'POST',
    path: new RegExp(`^${OBJECTS}/batch/read$`),
    serve: ({ account }, { body }, [type]) => batchReadObjects(account.store, named(type), body),
  },
  {
    method: 'POST',
    path: new RegExp(`^${OBJECTS}/search$`),
    serve: ({ account, ...settings }, { body }, [type]) =>
      searchObjects({ store: account.store, type: named(type) }, body, settings),
  },
  {
    method: 'POST',
    path: /^\/crm\/associations\/2026-09\/([a-z_]+)\/([a-z_]+)\/batch\/read$/,
    serve: ({ account }, { body }, [from, to]) =>
      readAssociations(account.store, { from: named(from), to: named(to) }, body),
  },
  {
    method: 'GET',
    path: /^\/crm\/owners\/2026-09$/,
    serve: ({ account }, { query }) => page(account.owners, query),
  },
  {
    method: 'GET',
    path: /^\/crm\/pipelines\/2026-09\/deals$/,
    serve: ({ account }) => ok({ results: account.pipelines }),
  },
  {
    method: 'GET',
    path: /^\/crm\/properties\/2026-09\/([a-z_]+)$/,
    serve: ({ account }, _call, [type]) => ok({ results: propertiesOf(account, named(type)) }),
  },
  {
    method: 'GET',
    path: /^\/crm\/extensions\/calling\/2026-09\/transcripts\/([^/]+)$/,
    serve: ({ account }, _call, [id]) => transcript(account, decodeURIComponent(id ?? '')),
  },
];

/** Which budget a call draws on; search has its own and sends no rate headers. */
export function policyOf(path: string): LedgerPolicy {
  if (path.startsWith('/oauth/')) return 'oauth';
  return path.endsWith('/search') ? 'search_secondly' : 'ten_secondly';
}

export function serve(scene: Scene, call: Call): Answer {
  for (const route of ROUTES) {
    const match = route.path.exec(call.path);
    if (match === null || route.method !== call.method) continue;
    const parts = match.slice(1);
    return parts.every(isKnownPart) ? route.serve(scene, call, parts) : unknownPath();
  }
  return unknownPath();
}

/** A part is an object type, or an id of a transcript. */
function isKnownPart(part: string): boolean {
  return part in TYPE_IDS || part.startsWith('t');
}

/** `isKnownPart` has looked already. */
function named(part: string | undefined): ObjectName {
  return part as ObjectName;
}

function unknownPath(): Answer {
  return refuse(404, 'OBJECT_NOT_FOUND', 'Unable to infer object type from the path.');
}

function page(items: readonly { readonly id: string }[], query: URLSearchParams): Answer {
  const limit = Math.min(Number(query.get('limit') ?? '100'), 500);
  const start = Number(query.get('after') ?? '0');
  const end = start + limit;
  const paging = end < items.length ? { paging: { next: { after: String(end) } } } : {};
  return ok({ results: items.slice(start, end), ...paging });
}

function propertiesOf(account: Account, type: ObjectName): readonly object[] {
  const names = new Set<string>();
  for (const record of account.store.listAfter(type, null, false)) {
    for (const name of Object.keys(record.properties)) names.add(name);
  }
  return [...names].map((name) => ({ name, label: name, type: 'string', fieldType: 'text' }));
}

function transcript(account: Account, id: string): Answer {
  const utterances = account.transcripts.get(id);
  if (utterances === undefined) return refuse(404, 'OBJECT_NOT_FOUND', 'No such transcript.');
  return ok({ id, transcriptSource: 'THIRD_PARTY', transcriptUtterances: utterances });
}
