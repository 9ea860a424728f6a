import type { SalesforceClient } from '../client.ts';
import type { ObjectType } from '../objects/object-type.ts';
import { queryWhole } from './query.ts';
import { isIn, toSoql } from './soql.ts';

/** Up to LIMITS.byId rows by a column's values, deleted ones too. */
export async function readRows(
  client: SalesforceClient,
  type: ObjectType,
  values: { readonly field: string; readonly ids: readonly string[] },
): Promise<readonly unknown[]> {
  if (values.ids.length === 0) return [];
  const conditions = [isIn(values.field, values.ids), type.where];
  return queryWhole(client, toSoql({ ...type, conditions }));
}
