import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { FieldWrite, OwnField, WriteResult } from '../../writes.ts';
import type { HubSpotClient } from '../client.ts';
import { API_VERSIONS, LIMITS, OBJECT_TYPES } from '../objects.ts';
import { OWN_PROPERTIES } from './own-properties.ts';

/**
 * Our own properties by `batch/update`. HubSpot answers 207 when some records of a batch were refused and 400 when it
 * refused the batch as a whole; either way each record that has no result is tried once on its own, so that one
 * account's rule costs one record (research/hubspot.md §0.4, §4.8).
 */
export async function writeFields(
  client: HubSpotClient,
  writes: readonly FieldWrite[],
): Promise<readonly WriteResult[]> {
  const results = new Map<FieldWrite, WriteResult>();
  for (const ofKind of Map.groupBy(writes, ({ ref }) => ref.kind).values()) {
    for (let start = 0; start < ofKind.length; start += LIMITS.batchWrite) {
      const batch = ofKind.slice(start, start + LIMITS.batchWrite);
      const written = await updateBatch(client, batch);
      for (const write of batch) {
        const done = written.has(write.ref.id);
        results.set(write, done ? WRITTEN : await updateOne(client, write));
      }
    }
  }
  return writes.map((write) => results.get(write) ?? WRITTEN);
}

const WRITTEN: WriteResult = { outcome: 'written', reason: null };

const Updated = z.object({ results: z.array(z.object({ id: z.coerce.string() })) });

/** Ids of the records that took the values. */
async function updateBatch(
  client: HubSpotClient,
  batch: readonly FieldWrite[],
): Promise<ReadonlySet<string>> {
  const [first] = batch;
  if (first === undefined) return new Set();
  const inputs = batch.map(({ ref, values }) => ({
    id: ref.id,
    properties: toProperties(values),
    objectWriteTraceId: ref.id,
  }));
  const path = `${objectsPath(first)}/batch/update`;
  const answer = await unlessRefused(() =>
    client.call({ policy: 'ten_secondly', method: 'POST', path, body: { inputs } }),
  );
  if (answer instanceof AppError) return new Set();
  return new Set((Updated.safeParse(answer).data?.results ?? []).map(({ id }) => id));
}

async function updateOne(client: HubSpotClient, write: FieldWrite): Promise<WriteResult> {
  const path = `${objectsPath(write)}/${encodeURIComponent(write.ref.id)}`;
  const body = { properties: toProperties(write.values) };
  const answer = await unlessRefused(() =>
    client.call({ policy: 'ten_secondly', method: 'PATCH', path, body }),
  );
  if (!(answer instanceof AppError)) return WRITTEN;
  const { kind, id } = write.ref;
  if (answer.code === 'crm_not_found') {
    return { outcome: 'gone', reason: `The ${kind} ${id} is no longer there to be written to.` };
  }
  const reason = `A rule of your HubSpot account keeps the ${kind} ${id} from being changed; its Attune fields stay as they were.`;
  return { outcome: 'refused', reason };
}

/** What concerns these records only is an answer; everything else (limits, tokens, outages) is thrown. */
async function unlessRefused(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    const ofRecords: readonly string[] = ['crm_rejected', 'crm_not_found'];
    if (error instanceof AppError && ofRecords.includes(error.code)) return error;
    throw error;
  }
}

/** HubSpot clears a property by an empty text. Its moments are epoch milliseconds or ISO 8601. */
function toProperties(values: FieldWrite['values']): Record<string, string> {
  // The entries of a record keyed by OwnField; Object.entries forgets that.
  const entries = Object.entries(values) as [OwnField, string | null][];
  return Object.fromEntries(
    entries.map(([field, value]) => [OWN_PROPERTIES[field].name, value ?? '']),
  );
}

function objectsPath({ ref }: FieldWrite): string {
  return `/crm/objects/${API_VERSIONS.objects}/${OBJECT_TYPES[ref.kind].name}`;
}
