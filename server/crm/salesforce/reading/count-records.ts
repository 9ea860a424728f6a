import { AppError } from '../../../../shared/errors.ts';
import type { RecordKind } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { isObjectKind, livingRows, OBJECT_TYPES } from '../objects.ts';
import { query } from './query.ts';
import { toSoql } from './soql.ts';

/** Null for what Salesforce does not show us. */
export async function countRecords(
  client: SalesforceClient,
  kind: RecordKind,
): Promise<number | null> {
  if (!isObjectKind(kind)) return null;
  const { object, where } = OBJECT_TYPES[kind];
  const conditions = [livingRows(object), where];
  try {
    return (await query(client, toSoql({ object, fields: ['COUNT()'], conditions }))).total;
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_forbidden') return null;
    throw error;
  }
}
