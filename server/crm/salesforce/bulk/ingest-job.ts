import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { isRefusedFor, jobRuns, unexpectedAnswer } from '../errors.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';
import { pollWaitMs } from './poll-wait.ts';

/** Bulk 2.0 ingest: three calls begin a job, a few ask for its state, one tells what it did not write. */

const JOBS = '/jobs/ingest';
const Job = z.object({
  id: z.string(),
  state: z.string(),
  numberRecordsFailed: z.number().nullish(),
});
type Job = z.infer<typeof Job>;

export interface Upsert {
  readonly object: string;
  readonly externalIdFieldName: string;
  /** With its head, in UTF-8. */
  readonly csv: string;
}

/** The job's id, once all of it is in Salesforce's hands. A job that was left open before that is never worked on. */
export async function beginIngest(
  client: SalesforceClient,
  { object, externalIdFieldName, csv }: Upsert,
): Promise<string> {
  const format = { contentType: 'CSV', lineEnding: 'LF' };
  const body = { object, externalIdFieldName, operation: 'upsert', ...format };
  const { id } = toJob(await client.call({ method: 'POST', path: JOBS, body }));
  await client.call({ method: 'PUT', path: `${JOBS}/${id}/batches`, csv });
  const closing = { state: 'UploadComplete' };
  await client.call({ method: 'PATCH', path: `${JOBS}/${id}`, body: closing });
  return id;
}

/** Salesforce gives up sooner; a job that nobody works on is not waited for any longer. */
const LONGEST_MS = 24 * 60 * 60_000;

/** The rows that were not written, each with `sf__Error`. Null: the job failed or is gone. Throws `wait` while it runs. */
export async function readFailures(
  client: SalesforceClient,
  jobId: string,
  ageMs: number,
): Promise<readonly CsvRow[] | null> {
  const job = await askJob(client, jobId);
  if (job === null || job.state === 'Failed' || job.state === 'Aborted') return null;
  if (job.state !== 'JobComplete') {
    if (ageMs <= LONGEST_MS) throw jobRuns(jobId, pollWaitMs(ageMs));
    await client.call({ method: 'PATCH', path: `${JOBS}/${jobId}`, body: { state: 'Aborted' } });
    return null;
  }
  if (job.numberRecordsFailed === 0) return [];
  const call = { method: 'GET', path: `${JOBS}/${jobId}/failedResults` } as const;
  const rows: CsvRow[] = [];
  await client.stream(call, (body) => csvRows(body, (row) => void rows.push(row)));
  return rows;
}

/** Null: results are kept for seven days only. */
async function askJob(client: SalesforceClient, jobId: string): Promise<Job | null> {
  try {
    return toJob(await client.call({ method: 'GET', path: `${JOBS}/${jobId}` }));
  } catch (error) {
    if (isRefusedFor(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

function toJob(answer: unknown): Job {
  const job = Job.safeParse(answer).data;
  if (job === undefined) throw unexpectedAnswer('a Bulk job', 'names no job');
  return job;
}
