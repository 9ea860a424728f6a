import { sql } from 'kysely';
import type { Instant } from '../../shared/ids.ts';
import type { InsightJobStore, RunningInsightJob, SettledInsight } from '../sync/port.ts';
import { toJsonb } from './database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

export function createInsightJobStore(inTenant: UnitOfWork): InsightJobStore {
  return {
    loadRunning: (tenantId) => inTenant(tenantId, loadRunning),
    lastLostAt: (tenantId) => inTenant(tenantId, lastLostAt),
    hold: (tenantId, jobs) =>
      inTenant(tenantId, async (scope) => {
        for (const job of jobs) await hold(scope, job);
      }),
    end: (tenantId, jobId) => inTenant(tenantId, (scope) => end(scope, jobId)),
    endLost: (tenantId, jobId, at) =>
      inTenant(tenantId, async (scope) => {
        await end(scope, jobId);
        await rememberLost(scope, jobId, at);
      }),
  };
}

interface JobRow {
  readonly jobId: string;
  readonly begunAt: string;
  readonly kind: SettledInsight['ref']['kind'];
  readonly id: string;
  readonly hash: string;
}

async function loadRunning({ tenantId, trx }: TenantScope): Promise<RunningInsightJob | null> {
  const { rows } = await sql<JobRow>`
    select job_id, begun_at, kind, id, hash from insight_job_row
    where tenant_id = ${tenantId} and kind <> 'lost' and job_id = (
      select job_id from insight_job_row where tenant_id = ${tenantId} and kind <> 'lost'
      order by begun_at, job_id limit 1)
    order by kind, id
  `.execute(trx);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    jobId: first.jobId,
    begunAt: first.begunAt,
    rows: rows.map(({ kind, id, hash }) => ({ ref: { kind, id }, hash, hasCard: true })),
  };
}

async function lastLostAt({ tenantId, trx }: TenantScope): Promise<Instant | null> {
  const { rows } = await sql<{ begunAt: string }>`
    select begun_at from insight_job_row where tenant_id = ${tenantId} and kind = 'lost'
  `.execute(trx);
  return rows[0]?.begunAt ?? null;
}

async function hold(
  { tenantId, trx }: TenantScope,
  { jobId, begunAt, rows }: RunningInsightJob,
): Promise<void> {
  const held = rows.map(({ ref, hash }) => ({ ...ref, hash }));
  await sql`
    insert into insight_job_row (tenant_id, job_id, kind, id, hash, begun_at)
    select ${tenantId}::uuid, ${jobId}, kind, id, hash, ${begunAt}::timestamptz
    from jsonb_to_recordset(${toJsonb(held)}) as row (kind text, id text, hash text)
    on conflict (tenant_id, kind, id) do update
    set job_id = excluded.job_id, hash = excluded.hash, begun_at = excluded.begun_at
  `.execute(trx);
}

async function end({ tenantId, trx }: TenantScope, jobId: string): Promise<void> {
  await sql`
    delete from insight_job_row where tenant_id = ${tenantId} and job_id = ${jobId}
  `.execute(trx);
}

async function rememberLost(
  { tenantId, trx }: TenantScope,
  jobId: string,
  at: Instant,
): Promise<void> {
  await sql`
    insert into insight_job_row (tenant_id, job_id, kind, id, hash, begun_at)
    values (${tenantId}, ${jobId}, 'lost', '', '', ${at})
    on conflict (tenant_id, kind, id) do update
    set job_id = excluded.job_id, begun_at = excluded.begun_at
  `.execute(trx);
}
