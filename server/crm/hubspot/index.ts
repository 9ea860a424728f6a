import type { CrmPort } from '../port.ts';
import { RECORD_KINDS } from '../records.ts';
import { createClient } from './client.ts';
import type { HubSpotOptions } from './client.ts';
import { countRecords } from './reading/count-records.ts';
import { createTask } from './writing/create-task.ts';
import { mayRead } from './may-read.ts';
import { LIMITS, OBJECT_KINDS } from './objects.ts';
import { readChanges, readRecords } from './read.ts';
import type { Reading } from './read.ts';
import { callsOfBatch, callsOfPage } from './reading/calls-of-page.ts';
import { readPlace } from './reading/cursor.ts';
import { readGone, readIds } from './reading/list-ids.ts';
import { CALLS_AROUND, readAround, readPressingDeals } from './reading/pressing-deals.ts';
import { setUpProperties } from './writing/set-up-properties.ts';
import { writeFields } from './writing/write-fields.ts';

export interface HubSpotReading extends HubSpotOptions {
  /** False: no call for a transcript is made. Yes when absent. */
  readonly wantsTranscripts?: Reading['wantsTranscripts'];
  /** False: contacts are asked for without their response figures. Yes when absent. */
  readonly wantsResponses?: Reading['wantsResponses'];
}

/** HubSpot behind the CRM door. Holds no state between calls and retries nothing. */
export function createHubSpot(options: HubSpotReading): CrmPort {
  const yes = () => Promise.resolve(true);
  const { wantsTranscripts = yes, wantsResponses = yes } = options;
  return openPort({ client: createClient(options), wantsTranscripts, wantsResponses });
}

/** The door over any way to HubSpot. */
export function openPort(reading: Reading): CrmPort {
  const { client } = reading;
  return {
    vendor: 'hubspot',
    can: {
      webhooks: true,
      propertyHistory: true,
      kinds: RECORD_KINDS,
      batchSize: LIMITS.batchRead,
      listed: OBJECT_KINDS,
    },
    readChanges: async (kind, window, cursor) => {
      const calls = callsOfPage(kind, readPlace(window, cursor));
      return client.reserve(calls, () => readChanges(reading, { kind, window, cursor }));
    },
    readRecords: (kind, ids) =>
      client.reserve(callsOfBatch(kind, ids.length), () => readRecords(reading, kind, ids)),
    readGone: (kind, cursor) => readGone(client, kind, cursor),
    readIds: (kind, cursor) => readIds(client, kind, cursor),
    countRecords: (kind) => countRecords(client, kind),
    readPressingDeals: (question) => readPressingDeals(client, question),
    reserve: (calls, work) => client.reserve(calls, work),
    readAround: (dealIds) => client.reserve(CALLS_AROUND, () => readAround(client, dealIds)),
    setUpFields: (fields) => setUpProperties(client, fields),
    writeFields: (writes) => writeFields(client, writes),
    createTask: (task) => createTask(client, task),
    mayRead: (viewerUserId, refs) => mayRead(client, { viewerUserId, refs }),
  };
}
