import type { SalesforceRecord, Value } from '../org/org.ts';
import { runQuery } from '../soql/run-query.ts';
import { RefusedQuery } from '../soql/refused-query.ts';
import { ok, refuse, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';
import type { OpenCursor } from './open-cursor.ts';

/** Rows of a page; wide rows make it shorter (developer.salesforce.com, REST API guide, "Query"; read 2026-11-22). */
const PAGE = 2_000;

export function serveQuery(desk: Desk, soql: string, withDeleted: boolean): Answer {
  try {
    const { org, hidden } = desk;
    const result = runQuery(org, soql, { withDeleted, hidden });
    if (result.onlyCount) return ok({ totalSize: result.rows.length, done: true, records: [] });
    return pageOf(desk, { cursor: result, offset: 0, id: null });
  } catch (error) {
    if (error instanceof RefusedQuery) return refuse(400, error.fault, error.message);
    throw error;
  }
}

/** `01gxx…-2000`: which result, and from which row on. */
export function serveMore(desk: Desk, locator: string): Answer {
  const [id = '', offset = ''] = locator.split('-');
  const cursor = desk.cursors.find(id);
  if (cursor === undefined) return refuse(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return pageOf(desk, { cursor, offset: Number(offset), id });
}

interface Place {
  readonly cursor: OpenCursor;
  readonly offset: number;
  /** Null: it is not kept yet. */
  readonly id: string | null;
}

function pageOf(desk: Desk, { cursor, offset, id: known }: Place): Answer {
  const { rows } = cursor;
  const end = offset + (desk.pageSize ?? PAGE);
  const records = rows.slice(offset, end).map((row) => render(cursor, row));
  const page = { totalSize: rows.length, done: end >= rows.length, records };
  if (page.done) return ok(page);
  const id = known ?? desk.cursors.keep(cursor);
  return ok({ ...page, nextRecordsUrl: `/services/data/v67.0/query/${id}-${end}` });
}

type Rendered = { [name: string]: Value | Rendered | object };

function render(cursor: OpenCursor, row: SalesforceRecord): Rendered {
  const { type, fields, children } = cursor;
  const record: Rendered = { attributes: attributesOf(type, row.Id) };
  for (const { names, valueOf } of fields) place(record, names, toWire(valueOf(row)));
  for (const { relationship, childrenOf } of children) {
    const below = childrenOf(row.Id);
    const records = below.rows.map((each) => render(below, each));
    const isEmpty = records.length === 0;
    record[relationship] = isEmpty ? null : { totalSize: records.length, done: true, records };
  }
  return record;
}

export function attributesOf(type: string, id: string): object {
  return { type, url: `/services/data/v67.0/sobjects/${type}/${id}` };
}

/** A parent that is not there is null as a whole. */
function place(record: Rendered, [first = '', ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    record[first] = value;
    return;
  }
  const inner = record[first];
  if (typeof inner === 'object' && inner !== null) place(inner as Rendered, rest, value);
  else if (value === null) record[first] = null;
  else {
    const parent: Rendered = { attributes: {} };
    place(parent, rest, value);
    record[first] = parent;
  }
}

/** Moments with an offset and no Z: 2026-11-01T00:00:00.000+0000. */
export function toWire(value: Value): Value {
  const isMoment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  return isMoment ? value.replace(/Z$/, '+0000') : value;
}
