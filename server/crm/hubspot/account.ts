import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { CrmAccountDetails, CrmDirectory, CrmUser } from '../port.ts';
import type { HubSpotClient } from './client.ts';
import { unexpectedAnswer } from './errors.ts';
import { API_VERSIONS } from './objects.ts';

const DETAILS = `/account-info/${API_VERSIONS.accountInfo}/details`;
/** Users exist under an older date than the rest (research/hubspot.md §4.1). */
const USERS = `/settings/users/${API_VERSIONS.users}`;

/** What HubSpot says of an account and its users, two small calls. */
export function createDirectory(client: Pick<HubSpotClient, 'call'>): CrmDirectory {
  return {
    async readAccount() {
      const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path: DETAILS });
      return toDetails(answer);
    },
    async readUser(userId) {
      const path = `${USERS}/${encodeURIComponent(userId)}`;
      try {
        return toUser(await client.call({ policy: 'ten_secondly', method: 'GET', path }));
      } catch (error) {
        if (error instanceof AppError && error.code === 'crm_not_found') return null;
        throw error;
      }
    },
  };
}

const id = z.union([z.string(), z.number()]).transform(String);
const Details = z.object({
  portalId: id,
  timeZone: z.string(),
  companyCurrency: z.string().nullish(),
  uiDomain: z.string().nullish(),
});

function toDetails(answer: unknown): CrmAccountDetails {
  const details = Details.safeParse(answer).data;
  if (details === undefined) throw unexpectedAnswer(`GET ${DETAILS}`, 'names no account');
  const { portalId, timeZone, companyCurrency, uiDomain } = details;
  return {
    accountId: portalId,
    name: null,
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    currency: companyCurrency ?? null,
    webOrigin: uiDomain ? `https://${uiDomain}` : null,
  };
}

/** A zone that this machine does not know would stop every night of the account. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const User = z.object({
  id,
  superAdmin: z.boolean().nullish(),
  primaryTeamId: id.nullish(),
  secondaryTeamIds: z.array(id).nullish(),
});

function toUser(answer: unknown): CrmUser {
  const user = User.safeParse(answer).data;
  if (user === undefined) throw unexpectedAnswer(`GET ${USERS}`, 'names no user');
  const { primaryTeamId, secondaryTeamIds } = user;
  return {
    id: user.id,
    superAdmin: user.superAdmin ?? false,
    teamIds: [...(primaryTeamId ? [primaryTeamId] : []), ...(secondaryTeamIds ?? [])],
  };
}
