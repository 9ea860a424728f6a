import type { InsightWrite, WriteResult } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { writeCollection } from './collections.ts';

/** The package's objects and the column that leads to their record (salesforce-app). */
const OBJECTS: Readonly<
  Record<InsightWrite['object'], { readonly name: string; readonly parent: string }>
> = {
  deal: { name: 'Opportunity_Insight__c', parent: 'Opportunity__c' },
  contact: { name: 'Contact_Insight__c', parent: 'Contact__c' },
  lead: { name: 'Lead_Insight__c', parent: 'Lead__c' },
  company: { name: 'Account_Insight__c', parent: 'Account__c' },
};

const KEY = 'External_Key__c';
const PAYLOAD = 'Payload__c';
/** A long text area's end. */
const PAYLOAD_LIMIT = 32_000;
const TOO_LONG: WriteResult = {
  outcome: 'refused',
  reason: `The card has more than ${PAYLOAD_LIMIT.toLocaleString('en')} characters, so it was not saved.`,
};

/** Object by object, and sorted by their records: neighbours share a parent's lock instead of fighting for it. */
export async function writeInsights(
  client: SalesforceClient,
  writes: readonly InsightWrite[],
): Promise<readonly WriteResult[]> {
  const results = new Map<InsightWrite, WriteResult>();
  for (const write of writes)
    if (write.payload.length > PAYLOAD_LIMIT) results.set(write, TOO_LONG);
  for (const object of ['company', 'deal', 'contact', 'lead'] as const) {
    const mine = writes
      .filter((write) => write.object === object && !results.has(write))
      .toSorted((a, b) => (a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : 0));
    const path = `/composite/sobjects/${OBJECTS[object].name}/${KEY}`;
    const told = await writeCollection(client, path, mine.map(toRow));
    mine.forEach((write, index) => results.set(write, told[index] ?? NOT_TOLD));
  }
  return writes.map((write) => results.get(write) ?? NOT_TOLD);
}

const NOT_TOLD: WriteResult = { outcome: 'refused', reason: 'Salesforce did not tell of it.' };

function toRow({ object, recordId, key, values, payload }: InsightWrite) {
  const { name, parent } = OBJECTS[object];
  return {
    attributes: { type: name },
    ...values,
    [parent]: recordId,
    [KEY]: key,
    [PAYLOAD]: payload,
  };
}
