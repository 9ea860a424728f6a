import type { InsightWrite, WriteResult } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { toPage } from '../reading/query.ts';
import { quote, toSoql } from '../reading/soql.ts';
import { LIMITS } from '../objects.ts';
import { writeCollection } from './collections.ts';
import { EXTERNAL_KEY, insightObjectOf, toRow } from './insight-row.ts';

const WRITTEN: WriteResult = { outcome: 'written', reason: null };
const NOT_TOLD: WriteResult = { outcome: 'refused', reason: 'Salesforce did not tell of it.' };

/** Object by object, and sorted by their records: neighbours share a parent's lock instead of fighting for it. */
export async function writeInsights(
  client: SalesforceClient,
  writes: readonly InsightWrite[],
): Promise<readonly WriteResult[]> {
  const results = new Map<InsightWrite, WriteResult>();
  const groups = Map.groupBy(writes, ({ ref }) => insightObjectOf(ref).object);
  for (const [object, group] of groups) {
    const inOrder = group.toSorted((a, b) => (a.ref.id < b.ref.id ? -1 : 1));
    const saying = inOrder.filter(({ values }) => values !== null);
    const told = await writeCollection(client, pathOf(object), saying.flatMap(rowOf));
    saying.forEach((write, index) => results.set(write, told[index] ?? NOT_TOLD));
    const silent = inOrder.filter(({ values }) => values === null);
    await remove(client, object, silent);
    for (const write of silent) results.set(write, WRITTEN);
  }
  return writes.map((write) => results.get(write) ?? NOT_TOLD);
}

function pathOf(object: string): string {
  return `/composite/sobjects/${object}/${EXTERNAL_KEY}`;
}

function rowOf({ ref, values }: InsightWrite) {
  return values === null ? [] : [toRow(insightObjectOf(ref), ref, values)];
}

/** What is not there any more was removed already. */
async function remove(
  client: SalesforceClient,
  object: string,
  writes: readonly InsightWrite[],
): Promise<void> {
  for (let first = 0; first < writes.length; first += LIMITS.collection) {
    const keys = writes.slice(first, first + LIMITS.collection).map(({ ref }) => quote(ref.id));
    const conditions = [`${EXTERNAL_KEY} IN (${keys.join(', ')})`];
    const q = toSoql({ object, fields: ['Id'], conditions });
    const { rows } = toPage(await client.call({ method: 'GET', path: '/query', query: { q } }));
    const ids = rows.flatMap(idOf);
    if (ids.length === 0) continue;
    const query = { ids: ids.join(','), allOrNone: 'false' };
    await client.call({ method: 'DELETE', path: '/composite/sobjects', query });
  }
}

function idOf(row: unknown): readonly string[] {
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'Id') : null;
  return typeof id === 'string' ? [id] : [];
}
