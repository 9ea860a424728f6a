import { createJob, readJob } from './bulk/query-job.ts';
import type { ChangePage, Cursor, Window } from '../port.ts';
import type { Receipt, RecordKind } from '../records.ts';
import { objectAbsent } from './errors.ts';
import { isObjectKind, LIMITS, OBJECT_TYPES } from './objects.ts';
import type { ObjectKind, ObjectType } from './objects/object-type.ts';
import { readBeside } from './reading/beside.ts';
import { readPlace, START, writePlace } from './reading/cursor.ts';
import type { JobPlace, Place, RowsPlace } from './reading/cursor.ts';
import { inKnownShape, isAbsent } from './reading/known-shape.ts';
import type { Reading } from './reading/known-shape.ts';
import { withOtherPeople } from './reading/other-people.ts';
import { readPipelines } from './reading/pipeline.ts';
import { toSoql } from './reading/soql.ts';
import { conditionsOf, walkRows } from './reading/walk-rows.ts';
import { takeOver, TakeOver, type Taken } from './take-over.ts';

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
  if (kind === 'pipeline') return { ...NOTHING, records: await readPipelines(reading.org) };
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  const walk = { kind, window };
  const place = cursor === null ? await startOf(reading, walk, 0) : readPlace(cursor);
  if (place === null) return NOTHING;
  const { next, records, receipts, mergedAway } = await readSource(reading, { ...walk, place });
  const taken = { records, receipts, mergedAway };
  return { ...taken, next: writePlace(next ?? (await startOf(reading, walk, place.source + 1))) };
}

interface Walk {
  readonly kind: ObjectKind;
  readonly window: Window;
}

/** The beginning of the first object from this one on where anything changed; null: there is none. */
async function startOf(
  { org }: Reading,
  { kind, window: { from, to } }: Walk,
  first: number,
): Promise<RowsPlace | null> {
  const types = OBJECT_TYPES[kind];
  for (let source = first; source < types.length; source += 1) {
    const objects = types.slice(source, source + 1).flatMap(watchedOf);
    if (from === null || !(await org.isQuiet(objects, { from, to }))) return { ...START, source };
  }
  return null;
}

function watchedOf({ object, also }: ObjectType): readonly string[] {
  return [object, ...also.map((each) => each.object)];
}

/** What is not needed, and the org does not have or hides, is no reason to do without the kind. */
async function readSource(
  reading: Reading,
  { kind, window, place }: Walk & { readonly place: Place },
): Promise<StepPage> {
  const known = OBJECT_TYPES[kind][place.source];
  if (known === undefined) return { ...NO_ROWS, next: null };
  try {
    const page = await inKnownShape(reading, known, (type) =>
      readStep(reading, { type, window, place }),
    );
    return await withOtherPeople(reading.client, known, page);
  } catch (error) {
    if (known.needed || !isAbsent(error)) throw error;
    return { ...NO_ROWS, receipts: toReceipts(known), next: null };
  }
}

function toReceipts({ kind, withoutIt }: ObjectType): readonly Receipt[] {
  return withoutIt === null ? [] : [{ kind, id: null, reason: withoutIt }];
}

interface Step {
  readonly type: ObjectType;
  readonly window: Window;
  readonly place: Place;
}

interface StepPage extends Taken {
  readonly next: Place | null;
}

const NO_ROWS: Taken = { records: [], receipts: [], mergedAway: [], crowded: [] };

async function readStep(reading: Reading, step: Step): Promise<StepPage> {
  switch (step.place.walk) {
    case 'bulk':
      return beginJob(reading, step, step.place);
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
  { after, source }: Pick<JobPlace, 'after' | 'source'>,
): Promise<StepPage> {
  const conditions = conditionsOf(type, window, after);
  const jobId = await createJob(client, toSoql({ ...type, conditions }));
  if (jobId === null) return { ...NO_ROWS, next: byPages({ after, source }) };
  const startedMs = clock().getTime();
  const begun = { jobId, startedMs, locator: null, taken: 0, promised: null };
  return { ...NO_ROWS, next: { walk: 'job', after, source, ...begun } };
}

async function continueJob(
  { client, clock }: Reading,
  { type, window }: Step,
  place: JobPlace,
): Promise<StepPage> {
  const taking = new TakeOver();
  const next = await readJob(client, place, {
    ...{ now: clock(), rows: type.bulkRows },
    take: (row) => {
      taking.add(type, row);
    },
  });
  if (next === 'lost') return { ...NO_ROWS, next: byPages(place) };
  return { ...taking.taken, next: next ?? nextStep(type, window, { ...place, step: 0 }) };
}

/** Where a job failed, pages go on, which never turn to a job again: nothing goes in circles. */
function byPages({ after, source }: Pick<JobPlace, 'after' | 'source'>): RowsPlace {
  return { ...START, source, after };
}

async function rowsBeside(
  { client, org }: Reading,
  { type, window }: Step,
  place: RowsPlace,
): Promise<StepPage> {
  const { from, to } = window;
  const objects = type.also.slice(place.step - 1, place.step).map(({ object }) => object);
  if (from !== null && place.after === null && (await org.isQuiet(objects, { from, to })))
    return { ...NO_ROWS, next: nextStep(type, window, place) };
  const { rows, next } = await readBeside(client, { type, window, place });
  return { ...takeOver(type, rows), next: next ?? nextStep(type, window, place) };
}

async function ownRows(
  { client }: Reading,
  { type, window }: Step,
  place: RowsPlace,
): Promise<StepPage> {
  const { rows, next, total } = await walkRows(client, { type, window, place });
  const taken = takeOver(type, rows);
  if (next === null) return { ...taken, next: nextStep(type, window, place) };
  // Bulk gives no rows that hang on a row; deals, which need them, are few.
  const isLarge = total > LIMITS.rowsForBulk && place.after === null;
  if (!isLarge || type.children.length > 0) return { ...taken, next };
  return { ...taken, next: { walk: 'bulk', source: place.source, after: next.after } };
}

/** What changed beside the records matters only once they were loaded. */
function nextStep(
  type: ObjectType,
  { from }: Window,
  { source, step }: Pick<RowsPlace, 'source' | 'step'>,
): Place | null {
  return from === null || step >= type.also.length ? null : { ...START, source, step: step + 1 };
}
