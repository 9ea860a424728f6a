import type { CrmPort } from '../port.ts';
import { RECORD_KINDS } from '../records.ts';
import { createClient } from './client.ts';
import type { HubSpotOptions } from './client.ts';
import { mayRead } from './may-read.ts';
import { LIMITS } from './objects.ts';
import { readChanges, readRecords } from './read.ts';

/** HubSpot behind the CRM door, reading half. Holds no state between calls and retries nothing. */
export function createHubSpot(options: HubSpotOptions): CrmPort {
  const client = createClient(options);
  return {
    vendor: 'hubspot',
    can: {
      webhooks: true,
      propertyHistory: true,
      kinds: RECORD_KINDS,
      batchSize: LIMITS.batchRead,
    },
    readChanges: (kind, window, cursor) => readChanges(client, { kind, window, cursor }),
    readRecords: (kind, ids) => readRecords(client, kind, ids),
    mayRead: (viewerUserId, refs) => mayRead(client, { viewerUserId, refs }),
  };
}
