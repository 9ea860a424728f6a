import { z } from 'zod';
import { jsonOf, type Incoming } from '../../http/exchange.ts';
import { notFound, ok, refuse, type Answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { IngestJob } from './ingest-jobs.ts';
import { writeLines } from './write-lines.ts';

/** Base64 makes 150 MB of it, the most that Salesforce takes (Bulk API 2.0 guide, "Upload Job Data"; read 2026-11-23). */
const MOST_BYTES = 100_000_000;

interface JobPath {
  /** "": none is named. */
  readonly id: string;
  /** "", "batches", "failedResults". */
  readonly part: string;
}

/** What stands behind `/jobs/ingest`: upserts of CSV with LF, one upload a job. */
export function serveIngestJobs(desk: Desk, incoming: Incoming, { id, part }: JobPath): Answer {
  const { method } = incoming;
  if (id === '') return method === 'POST' ? createJob(desk, jsonOf(incoming)) : notFound();
  const job = desk.ingest.find(id);
  if (job === null) return notFound();
  if (part === 'batches') return upload(job, incoming);
  if (part === 'failedResults') return giveFailures(job);
  if (part !== '') return notFound();
  if (method === 'PATCH') return changeState(job, jsonOf(incoming));
  look(desk, job);
  return ok(describe(job));
}

const Wanted = z.strictObject({
  object: z.string(),
  operation: z.literal('upsert'),
  externalIdFieldName: z.string(),
  contentType: z.literal('CSV'),
  lineEnding: z.literal('LF'),
});

function createJob({ org, ingest }: Desk, body: unknown): Answer {
  const wanted = Wanted.safeParse(body);
  if (!wanted.success) return refuse(400, 'JSON_PARSER_ERROR', 'Unexpected input.');
  const { object, externalIdFieldName } = wanted.data;
  const schema = org.schema(object);
  if (schema === null) return refuse(400, 'INVALIDENTITY', `Unable to find object: ${object}`);
  if (schema.externalIds?.includes(externalIdFieldName) !== true)
    return refuse(400, 'INVALIDJOB', `InvalidJob : Field name not found : ${externalIdFieldName}`);
  return ok(describe(ingest.open(schema.name, externalIdFieldName)));
}

function upload(job: IngestJob, { method, rawBody, header }: Incoming): Answer {
  if (method !== 'PUT') return notFound();
  if (job.state !== 'Open' || job.csv !== null)
    return refuse(400, 'INVALIDJOBSTATE', 'Data was uploaded already.');
  if (header('content-type')?.startsWith('text/csv') !== true)
    return refuse(400, 'INVALIDCONTENTTYPE', 'The content type must be text/csv.');
  if (Buffer.byteLength(rawBody) > MOST_BYTES)
    return refuse(413, 'REQUEST_ENTITY_TOO_LARGE', 'The upload is too large.');
  job.csv = rawBody;
  return { status: 201, body: '' };
}

const Change = z.strictObject({ state: z.enum(['UploadComplete', 'Aborted']) });

function changeState(job: IngestJob, body: unknown): Answer {
  const change = Change.safeParse(body);
  if (!change.success) return refuse(400, 'JSON_PARSER_ERROR', 'Unexpected input.');
  const { state } = change.data;
  if (state === 'UploadComplete' && (job.state !== 'Open' || job.csv === null))
    return refuse(400, 'INVALIDJOBSTATE', `The job is ${job.state}.`);
  job.state = state;
  return ok(describe(job));
}

/** Salesforce works by itself; here, whenever somebody looks: first it has begun, then it is done. */
function look(desk: Desk, job: IngestJob): void {
  if (job.state === 'UploadComplete') job.state = 'InProgress';
  else if (job.state === 'InProgress' && desk.ingest.fate === 'fail') job.state = 'Failed';
  else if (job.state === 'InProgress' && desk.ingest.fate === 'complete') writeLines(desk, job);
}

function describe({ id, object, state, processed, failed }: IngestJob): object {
  const counted =
    state === 'JobComplete'
      ? { numberRecordsProcessed: processed, numberRecordsFailed: failed.length }
      : {};
  return { id, object, operation: 'upsert', state, contentType: 'CSV', ...counted };
}

/** The lines as they came, with what was wrong in front. */
function giveFailures({ state, csv, failed }: IngestJob): Answer {
  if (state !== 'JobComplete') return notFound();
  const head = (csv ?? '').slice(0, (csv ?? '').indexOf('\n'));
  const lines = failed.map(({ error, cells }) => ['', error, ...cells].map(quoted).join(','));
  return {
    status: 200,
    body: `${[`"sf__Id","sf__Error",${head}`, ...lines].join('\n')}\n`,
    headers: { 'content-type': 'text/csv' },
  };
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
