import { z } from 'zod';
import type { Value } from '../org/org.ts';
import { ok, refuse, type Answer } from './answer.ts';
import { attributesOf, toWire } from './query.ts';
import type { Desk } from './desk.ts';
import { LOCKED, refuseRow, writeRow } from './write-row.ts';

const MOST_ROWS = 200;

const Row = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ type: z.string() })]),
);
const Rows = z.object({ allOrNone: z.boolean().default(false), records: z.array(Row) });

export interface CollectionCall {
  readonly method: string;
  /** After `/composite/sobjects`: "", "/Contact", "/Contact/External_Key__c". */
  readonly rest: string;
  readonly body: unknown;
  readonly query: URLSearchParams;
  /** Rows that find their record locked. */
  readonly locked: 'none' | 'every_second' | 'all';
}

/** Many rows in one call, each with a result of its own (REST API guide, "sObject Collections"; read 2026-11-22). */
export function serveCollection(desk: Desk, call: CollectionCall): Answer {
  const [, type = '', externalId = null] = call.rest.split('/');
  if (call.method === 'DELETE') return remove(desk, call);
  if (call.method === 'POST' && type !== '') return retrieve(desk, type, call.body);
  const rows = Rows.safeParse(call.body);
  if (!rows.success) return refuse(400, 'JSON_PARSER_ERROR', 'Unexpected input.');
  const { records } = rows.data;
  if (records.length > MOST_ROWS)
    return refuse(400, 'INVALID_BATCH_SIZE', `The number of records exceeds ${MOST_ROWS}.`);
  const results = records.map((row, index) =>
    isLocked(call.locked, index)
      ? LOCKED
      : writeRow(desk.org, { type: typeOf(row), values: valuesOf(row), externalId }),
  );
  return ok(results);
}

function isLocked(locked: CollectionCall['locked'], index: number): boolean {
  return locked === 'all' || (locked === 'every_second' && index % 2 === 1);
}

function typeOf(row: z.infer<typeof Row>): string {
  const { attributes } = row;
  return typeof attributes === 'object' && attributes !== null ? attributes.type : '';
}

function valuesOf(row: z.infer<typeof Row>): Record<string, Value> {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    name === 'attributes' || (typeof value === 'object' && value !== null)
      ? []
      : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

function remove({ org }: Desk, { query }: CollectionCall): Answer {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length > MOST_ROWS)
    return refuse(400, 'INVALID_BATCH_SIZE', `The number of records exceeds ${MOST_ROWS}.`);
  const results = ids.map((id) => {
    const schema = org.schemas.find(({ keyPrefix }) => id.startsWith(keyPrefix));
    const record = schema === undefined ? null : org.read(schema.name, id);
    if (schema === undefined || record === null || record['IsDeleted'] === true)
      return { id, ...refuseRow('ENTITY_IS_DELETED', 'entity is deleted') };
    org.remove(schema.name, id);
    return { id, success: true, errors: [] };
  });
  return ok(results);
}

const Retrieved = z.object({ ids: z.array(z.string()).max(2_000), fields: z.array(z.string()) });

/** In the order asked; null for what is not there. */
function retrieve({ org }: Desk, type: string, body: unknown): Answer {
  const wanted = Retrieved.safeParse(body);
  if (!wanted.success) return refuse(400, 'JSON_PARSER_ERROR', 'Unexpected input.');
  const { ids, fields } = wanted.data;
  return ok(
    ids.map((id) => {
      const record = org.read(type, id);
      if (record === null || record['IsDeleted'] === true) return null;
      const values = fields.map((name) => [name, toWire(record[name] ?? null)] as const);
      return { attributes: attributesOf(type, id), ...Object.fromEntries(values) };
    }),
  );
}
