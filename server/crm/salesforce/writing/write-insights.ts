import { z } from 'zod';
import type { InsightWrite, WriteResult } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { byIdsQuery } from '../reading/soql.ts';
import { readRows } from '../reading/rows.ts';
import { EXTERNAL_KEY, insightObjectOf, toRow, type InsightObject } from './insight-row.ts';

/** Rows of one call; a call counts as one, however many it carries (research/salesforce.md §1.2). */
const ROWS_AT_ONCE = 200;
/** Rows that somebody else was just writing are tried again in the same breath, so often. */
const TURNS = 3;

const RowResult = z.object({
  success: z.boolean(),
  errors: z.array(z.object({ statusCode: z.string(), message: z.string().default('') })),
});

/**
 * Our own records of an org, one result for each write in their order. Written by external key, one call after another and
 * sorted by what they hang on, so that two rows of one parent never wait for each other's lock.
 */
export async function writeInsights(
  client: SalesforceClient,
  writes: readonly InsightWrite[],
): Promise<readonly WriteResult[]> {
  const results = new Map<InsightWrite, WriteResult>();
  const inOrder = writes.toSorted((a, b) => (a.ref.id < b.ref.id ? -1 : 1));
  const groups = Map.groupBy(inOrder, ({ ref }) => insightObjectOf(ref).object);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const target = insightObjectOf(first.ref);
    for (const some of chunksOf(group.filter(({ values }) => values !== null)))
      await upsert(client, { target, results }, some);
    for (const some of chunksOf(group.filter(({ values }) => values === null)))
      await remove(client, { target, results }, some);
  }
  return writes.map((write) => results.get(write) ?? WRITTEN);
}

interface Writing {
  readonly target: InsightObject;
  readonly results: Map<InsightWrite, WriteResult>;
}

const WRITTEN: WriteResult = { outcome: 'written', reason: null };

async function upsert(
  client: SalesforceClient,
  { target, results }: Writing,
  writes: readonly InsightWrite[],
): Promise<void> {
  let waiting = writes;
  for (let turn = 1; waiting.length > 0; turn += 1) {
    const records = waiting.flatMap(({ ref, values }) =>
      values === null ? [] : [toRow(target, ref, values)],
    );
    const answer = await client.call({
      method: 'PATCH',
      path: `/composite/sobjects/${target.object}/${EXTERNAL_KEY}`,
      body: { allOrNone: false, records },
    });
    const rows = readResults(answer, waiting.length);
    const locked = waiting.filter((_, index) => isLocked(rows[index]) && turn < TURNS);
    for (const [index, write] of waiting.entries())
      if (!locked.includes(write)) results.set(write, toResult(write, rows[index]));
    waiting = locked;
  }
}

/** What is not there any more was removed already. */
async function remove(
  client: SalesforceClient,
  { target, results }: Writing,
  writes: readonly InsightWrite[],
): Promise<void> {
  const ids = writes.map(({ ref }) => ref.id);
  const soql = byIdsQuery(target.object, { fields: ['Id'], field: EXTERNAL_KEY, ids });
  const answer = await client.call({ method: 'GET', path: '/query', query: { q: soql } });
  const { rows } = readRows(answer, 'GET /query');
  if (rows.length > 0) {
    const query = { ids: rows.map(({ Id }) => Id).join(','), allOrNone: 'false' };
    await client.call({ method: 'DELETE', path: '/composite/sobjects', query });
  }
  for (const write of writes) results.set(write, WRITTEN);
}

type RowResult = z.infer<typeof RowResult>;

function readResults(answer: unknown, count: number): readonly RowResult[] {
  const results = z.array(RowResult).length(count).safeParse(answer);
  if (results.success) return results.data;
  throw unexpectedAnswer('PATCH /composite/sobjects', 'does not tell of each row');
}

function isLocked(row: RowResult | undefined): boolean {
  return row?.errors.some(({ statusCode }) => statusCode === 'UNABLE_TO_LOCK_ROW') ?? false;
}

const GONE: ReadonlySet<string> = new Set([
  ...['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY', 'NOT_FOUND'],
]);

function toResult({ ref }: InsightWrite, row: RowResult | undefined): WriteResult {
  const [error] = row?.errors ?? [];
  if (row?.success === true || error === undefined) return WRITTEN;
  const outcome = GONE.has(error.statusCode) ? 'gone' : 'refused';
  const reason = `Our record beside the ${ref.kind} ${ref.id} was not written (${error.statusCode}); its card stays as it was.`;
  return { outcome, reason };
}

function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / ROWS_AT_ONCE) }, (_, index) =>
    items.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );
}
