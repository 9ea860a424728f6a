import type { RecordBatch } from '../../port.ts';
import type { RecordKind } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { objectAbsent } from '../errors.ts';
import { idsOf, isObjectKind, OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind } from '../objects/object-type.ts';
import { TakeOver, type Taken } from '../take-over.ts';
import { isSalesforceId } from '../values.ts';
import { inKnownShape, isAbsent } from './known-shape.ts';
import type { Reading } from './known-shape.ts';
import { withOtherPeople } from './other-people.ts';
import { readPipelines } from './pipeline.ts';
import { readRows } from './read-rows.ts';

/** Records of a kind, whichever of its objects they are of, and those in which others of them live on. */
export async function readRecords(
  reading: Reading,
  kind: RecordKind,
  ids: readonly string[],
): Promise<RecordBatch> {
  if (kind === 'pipeline') return pickPipeline(reading, ids);
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  const taking = new TakeOver();
  const unasked = await takeById(reading, { kind, ids: ids.filter(isSalesforceId) }, taking);
  const winners = [...new Set(taking.successors.values())].filter((id) => !ids.includes(id));
  await takeById(reading, { kind, ids: winners }, taking);
  const { records, receipts } = await withAllPeople(reading.client, kind, taking.taken);
  const living = records.filter(({ archived }) => !archived);
  const told = new Set([...living, ...receipts].map(({ id }) => id));
  const { successors } = taking;
  return {
    records: living,
    receipts,
    missing: ids.filter((id) => !told.has(id) && !unasked.includes(id)),
    merged: ids.filter((id) => told.has(successors.get(id) ?? '')),
  };
}

/** Answers the ids that nobody could be asked for: of what the org hides from us nothing is known to be gone. */
async function takeById(
  reading: Reading,
  { kind, ids }: { readonly kind: ObjectKind; readonly ids: readonly string[] },
  taking: TakeOver,
): Promise<readonly string[]> {
  const unasked: string[] = [];
  for (const known of OBJECT_TYPES[kind]) {
    const own = idsOf(known, ids);
    if (own.length === 0) continue;
    try {
      const rows = await inKnownShape(reading, known, (type) =>
        readRows(reading.client, type, { field: 'Id', ids: own }),
      );
      for (const row of rows) taking.add(known, row);
    } catch (error) {
      if (known.needed || !isAbsent(error)) throw error;
      unasked.push(...own);
    }
  }
  return unasked;
}

/** The ids of one relation's records are never those of another's. */
async function withAllPeople(
  client: SalesforceClient,
  kind: ObjectKind,
  taken: Taken,
): Promise<Taken> {
  let completed = taken;
  for (const type of OBJECT_TYPES[kind]) completed = await withOtherPeople(client, type, completed);
  return completed;
}

async function pickPipeline({ org }: Reading, ids: readonly string[]): Promise<RecordBatch> {
  const pipelines = await readPipelines(org);
  const known = new Set(pipelines.map(({ id }) => id));
  return {
    records: pipelines.filter(({ id }) => ids.includes(id)),
    receipts: [],
    missing: ids.filter((id) => !known.has(id)),
  };
}
