import type { CrmPort } from '../port.ts';
import { RECORD_KINDS } from '../records.ts';
import { createClient } from './client.ts';
import type { HubSpotOptions } from './client.ts';
import { countRecords } from './reading/count-records.ts';
import { createNote } from './writing/create-note.ts';
import { createTask } from './writing/create-task.ts';
import { isObjectKind, LIMITS, OBJECT_KINDS } from './objects.ts';
import { readChanges, readRecords } from './read.ts';
import type { Reading } from './read.ts';
import { callsOfBatch, callsOfPage, ONE_CALL } from './reading/calls-of-page.ts';
import { readPlace } from './reading/cursor.ts';
import { readGone, readIds } from './reading/list-ids.ts';
import { AROUND_DEALS, readAround, readPressingDeals } from './reading/pressing-deals.ts';
import { readGoneThreads, readThreadIds } from './threads/list-threads.ts';
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
      listed: [...OBJECT_KINDS, 'thread'],
      around: AROUND_DEALS,
    },
    readChanges: async (kind, window, cursor) => {
      // The others set aside what they need themselves, as soon as they know it.
      const { calls, searches } = isObjectKind(kind)
        ? callsOfPage(kind, readPlace(window, cursor))
        : ONE_CALL;
      return client.reserve(calls, () => readChanges(reading, { kind, window, cursor }), searches);
    },
    readRecords: (kind, ids) =>
      client.reserve(callsOfBatch(kind, ids.length), () => readRecords(reading, kind, ids)),
    readGone: (kind, cursor) =>
      kind === 'thread' ? readGoneThreads(client, cursor) : readGone(client, kind, cursor),
    readIds: (kind, cursor) =>
      kind === 'thread' ? readThreadIds(client, cursor) : readIds(client, kind, cursor),
    countRecords: (kind) => countRecords(client, kind),
    readPressingDeals: (question) => readPressingDeals(client, question),
    reserve: (calls, work) => client.reserve(calls, work),
    readAround: (dealIds, kinds) => readAround(client, dealIds, kinds),
    setUpFields: (fields) => setUpProperties(client, fields),
    writeFields: (writes) => writeFields(client, writes),
    createTask: (task) => createTask(client, task),
    createNote: (note) => createNote(client, note),
  };
}
