import { sql } from 'kysely';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { NightOutcome, NightUnit, RunningNight } from '../../sync/night/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** A night with what it has done so far. */
export interface Night extends RunningNight {
  readonly records: number;
  readonly activities: number;
  readonly readings: number;
  readonly cards: number;
  /** CRM calls since it began. */
  readonly apiCalls: number;
  /** Null while it runs. */
  readonly outcome: NightOutcome | null;
}

/** The unfinished night, else the last one. */
export async function loadLatest({ tenantId, trx }: TenantScope): Promise<Night | null> {
  const { rows } = await sql<Night>`
    select id, phase, records, activities, readings, cards, started_at, finished_at, steps_done,
      stopped_for, outcome, resumes_at,
      coalesce(api_calls, ${callsSince(tenantId)})::int as api_calls
    from night where tenant_id = ${tenantId}
    order by finished_at is null desc, started_at desc limit 1
  `.execute(trx);
  return rows[0] ?? null;
}

export async function listUnits(
  { tenantId, trx }: TenantScope,
  nightId: string,
): Promise<readonly NightUnit[]> {
  const { rows } = await sql<NightUnit>`
    select work_id, kind, phase, window_from as "from", done from sync_unit
    where tenant_id = ${tenantId} and night_id = ${nightId}
    order by kind, phase
  `.execute(trx);
  return rows;
}

/** Ends of the last windows that were read completely, by kind. */
export async function loadWatermarks({
  tenantId,
  trx,
}: TenantScope): Promise<ReadonlyMap<RecordKind, Instant>> {
  const { rows } = await sql<{ kind: RecordKind; readTo: Instant }>`
    select kind, max(window_to) as read_to from sync_unit
    where tenant_id = ${tenantId} and phase = 'changes' and done and complete group by kind
  `.execute(trx);
  return new Map(rows.map(({ kind, readTo }) => [kind, readTo]));
}

/** By kind, when all ids of the CRM were last held against ours, the first load included. */
export async function loadComparedAt({
  tenantId,
  trx,
}: TenantScope): Promise<ReadonlyMap<RecordKind, Instant>> {
  const { rows } = await sql<{ kind: RecordKind; comparedAt: Instant }>`
    select kind, max(window_to) as compared_at from sync_unit
    where tenant_id = ${tenantId} and done and complete
      and (phase = 'sweep' or (phase = 'changes' and window_from is null))
    group by kind
  `.execute(trx);
  return new Map(rows.map(({ kind, comparedAt }) => [kind, comparedAt]));
}

/** Counted before each call, so that a crash between a call and its counting loses none. */
export function callsSince(tenantId: TenantId) {
  return sql`${callsEver(tenantId)} - calls_before`;
}

export function callsEver(tenantId: TenantId) {
  return sql<number>`(
    select coalesce(sum(night + visitor), 0) from api_day where tenant_id = ${tenantId})`;
}
