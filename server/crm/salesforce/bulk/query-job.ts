import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { isRefusedFor, jobRuns, unexpectedAnswer } from '../errors.ts';
import type { JobPlace } from '../reading/cursor.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import { pollWaitMs } from './poll-wait.ts';

/**
 * Bulk 2.0 queries, a call at a time: the job's state lives in the cursor, nobody sleeps, and a part of the result is taken
 * over while it arrives. No ORDER BY and no LIMIT, which would switch PK chunking off (research/salesforce.md §1.3).
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

export interface JobPart {
  readonly now: Date;
  /** At most so many. */
  readonly rows: number;
  readonly take: (row: CsvRow) => void;
}

/** Where the job goes on; null: this was the last part. `lost`: the job failed or is gone. */
export type NextPart = JobPlace | 'lost' | null;

/** The next part of a result, row by row. Throws `wait` while the job runs. */
export async function readJob(
  client: SalesforceClient,
  place: JobPlace,
  part: JobPart,
): Promise<NextPart> {
  // Once a part came, the job is known to be complete.
  if (place.locator !== null) return readPart(client, place, part);
  const job = await askJob(client, place.jobId);
  if (job === null || job.state === 'Failed' || job.state === 'Aborted') return 'lost';
  if (job.state !== 'JobComplete')
    throw jobRuns(place.jobId, pollWaitMs(part.now.getTime() - place.startedMs));
  return readPart(client, { ...place, promised: job.numberRecordsProcessed ?? null }, part);
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
  { rows, take }: JobPart,
): Promise<NextPart> {
  const { jobId, locator, taken, promised } = place;
  const query = { maxRecords: String(rows), ...(locator === null ? {} : { locator }) };
  let [all, further]: [number, string | null] = [taken, null];
  await client.stream(
    { method: 'GET', path: `${JOBS}/${jobId}/results`, query },
    async (body, header) => {
      const given = await csvRows(body, take);
      hold(given, header('sforce-numberofrecords'));
      all += given;
      further = toLocator(header('sforce-locator'));
    },
  );
  if (further !== null) return { ...place, locator: further, taken: all };
  hold(all, promised);
  return null;
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
