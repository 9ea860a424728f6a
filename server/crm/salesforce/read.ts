import type { ChangePage, Cursor, RecordBatch, Window } from '../port.ts';
import type { CrmRecord, RecordRef } from '../records.ts';
import { unexpectedAnswer } from './errors.ts';
import { mapIn, type MappedIn } from './map-in.ts';
import { OBJECT_TYPES, type ObjectKind, type ObjectType } from './objects.ts';
import { askRows, isLocatorGone, moreRows, type Asking } from './reading/ask-rows.ts';
import { readPlace, writePlace, type Place } from './reading/cursor.ts';
import { surroundingsOf } from './reading/deal-surroundings.ts';
import { readPipeline } from './reading/pipeline.ts';
import type { Row, RowPage } from './reading/rows.ts';
import { byIdsQuery, windowQuery, type Keyset } from './reading/soql.ts';
import { requiredMoment } from './values.ts';

export interface ChangeQuestion {
  readonly kind: ObjectKind;
  readonly window: Window;
  readonly cursor: Cursor | null;
}

/**
 * One page of a window, in the order of change. Salesforce keeps the rest of a result under a locator; where that is lost,
 * the walk goes on after the last row that was given.
 */
export async function readChanges(
  asking: Asking,
  { kind, window, cursor }: ChangeQuestion,
): Promise<ChangePage> {
  const place = readPlace(cursor);
  const type = OBJECT_TYPES[kind][place.object];
  if (type === undefined) throw unexpectedAnswer('a cursor', 'names an object too many', 'abort');
  const page = await pageAt(asking, type, { place, window });
  const last = keysetOf(page.rows.at(-1));
  assertAhead(place.after, keysetOf(page.rows[0]));
  const taken = await takeOver(asking, kind, page.rows);
  return { ...taken, next: writePlace(nextPlace(kind, place, { ...page, last })) };
}

interface Walk {
  readonly place: Place;
  readonly window: Window;
}

async function pageAt(asking: Asking, type: ObjectType, { place, window }: Walk): Promise<RowPage> {
  if (place.locator !== null) {
    try {
      return await moreRows(asking.client, place.locator);
    } catch (error) {
      if (!isLocatorGone(error)) throw error;
    }
  }
  const { from, to } = window;
  const { object, where } = type;
  const { after } = place;
  return askRows(asking, type, (fields) => windowQuery({ object, where, fields, from, to, after }));
}

function nextPlace(
  kind: ObjectKind,
  { object }: Place,
  { locator, last }: Pick<RowPage, 'locator'> & { readonly last: Keyset | null },
): Place | null {
  if (locator !== null) return { object, after: last, locator };
  const next = object + 1;
  return next < OBJECT_TYPES[kind].length ? { object: next, after: null, locator: null } : null;
}

function keysetOf(row: Row | undefined): Keyset | null {
  if (row === undefined) return null;
  const stamp = requiredMoment.safeParse(row['SystemModstamp']).data;
  if (stamp === undefined)
    throw unexpectedAnswer('a query', 'holds a row without its time of change');
  return { stamp, id: row.Id };
}

/** A page that begins where the one before began would be read for ever. */
function assertAhead(after: Keyset | null, first: Keyset | null): void {
  if (after === null || first === null) return;
  const isAhead = first.stamp > after.stamp || (first.stamp === after.stamp && first.id > after.id);
  if (!isAhead) throw unexpectedAnswer('GET /query/…', 'is the page before');
}

type Taken = Pick<ChangePage, 'records' | 'receipts'> & { readonly mergedAway: RecordRef[] };

async function takeOver(asking: Asking, kind: ObjectKind, rows: readonly Row[]): Promise<Taken> {
  const mapped = await mapRows(asking, kind, rows);
  return {
    records: mapped.flatMap(({ record }) => (record === null ? [] : [record])),
    receipts: mapped.flatMap(({ receipt }) => (receipt === null ? [] : [receipt])),
    mergedAway: rows.filter(isMergedAway).map(({ Id: id }) => ({ kind, id })),
  };
}

async function mapRows(
  asking: Asking,
  kind: ObjectKind,
  rows: readonly Row[],
): Promise<readonly MappedIn[]> {
  if (kind !== 'deal') return rows.map((row) => mapIn(kind, row));
  const around = await surroundingsOf(
    asking,
    rows.map(({ Id }) => Id),
  );
  return rows.map((row) => mapIn(kind, row, around.get(row.Id)));
}

/** The loser of a merge names the record that it lives on in. */
function isMergedAway(row: Row): boolean {
  return typeof row['MasterRecordId'] === 'string';
}

/** One record, and all of it: there is no window to it. */
export async function readPipelineChanges({ client }: Asking): Promise<ChangePage> {
  return { records: [await readPipeline(client)], receipts: [], next: null };
}

export async function readRecords(
  asking: Asking,
  kind: ObjectKind,
  ids: readonly string[],
): Promise<RecordBatch> {
  const wanted = ids.filter((id) => /^\w{15}(\w{3})?$/.test(id));
  const rows: Row[] = [];
  for (const type of OBJECT_TYPES[kind]) {
    if (wanted.length === 0) break;
    const { object } = type;
    const found = await askRows(asking, type, (fields) =>
      byIdsQuery(object, { fields, ids: wanted }),
    );
    rows.push(...found.rows);
  }
  const { records, receipts } = await takeOver(asking, kind, rows);
  const living = records.filter(({ archived }) => !archived);
  return { records: living, receipts, missing: missingOf(ids, living, receipts) };
}

function missingOf(
  ids: readonly string[],
  living: readonly CrmRecord[],
  receipts: RecordBatch['receipts'],
): readonly string[] {
  const there = new Set([...living, ...receipts].map(({ id }) => id));
  return ids.filter((id) => !there.has(id));
}

export async function readPipelineById(
  { client }: Asking,
  ids: readonly string[],
): Promise<RecordBatch> {
  const pipeline = await readPipeline(client);
  const isWanted = ids.includes(pipeline.id);
  return {
    records: isWanted ? [pipeline] : [],
    receipts: [],
    missing: ids.filter((id) => id !== pipeline.id),
  };
}
