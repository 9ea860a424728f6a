import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { EndedJob, InsightJob, SayingInsightWrite, SentJob } from '../../crm/writes.ts';
import type {
  InsightJobStore,
  OrgInsightStore,
  RunningInsightJob,
  SettledInsight,
} from '../port.ts';
import {
  composeWaiting,
  saysSomethingElse,
  type ComposeInsights,
  type Composed,
} from './compose-waiting.ts';

export interface JobTools {
  readonly crm: Pick<CrmPort, 'writeInsights' | 'openInsightJob' | 'readInsightJob'>;
  readonly store: OrgInsightStore;
  readonly jobs: InsightJobStore;
  readonly compose: ComposeInsights;
  readonly clock: () => Date;
}

/** From so many on a job costs fewer calls than 200 a call. */
export const ROWS_FOR_JOB = 10_000;
/** Composed at once. */
const SLICE = 200;
/** After a job that came to nothing, for so long all goes 200 a call: nothing goes in circles. */
const DOUBT_MS = 24 * 60 * 60_000;

/**
 * Very many records go by a job of the CRM's: it takes a few calls and works by itself. Which records are on their way, and
 * what they say, is kept until it has ended; killed before that is known, they are sent again, which changes nothing. True:
 * something was done. Throws `wait` while a job runs.
 */
export async function pushByJob(tools: JobTools, tenantId: TenantId): Promise<boolean> {
  const { crm, jobs } = tools;
  if (crm.openInsightJob === undefined || crm.readInsightJob === undefined) return false;
  const running = await jobs.loadRunning(tenantId);
  if (running !== null) {
    await settleJob(tools, tenantId, { running, ended: await crm.readInsightJob(running) });
    return true;
  }
  if (!(await isWorthAJob(tools, tenantId))) return false;
  await beginJobs(tools, tenantId, crm.openInsightJob());
  return true;
}

async function isWorthAJob({ store, jobs, clock }: JobTools, tenantId: TenantId): Promise<boolean> {
  if ((await store.countWaiting(tenantId, ROWS_FOR_JOB + 1)) <= ROWS_FOR_JOB) return false;
  const lostAt = await jobs.lastLostAt(tenantId);
  return lostAt === null || clock().getTime() - Date.parse(lostAt) > DOUBT_MS;
}

interface Ending {
  readonly running: RunningInsightJob;
  /** Null: it came to nothing. */
  readonly ended: EndedJob | null;
}

async function settleJob(
  { store, jobs, clock }: JobTools,
  tenantId: TenantId,
  { running: { jobId, begunAt, rows }, ended }: Ending,
): Promise<void> {
  if (ended === null) {
    await jobs.endLost(tenantId, jobId, clock().toISOString());
    return;
  }
  const settled = rows.filter(({ ref }) => !ended.again.has(ref.id));
  const receipts = settled.flatMap(({ ref }) => {
    const reason = ended.refused.get(ref.id)?.reason ?? null;
    return reason === null ? [] : [{ ...ref, reason }];
  });
  // Killed in between, it is settled twice, which changes nothing.
  await store.settle(tenantId, settled, { at: begunAt, receipts });
  await jobs.end(tenantId, jobId);
}

/** All that waits, or as much as a job takes; what says the same as before, or nothing any more, is settled at once. */
async function beginJobs(tools: JobTools, tenantId: TenantId, job: InsightJob): Promise<void> {
  const { crm, store, jobs, compose, clock } = tools;
  const begunAt = clock().toISOString();
  const waiting = await store.listWaiting(tenantId, 2 * ROWS_FOR_JOB);
  const added = new Map<string, SettledInsight>();
  for (let first = 0; first < waiting.length; first += SLICE) {
    const moment = { tenantId, now: begunAt };
    const composed = await composeWaiting(compose, moment, waiting.slice(first, first + SLICE));
    const saying = composed.flatMap(toWrite);
    const taken = saying.filter(({ write }) => job.add(write));
    for (const { settled } of taken) added.set(keyOf(settled.ref), settled);
    await settleOthers({ crm, store }, { tenantId, begunAt, composed });
    if (taken.length < saying.length) break;
  }
  const sent = await job.send();
  await jobs.hold(tenantId, sent.map(toRunning));

  function toRunning({ jobId, refs }: SentJob): RunningInsightJob {
    return { jobId, begunAt, rows: refs.flatMap((ref) => added.get(keyOf(ref)) ?? []) };
  }
}

function keyOf({ kind, id }: SettledInsight['ref']): string {
  return `${kind}/${id}`;
}

interface Saying {
  readonly settled: SettledInsight;
  readonly write: SayingInsightWrite;
}

function toWrite(composed: Composed): readonly Saying[] {
  const { ref, hash, hasCard, values } = composed;
  if (values === null || !saysSomethingElse(composed)) return [];
  return [{ settled: { ref, hash, hasCard }, write: { ref, values } }];
}

interface Others {
  readonly tenantId: TenantId;
  readonly begunAt: Instant;
  readonly composed: readonly Composed[];
}

/** What goes is removed by its ids, for which there is no key to upsert by. */
async function settleOthers(
  { crm, store }: Pick<JobTools, 'crm' | 'store'>,
  { tenantId, begunAt, composed }: Others,
): Promise<void> {
  const others = composed.filter((each) => each.values === null || !saysSomethingElse(each));
  const gone = others.filter(saysSomethingElse).map(({ ref }) => ({ ref, values: null }));
  if (gone.length > 0) await crm.writeInsights?.(gone);
  await store.settle(tenantId, others, { at: begunAt, receipts: [] });
}
