import type { CrmPort } from '../port.ts';
import { createClient } from './client.ts';
import type { SalesforceOptions } from './client.ts';
import { LIMITS, OBJECT_KINDS } from './objects.ts';
import { readChanges, readRecords } from './read.ts';
import { countRecords } from './reading/count-records.ts';
import { readGone, readIds } from './reading/list-ids.ts';
import { createOrg } from './reading/org.ts';
import { readPressingDeals } from './reading/pressing-deals.ts';
import { createNote, createTask } from './writing/create-task.ts';
import { writeConnection } from './writing/write-connection.ts';
import { writeFields } from './writing/write-fields.ts';
import { writeInsights } from './writing/write-insights.ts';

export interface SalesforceReading extends SalesforceOptions {
  readonly clock: () => Date;
}

/** All of the port but what Salesforce has no need of: its fields come with the package. */
export type SalesforcePort = Omit<Required<CrmPort>, 'readAround' | 'setUpFields'>;

/** Salesforce behind the CRM door. Retries nothing; what it keeps is the org's shape only, for its own life. */
export function createSalesforce(options: SalesforceReading): SalesforcePort {
  const client = createClient(options);
  const { clock } = options;
  const reading = { client, clock, org: createOrg(client, clock) };
  return {
    vendor: 'salesforce',
    can: {
      webhooks: false,
      propertyHistory: true,
      kinds: [...OBJECT_KINDS, 'pipeline'],
      batchSize: LIMITS.byId,
      listed: OBJECT_KINDS,
    },
    readChanges: (kind, window, cursor) => readChanges(reading, { kind, window, cursor }),
    readRecords: (kind, ids) => readRecords(reading, kind, ids),
    readGone: (kind, cursor) => readGone(reading, kind, cursor),
    readIds: (kind, cursor) => readIds(client, kind, cursor),
    countRecords: (kind) => countRecords(client, kind),
    readPressingDeals: (question) => readPressingDeals(client, question),
    reserve: (calls, work) => client.reserve(calls, work),
    writeFields: (writes) => writeFields(client, writes),
    createTask: (task) => createTask(client, task),
    createNote: (note) => createNote(client, note),
    writeInsights: (writes) => writeInsights(client, writes),
    writeConnection: (news) => writeConnection(client, news),
  };
}
