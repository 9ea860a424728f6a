import { z } from 'zod';
import type { CrmAccountDetails, CrmDirectory, CrmUser } from '../port.ts';
import type { SalesforceClient } from './client.ts';
import { unexpectedAnswer } from './errors.ts';
import { query } from './reading/query.ts';
import { quote, toSoql } from './reading/soql.ts';
import { isSalesforceId } from './values.ts';

/** What Salesforce says of an org and its users, two small queries. `apiOrigin`: the connection's own. */
export function createDirectory(client: SalesforceClient, apiOrigin: string): CrmDirectory {
  return {
    async readAccount() {
      const { rows } = await query(
        client,
        'SELECT Id, Name, TimeZoneSidKey FROM Organization LIMIT 1',
      );
      return toDetails(rows[0], apiOrigin);
    },
    async readUser(userId) {
      if (!isSalesforceId(userId)) return null;
      const fields = ['Id', 'UserRoleId', 'Profile.PermissionsModifyAllData'];
      const conditions = [`Id = ${quote(userId)}`, 'IsActive = true'];
      const { rows } = await query(client, toSoql({ object: 'User', fields, conditions }));
      return rows[0] === undefined ? null : toUser(rows[0]);
    },
  };
}

const Organization = z.object({
  Id: z.string(),
  Name: z.string().nullish(),
  TimeZoneSidKey: z.string().nullish(),
});

function toDetails(row: unknown, apiOrigin: string): CrmAccountDetails {
  const org = Organization.safeParse(row).data;
  if (org === undefined) throw unexpectedAnswer('a query of Organization', 'names no org');
  const timeZone = org.TimeZoneSidKey ?? 'UTC';
  return {
    accountId: org.Id,
    name: org.Name ?? null,
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    // The one currency of an org stands in no field of it.
    currency: null,
    webOrigin: toWebOrigin(apiOrigin),
  };
}

/** My Domain's two faces: calls go to my.salesforce.com, people to lightning.force.com. */
function toWebOrigin(apiOrigin: string): string {
  return apiOrigin.replace(/\.my\.salesforce\.com$/, '.lightning.force.com');
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
  Id: z.string(),
  UserRoleId: z.string().nullish(),
  Profile: z.object({ PermissionsModifyAllData: z.boolean() }).nullish(),
});

function toUser(row: unknown): CrmUser {
  const user = User.safeParse(row).data;
  if (user === undefined) throw unexpectedAnswer('a query of User', 'names no user');
  return {
    id: user.Id,
    superAdmin: user.Profile?.PermissionsModifyAllData ?? false,
    teamIds: user.UserRoleId ? [user.UserRoleId] : [],
  };
}
