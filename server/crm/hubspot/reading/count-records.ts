import { AppError } from '../../../../shared/errors.ts';
import type { RecordKind } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { isObjectKind, OBJECT_TYPES } from '../objects.ts';
import { searchObjects } from './read-objects.ts';

/** A search says how many fit it, however small its page is. Every record has an id above 0. */
const EVERYTHING = {
  filters: [{ propertyName: 'hs_object_id', operator: 'GT', value: '0' }],
  sort: 'hs_object_id',
  limit: 1,
} as const;

/** Null for what HubSpot does not search, or does not let us see. */
export async function countRecords(
  client: HubSpotClient,
  kind: RecordKind,
): Promise<number | null> {
  if (!isObjectKind(kind)) return null;
  try {
    return (await searchObjects(client, OBJECT_TYPES[kind], EVERYTHING)).total;
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_forbidden') return null;
    throw error;
  }
}
