import { createJob, readJob } from './bulk/query-job.ts';
import type { ChangePage, Cursor, RecordBatch, Window } from '../port.ts';
import type { RecordKind } from '../records.ts';
import type { SalesforceClient } from './client.ts';
import { isRefusedFor, objectAbsent } from './errors.ts';
import { isObjectKind, LIMITS, OBJECT_TYPES } from './objects.ts';
import type { ObjectKind, ObjectType } from './objects.ts';
import { readBeside } from './reading/beside.ts';
import { readPlace, START, writePlace } from './reading/cursor.ts';
import type { JobPlace, Place, RowsPlace } from './reading/cursor.ts';
import type { Org } from './reading/org.ts';
import { readPipeline } from './reading/pipeline.ts';
import { isRaw, parseRecord } from './reading/raw-record.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { readRows } from './reading/read-rows.ts';
import { toSoql } from './reading/soql.ts';
import { conditionsOf, walkRows } from './reading/walk-rows.ts';
import { takeOver, TakeOver, type Taken } from './take-over.ts';
import { isSalesforceId } from './values.ts';

export interface Reading {
  readonly client: SalesforceClient;
  readonly org: Org;
  readonly clock: () => Date;
}

export interface ChangeQuestion {
  readonly kind: RecordKind;
  readonly window: Window;
  readonly cursor: Cursor | null;
}

const NOTHING = { records: [], receipts: [], next: null } as const;

/** One page of a window: rows in the order of change, or the next part of a Bulk job where there are many. */
export async function readChanges(
  reading: Reading,
  { kind, window, cursor }: ChangeQuestion,
): Promise<ChangePage> {
  if (kind === 'pipeline') return { ...NOTHING, records: [await readPipeline(reading.org)] };
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  const place = readPlace(cursor);
  if (cursor === null && (await isQuiet(reading, kind, window))) return NOTHING;
  const { next, ...taken } = await inKnownShape(reading, kind, (type) =>
    readStep(reading, { type, window, place }),
  );
  return { ...taken, next: writePlace(next) };
}

async function isQuiet({ org }: Reading, kind: ObjectKind, { from, to }: Window): Promise<boolean> {
  const { object, also } = OBJECT_TYPES[kind];
  const objects = [object, ...also.map((each) => each.object)];
  return from !== null && org.isQuiet(objects, { from, to });
}

/** A field that went away since the describe: the shape is asked for once more. */
async function inKnownShape<T>(
  { org }: Reading,
  kind: ObjectKind,
  ask: (type: ObjectType) => Promise<T>,
): Promise<T> {
  try {
    return await ask(await org.known(OBJECT_TYPES[kind]));
  } catch (error) {
    if (!isRefusedFor(error, 'INVALID_FIELD')) throw error;
    org.forget();
    return ask(await org.known(OBJECT_TYPES[kind]));
  }
}

interface Step {
  readonly type: ObjectType;
  readonly window: Window;
  readonly place: Place;
}

interface StepPage extends Taken {
  readonly next: Place | null;
}

const NO_ROWS: Taken = { records: [], receipts: [], mergedAway: [] };

async function readStep(reading: Reading, step: Step): Promise<StepPage> {
  switch (step.place.walk) {
    case 'bulk':
      return beginJob(reading, step, step.place.after);
    case 'job':
      return continueJob(reading, step, step.place);
    case 'rows':
      return step.place.step === 0
        ? ownRows(reading, step, step.place)
        : rowsBeside(reading, step, step.place);
  }
}

async function beginJob(
  { client, clock }: Reading,
  { type, window }: Step,
  after: JobPlace['after'],
): Promise<StepPage> {
  const conditions = conditionsOf(type, window, after);
  const jobId = await createJob(client, toSoql({ ...type, conditions }));
  if (jobId === null) return { ...NO_ROWS, next: byPages({ after }) };
  const startedMs = clock().getTime();
  const begun = { jobId, startedMs, locator: null, taken: 0, promised: null };
  return { ...NO_ROWS, next: { walk: 'job', after, ...begun } };
}

