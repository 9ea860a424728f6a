import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { isRefusedFor, jobRuns, unexpectedAnswer } from '../errors.ts';
import type { JobPlace } from '../reading/cursor.ts';
import { csvRows } from './csv-rows.ts';
import { pollWaitMs } from './poll-wait.ts';

/**
 * Bulk 2.0 queries, a call at a time: the job's state lives in the cursor, nobody sleeps, and no more than one part of
 * the result is in memory. No ORDER BY and no LIMIT, which would switch PK chunking off (research/salesforce.md §1.3).
 */

const Job = z.object({
  id: z.string(),
  state: z.string(),
  numberRecordsProcessed: z.number().nullish(),
});

const JOBS = '/jobs/query';

/** Null: Bulk does not know this object, though queries do. */
export async function createJob(client: SalesforceClient, soql: string): Promise<string | null> {
  const body = { operation: 'queryAll', query: soql };
  try {
    return toJob(await client.call({ method: 'POST', path: JOBS, body })).id;
  } catch (error) {
    if (isRefusedFor(error, 'INVALIDENTITY')) return null;
    throw error;
  }
}

export interface JobPage {
  readonly rows: readonly unknown[];
  /** Null: this was the last part. `lost`: the job failed or is gone. */
  readonly next: JobPlace | 'lost' | null;
}

/** The next part of a result. Throws `wait` while the job runs. */
export async function readJob(
  client: SalesforceClient,
  place: JobPlace,
  { now, rows }: { readonly now: Date; readonly rows: number },
): Promise<JobPage> {
  // Once a part came, the job is known to be complete.
  if (place.locator !== null) return readPart(client, place, { rows, promised: null });
  const job = await askJob(client, place.jobId);
  if (job === null || job.state === 'Failed' || job.state === 'Aborted')
    return { rows: [], next: 'lost' };
  if (job.state !== 'JobComplete')
    throw jobRuns(place.jobId, pollWaitMs(now.getTime() - place.startedMs));
  return readPart(client, place, { rows, promised: job.numberRecordsProcessed ?? null });
}

/** Null: results are kept for seven days only. */
async function askJob(client: SalesforceClient, jobId: string) {
  try {
    return toJob(await client.call({ method: 'GET', path: `${JOBS}/${jobId}` }));
  } catch (error) {
    if (isRefusedFor(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

function toJob(answer: unknown): z.infer<typeof Job> {
  const job = Job.safeParse(answer).data;
  if (job === undefined) throw unexpectedAnswer('a Bulk query', 'names no job');
  return job;
}

async function readPart(
  client: SalesforceClient,
  place: JobPlace,
  part: { readonly rows: number; readonly promised: number | null },
): Promise<JobPage> {
  const { jobId, locator, taken } = place;
  const answer = await client.fetch({
    method: 'GET',
    path: `${JOBS}/${jobId}/results`,
    query: { maxRecords: String(part.rows), ...(locator === null ? {} : { locator }) },
  });
  const rows = csvRows(answer.body);
  const all = taken + rows.length;
  hold(rows.length, answer.header('sforce-numberofrecords'));
  const further = toLocator(answer.header('sforce-locator'));
  if (further !== null) return { rows, next: { ...place, locator: further, taken: all } };
  hold(all, part.promised ?? (await askJob(client, jobId))?.numberRecordsProcessed ?? null);
  return { rows, next: null };
}

/** A result that lost rows on its way is no result. */
function hold(given: number, promised: string | number | null): void {
  if (promised !== null && Number(promised) !== given)
    throw unexpectedAnswer('a Bulk query', `gave ${given} of ${promised} rows`);
}

/** The end is told as the word null (research/salesforce.md §1.2). */
function toLocator(header: string | null): string | null {
  return header === null || header === '' || header === 'null' ? null : header;
}
