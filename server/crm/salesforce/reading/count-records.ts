import { AppError } from '../../../../shared/errors.ts';
import type { RecordKind } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { isObjectKind, OBJECT_TYPES } from '../objects.ts';
import type { ObjectType } from '../objects/object-type.ts';
import { query } from './query.ts';
import { toSoql } from './soql.ts';

/** Of all objects of a kind together. Null for what Salesforce does not show us. */
export async function countRecords(
  client: SalesforceClient,
  kind: RecordKind,
): Promise<number | null> {
  if (!isObjectKind(kind)) return null;
  const counts: number[] = [];
  for (const type of OBJECT_TYPES[kind]) counts.push(...(await countRows(client, type)));
  return counts.length === 0 ? null : counts.reduce((sum, each) => sum + each, 0);
}

/** One number, or none. */
async function countRows(client: SalesforceClient, type: ObjectType): Promise<readonly number[]> {
  const { object, where, living } = type;
  const question = toSoql({ object, fields: ['COUNT()'], conditions: [...living, where] });
  try {
    return [(await query(client, question)).total];
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_forbidden') return [];
    throw error;
  }
}
