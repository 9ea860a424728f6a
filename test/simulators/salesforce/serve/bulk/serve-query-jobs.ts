import { z } from 'zod';
import { jsonOf, type Incoming } from '../../http/exchange.ts';
import { RefusedQuery } from '../../soql/refused-query.ts';
import { runQuery, type QueryResult } from '../../soql/run-query.ts';
import { notFound, ok, refuse, type Answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { csvOf } from './csv-of.ts';
import type { QueryJob } from './query-jobs.ts';

interface JobPath {
  /** "": none is named. */
  readonly id: string;
  readonly wantsResults: boolean;
}

/** What stands behind `/jobs/query`. */
export function serveQueryJobs(
  desk: Desk,
  incoming: Incoming,
  { id, wantsResults }: JobPath,
): Answer {
  const { method, query } = incoming;
  if (id === '') return method === 'POST' ? createJob(desk, jsonOf(incoming)) : notFound();
  const job = desk.jobs.find(id);
  if (job === null) return notFound();
  if (wantsResults) return giveResults(desk, job, query);
  if (method === 'PATCH') job.state = 'Aborted';
  else desk.jobs.look(job);
  return ok(describe(job));
}

const Wanted = z.strictObject({ operation: z.enum(['query', 'queryAll']), query: z.string() });

/** `POST /jobs/query`. ORDER BY and LIMIT would switch PK chunking off (research/salesforce.md §1.3), so none may come. */
function createJob(desk: Desk, body: unknown): Answer {
  const wanted = Wanted.safeParse(body);
  if (!wanted.success) return refuse(400, 'JSON_PARSER_ERROR', 'Unexpected input.');
  if (desk.jobs.fate === 'refuse')
    return refuse(400, 'INVALIDENTITY', 'Entity is not supported by the Bulk API.');
  const { operation, query } = wanted.data;
  try {
    const { org, hidden, jobs } = desk;
    const result = runQuery(org, query, { withDeleted: operation === 'queryAll', hidden });
    const strange = strangeIn(query, result);
    if (strange !== null) return refuse(400, 'INVALIDJOB', `Bulk queries take no ${strange}.`);
    return ok(describe(jobs.open(operation, result)));
  } catch (error) {
    if (!(error instanceof RefusedQuery)) throw error;
    const code = error.fault === 'INVALID_TYPE' ? 'INVALIDENTITY' : error.fault;
    return refuse(400, code, error.message);
  }
}

function strangeIn(query: string, { onlyCount, children }: QueryResult): string | null {
  if (onlyCount) return 'COUNT()';
  if (children.length > 0) return 'sub-selects';
  return /\b(ORDER BY|LIMIT)\b/i.exec(query)?.[1] ?? null;
}

function describe({ id, operation, state, result }: QueryJob): object {
  const counted = state === 'JobComplete' ? { numberRecordsProcessed: result.rows.length } : {};
  return { id, operation, object: result.type, state, contentType: 'CSV', ...counted };
}

/** A part of the rows as CSV. The locator of the next part stands in a header; "null" after the last. */
function giveResults({ jobs }: Desk, job: QueryJob, query: URLSearchParams): Answer {
  if (job.state !== 'JobComplete') return notFound();
  const from = Number(query.get('locator') ?? 0);
  const most = Number(query.get('maxRecords') ?? Infinity);
  if (!Number.isSafeInteger(from) || from > job.result.rows.length)
    return refuse(400, 'INVALIDLOCATOR', 'The locator is invalid.');
  const end = Math.min(job.result.rows.length, from + most);
  const rows = job.result.rows.slice(from, jobs.fate === 'lossy' ? end - 1 : end);
  return {
    status: 200,
    body: csvOf(job.result, rows),
    headers: {
      'content-type': 'text/csv',
      'sforce-numberofrecords': String(end - from),
      'sforce-locator': end < job.result.rows.length ? String(end) : 'null',
    },
  };
}
