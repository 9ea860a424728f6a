import type { FieldWrite, OwnField, WriteResult } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { isRefusedFor } from '../errors.ts';
import { LEAD_PREFIX } from '../values.ts';
import { writeCollection } from './collections.ts';

/** Fields that an admin made on the customer's own objects, by these names; only the last one comes with the package. */
const FIELDS: Readonly<Record<OwnField, string>> = {
  stage: 'Attune_Stage__c',
  top_driver: 'Attune_Top_Driver__c',
  headline: 'Attune_Headline__c',
  open_concerns: 'Attune_Open_Concerns__c',
  next_step: 'Attune_Next_Step__c',
  updated_at: 'Attune_Updated_At__c',
  do_not_analyse: 'Do_Not_Analyse__c',
};

const MISSING: WriteResult = {
  outcome: 'refused',
  reason: 'Salesforce has no such field on this object, or our user may not write it.',
};

/** One update each call for both objects together, in the order given: collections keep it. */
export async function writeFields(
  client: SalesforceClient,
  writes: readonly FieldWrite[],
): Promise<readonly WriteResult[]> {
  try {
    return await writeCollection(client, '/composite/sobjects', writes.map(toRow));
  } catch (error) {
    if (!isRefusedFor(error, 'INVALID_FIELD')) throw error;
    return writes.map(() => MISSING);
  }
}

function toRow({ ref, values }: FieldWrite) {
  // Object.entries widens the keys; OwnValues has no others.
  const entries = Object.entries(values) as [OwnField, string | null][];
  return {
    attributes: { type: objectOf(ref) },
    Id: ref.id,
    ...Object.fromEntries(entries.map(([field, value]) => [FIELDS[field], toValue(field, value)])),
  };
}

function objectOf({ kind, id }: FieldWrite['ref']): string {
  if (kind === 'deal') return 'Opportunity';
  return id.startsWith(LEAD_PREFIX) ? 'Lead' : 'Contact';
}

function toValue(field: OwnField, value: string | null): string | number | boolean | null {
  if (field === 'do_not_analyse') return value === 'true';
  return field === 'open_concerns' && value !== null ? Number(value) : value;
}
