import type { CrmPort } from '../port.ts';
import { createClient } from './client.ts';
import type { SalesforceClient, SalesforceOptions } from './client.ts';
import { LIMITS, OBJECT_KINDS } from './objects.ts';
import { readChanges } from './read.ts';
import { readRecords } from './reading/by-id.ts';
import { countRecords } from './reading/count-records.ts';
import { readGone, readIds } from './reading/list-ids.ts';
import { createOrg } from './reading/org.ts';
import type { OrgMemory } from './reading/org-memory.ts';
import { readPressingDeals } from './reading/pressing-deals.ts';
import { readVerdicts } from './reading/read-verdicts.ts';
import { createNote, createTask } from './writing/create-task.ts';
import { openInsightJob, readInsightJob } from './writing/insight-job.ts';
import { writeConnection } from './writing/write-connection.ts';
import { writeFields } from './writing/write-fields.ts';
import { writeInsights } from './writing/write-insights.ts';

export interface SalesforceReading extends SalesforceOptions {
  readonly clock: () => Date;
  /** Shared with other ports of the same org; absent: this port's own. */
  readonly memory?: OrgMemory;
}

/** All of the port but what Salesforce has no need of: its fields come with the package. */
export type SalesforcePort = Omit<Required<CrmPort>, 'readAround' | 'setUpFields'>;

export function createSalesforce(options: SalesforceReading): SalesforcePort {
  return openPort({ ...options, client: createClient(options) });
}

export interface OpenPortOptions extends Pick<SalesforceReading, 'clock' | 'memory'> {
  readonly client: SalesforceClient;
}

/** Salesforce behind the CRM door. Retries nothing; what it keeps is the org's shape and news only. */
export function openPort({ client, clock, memory }: OpenPortOptions): SalesforcePort {
  const reading = { client, clock, org: createOrg(client, clock, memory) };
  return {
    vendor: 'salesforce',
    can: {
      webhooks: false,
      propertyHistory: true,
      kinds: [...OBJECT_KINDS, 'pipeline'],
      batchSize: LIMITS.byId,
      listed: OBJECT_KINDS,
      goneIsLog: true,
    },
    readChanges: (kind, window, cursor) => readChanges(reading, { kind, window, cursor }),
    readRecords: (kind, ids) => readRecords(reading, kind, ids),
    readGone: (kind, cursor) => readGone(reading.org, kind, cursor),
    readIds: (kind, cursor) => readIds(client, kind, cursor),
    countRecords: (kind) => countRecords(client, kind),
    readPressingDeals: (question) => readPressingDeals(client, question),
    reserve: (calls, work) => client.reserve(calls, work),
    writeFields: (writes) => writeFields(client, writes),
    createTask: (task) => createTask(client, task),
    createNote: (note) => createNote(client, note),
    writeInsights: (writes) => writeInsights(client, writes),
    openInsightJob: () => openInsightJob(client),
    readInsightJob: ({ jobId, begunAt }) =>
      readInsightJob(client, { jobId, ageMs: clock().getTime() - Date.parse(begunAt) }),
    writeConnection: (news) => writeConnection(client, news),
    readCallShare: () => reading.org.callShare(),
    readVerdicts: (since) => readVerdicts(reading, since),
  };
}
