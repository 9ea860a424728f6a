import { sql } from 'kysely';
import type { NightEnd, NightPhase, NightStop } from '../../sync/night/port.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { callsSince } from './load-night.ts';

export async function showPhase(
  { tenantId, trx }: TenantScope,
  nightId: string,
  phase: NightPhase,
): Promise<void> {
  await sql`
    update night set phase = ${phase}
    where tenant_id = ${tenantId} and id = ${nightId} and finished_at is null
  `.execute(trx);
}

export async function finishStep(
  { tenantId, trx }: TenantScope,
  nightId: string,
  step: string,
): Promise<void> {
  await sql`
    update night set steps_done = array_append(array_remove(steps_done, ${step}::text), ${step}::text)
    where tenant_id = ${tenantId} and id = ${nightId}
  `.execute(trx);
}

export async function stopReading(
  { tenantId, trx }: TenantScope,
  nightId: string,
  { reason, resumesAt }: NightStop,
): Promise<void> {
  await sql`
    update night
    set stopped_for = array_append(array_remove(stopped_for, ${reason}::text), ${reason}::text),
      resumes_at = coalesce(resumes_at, ${resumesAt})
    where tenant_id = ${tenantId} and id = ${nightId} and finished_at is null
  `.execute(trx);
}

export async function addCards(
  { tenantId, trx }: TenantScope,
  nightId: string,
  cards: number,
): Promise<void> {
  await sql`
    update night set cards = cards + ${cards}::int
    where tenant_id = ${tenantId} and id = ${nightId} and finished_at is null
  `.execute(trx);
}

/** Repeating it changes nothing, and writes its receipt once. */
export async function finishNight(
  { tenantId, trx }: TenantScope,
  nightId: string,
  { finishedAt, outcome, receipt }: NightEnd,
): Promise<void> {
  const { rows } = await sql`
    update night set phase = 'finished', finished_at = ${finishedAt}, outcome = ${outcome},
      api_calls = ${callsSince(tenantId)}
    where tenant_id = ${tenantId} and id = ${nightId} and finished_at is null
    returning 1
  `.execute(trx);
  if (rows.length === 0 || receipt === null) return;
  await sql`
    insert into receipt (tenant_id, night_id, kind, record_id, reason)
    values (${tenantId}, ${nightId}, 'night', null, ${receipt})
    on conflict (tenant_id, kind, record_id, reason) do update
    set night_id = excluded.night_id, at = excluded.at
  `.execute(trx);
}
