import { z } from 'zod';
import type { WriteResult } from '../../writes.ts';
import type { SalesforceClient } from '../client.ts';
import { rowLocked, unexpectedAnswer } from '../errors.ts';
import { LIMITS } from '../objects.ts';

/** A record to write, as Salesforce takes it. */
export type Row = Readonly<Record<string, unknown>>;

const Results = z.array(
  z.object({
    success: z.boolean(),
    errors: z.array(z.object({ statusCode: z.string() })).nullish(),
  }),
);

/** Another writer held the record; only these rows are worth another try at once. */
export const LOCKED = 'UNABLE_TO_LOCK_ROW';
const MOST_ATTEMPTS = 3;

const GONE: ReadonlySet<string> = new Set([
  'ENTITY_IS_DELETED',
  'INVALID_CROSS_REFERENCE_KEY',
  'NOT_FOUND',
]);

/**
 * Writes rows two hundred a call, one call after the other: side by side they would lock each other out. Results are in
 * the order of the rows. Throws `wait` when rows stay locked; every row may be written again.
 */
export async function writeCollection(
  client: SalesforceClient,
  path: string,
  rows: readonly Row[],
): Promise<readonly WriteResult[]> {
  const results: WriteResult[] = [];
  for (let first = 0; first < rows.length; first += LIMITS.collection) {
    results.push(...(await writeSome(client, path, rows.slice(first, first + LIMITS.collection))));
  }
  return results;
}

async function writeSome(
  client: SalesforceClient,
  path: string,
  rows: readonly Row[],
): Promise<readonly WriteResult[]> {
  const codes = new Map<number, string | null>();
  let open = rows.map((_row, index) => index);
  for (let attempt = 0; attempt < MOST_ATTEMPTS && open.length > 0; attempt += 1) {
    const told = await patch(
      client,
      path,
      rows.filter((_row, index) => open.includes(index)),
    );
    open.forEach((index, place) => codes.set(index, told[place] ?? null));
    open = open.filter((index) => codes.get(index) === LOCKED);
  }
  if (open.length > 0) throw rowLocked(path, open.length);
  return rows.map((_row, index) => toResult(codes.get(index) ?? null));
}

/** The refusal's code for each row; null: written. */
async function patch(client: SalesforceClient, path: string, rows: readonly Row[]) {
  const body = { allOrNone: false, records: rows };
  const answer = await client.call({ method: 'PATCH', path, body });
  const results = Results.safeParse(answer).data;
  if (results?.length !== rows.length)
    throw unexpectedAnswer(`PATCH ${path}`, 'does not tell of each row');
  return results.map(({ success, errors }) =>
    success ? null : (errors?.[0]?.statusCode ?? 'UNKNOWN_ERROR'),
  );
}

/** What a refusal's code means for its row; null: written. */
export function toResult(code: string | null): WriteResult {
  if (code === null) return { outcome: 'written', reason: null };
  if (GONE.has(code))
    return {
      outcome: 'gone',
      reason: 'Salesforce no longer has the record, so nothing was written.',
    };
  return { outcome: 'refused', reason: `Salesforce refused to save it (${code}).` };
}
