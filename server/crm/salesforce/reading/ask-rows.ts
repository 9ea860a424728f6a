import type { SalesforceClient } from '../client.ts';
import { isRefusedFor } from '../errors.ts';
import type { ObjectType } from '../objects.ts';
import type { FieldBook } from './readable-fields.ts';
import { readRows, type RowPage } from './rows.ts';

export interface Asking {
  readonly client: SalesforceClient;
  readonly fields: FieldBook;
}

/**
 * The first rows that a query finds, of the recycle bin, too. An org that refuses a field is asked once which it has; one
 * that still refuses hides what a reference leads to, which is then left out.
 */
export async function askRows(
  { client, fields }: Asking,
  type: ObjectType,
  queryOf: (fields: readonly string[]) => string,
): Promise<RowPage> {
  for (;;) {
    try {
      return await queryRows(client, queryOf(fields.fieldsOf(type)));
    } catch (error) {
      if (!isRefusedFor(error, 'INVALID_FIELD') || !(await fields.askForLess(client, type)))
        throw error;
    }
  }
}

export async function queryRows(client: SalesforceClient, soql: string): Promise<RowPage> {
  const answer = await client.call({ method: 'GET', path: '/queryAll', query: { q: soql } });
  return readRows(answer, 'GET /queryAll');
}

export async function moreRows(client: SalesforceClient, locator: string): Promise<RowPage> {
  const answer = await client.call({ method: 'GET', path: `/query/${locator}` });
  return readRows(answer, 'GET /query/…');
}

/** Salesforce keeps a result for two days, and forgets it sooner where it must. */
export function isLocatorGone(error: unknown): boolean {
  return isRefusedFor(error, 'INVALID_QUERY_LOCATOR');
}
