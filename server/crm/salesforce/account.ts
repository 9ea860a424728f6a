import { z } from 'zod';
import type { CrmAccountDetails, CrmDirectory, CrmUser } from '../port.ts';
import type { SalesforceClient } from './client.ts';
import { unexpectedAnswer } from './errors.ts';
import { queryRows } from './reading/ask-rows.ts';
import { quoted } from './reading/soql.ts';
import { optionalText } from './values.ts';

const ORG = 'SELECT Id, Name, TimeZoneSidKey FROM Organization';

/** What Salesforce says of an org and its users, one small query each. */
export function createDirectory(client: SalesforceClient): CrmDirectory {
  return {
    async readAccount() {
      const [row] = (await queryRows(client, ORG)).rows;
      return toDetails(row);
    },
    async readUser(userId) {
      const soql = `SELECT Id, UserRoleId, Profile.PermissionsModifyAllData FROM User WHERE Id = ${quoted(userId)}`;
      const [row] = (await queryRows(client, soql)).rows;
      return row === undefined ? null : toUser(row);
    },
  };
}

const Organization = z.object({ Id: z.string(), Name: optionalText, TimeZoneSidKey: z.string() });

function toDetails(row: unknown): CrmAccountDetails {
  const org = Organization.safeParse(row).data;
  if (org === undefined) throw unexpectedAnswer('GET /queryAll', 'names no organisation');
  const timeZone = isTimeZone(org.TimeZoneSidKey) ? org.TimeZoneSidKey : 'UTC';
  return { accountId: org.Id, name: org.Name, timeZone, currency: null, webOrigin: null };
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
  UserRoleId: optionalText,
  Profile: z.object({ PermissionsModifyAllData: z.boolean() }).nullish(),
});

/** Who may change everything is an admin here, whatever their profile is called. */
function toUser(row: unknown): CrmUser {
  const user = User.safeParse(row).data;
  if (user === undefined) throw unexpectedAnswer('GET /queryAll', 'names no user');
  const { Id: id, UserRoleId, Profile } = user;
  const teamIds = UserRoleId === null ? [] : [UserRoleId];
  return { id, superAdmin: Profile?.PermissionsModifyAllData ?? false, teamIds };
}