async function continueJob(
  { client, clock }: Reading,
  { type, window }: Step,
  place: JobPlace,
): Promise<StepPage> {
  const taking = new TakeOver(type.kind);
  const next = await readJob(client, place, {
    ...{ now: clock(), rows: type.bulkRows },
    take: (row) => {
      taking.add(row);
    },
  });
  if (next === 'lost') return { ...NO_ROWS, next: byPages(place) };
  return { ...taking.taken, next: next ?? nextStep(type, window, 0) };
}

/** Where a job failed, pages go on, which never turn to a job again: nothing goes in circles. */
function byPages({ after }: Pick<JobPlace, 'after'>): RowsPlace {
  return { ...START, after };
}

async function rowsBeside(
  { client, org }: Reading,
  { type, window }: Step,
  place: RowsPlace,
): Promise<StepPage> {
  const { from, to } = window;
  const objects = type.also.slice(place.step - 1, place.step).map(({ object }) => object);
  if (from !== null && place.after === null && (await org.isQuiet(objects, { from, to })))
    return { ...NO_ROWS, next: nextStep(type, window, place.step) };
  const { rows, next } = await readBeside(client, { type, window, place });
  return { ...takeOver(type.kind, rows), next: next ?? nextStep(type, window, place.step) };
}

async function ownRows(
  { client }: Reading,
  { type, window }: Step,
  place: RowsPlace,
): Promise<StepPage> {
  const { rows, next, total } = await walkRows(client, { type, window, place });
  const taken = takeOver(type.kind, rows);
  if (next === null) return { ...taken, next: nextStep(type, window, 0) };
  // Bulk gives no rows that hang on a row; deals, which need them, are few.
  const isLarge = total > LIMITS.rowsForBulk && place.after === null;
  if (!isLarge || type.children.length > 0) return { ...taken, next };
  return { ...taken, next: { walk: 'bulk', after: next.after } };
}

/** What changed beside the records matters only once they were loaded. */
function nextStep(type: ObjectType, { from }: Window, step: number): Place | null {
  return from === null || step >= type.also.length ? null : { ...START, step: step + 1 };
}

export async function readRecords(
  reading: Reading,
  kind: RecordKind,
  ids: readonly string[],
): Promise<RecordBatch> {
  if (kind === 'pipeline') return pickPipeline(reading, ids);
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  const asked = ids.filter(isSalesforceId);
  const read = (field: string, values: readonly string[]) =>
    inKnownShape(reading, kind, (type) => readRows(reading.client, type, { field, ids: values }));
  const found = await read('Id', asked);
  const merged = mergedOf(found.map((row) => parseRecord(kind, row)).filter(isRaw));
  const winners = await read(
    'Id',
    [...new Set(merged.values())].filter((id) => !ids.includes(id)),
  );
  const { records, receipts } = takeOver(kind, [...found, ...winners]);
  const living = records.filter(({ archived }) => !archived);
  const told = new Set([...living, ...receipts].map(({ id }) => id));
  return {
    records: living,
    receipts,
    missing: ids.filter((id) => !told.has(id)),
    merged: [...merged.keys()].filter((id) => told.has(merged.get(id) ?? '')),
  };
}

/** Losers of merges and their winners. */
function mergedOf(raws: readonly RawRecord[]): ReadonlyMap<string, string> {
  return new Map(
    raws.flatMap(({ id, isDeleted, masterId }) =>
      isDeleted && masterId !== null ? [[id, masterId] as const] : [],
    ),
  );
}

async function pickPipeline({ org }: Reading, ids: readonly string[]): Promise<RecordBatch> {
  const pipeline = await readPipeline(org);
  const records = ids.includes(pipeline.id) ? [pipeline] : [];
  return { records, receipts: [], missing: ids.filter((id) => id !== pipeline.id) };
}
