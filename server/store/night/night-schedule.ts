import { sql, type RawBuilder } from 'kysely';
import type { Schedule } from '../../sync/night/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadSchedule({ tenantId, trx }: TenantScope): Promise<Schedule | null> {
  const { rows } = await sql<Schedule>`
    select next_at, night_hour, time_zone, last_started_at, catch_up from night_schedule
    where tenant_id = ${tenantId}
  `.execute(trx);
  return rows[0] ?? null;
}

/**
 * Whoever planned before a night began knows less than that night: its schedule stays, and is the answer. Otherwise the
 * night that has just begun would be due once more.
 */
export async function saveSchedule(scope: TenantScope, schedule: Schedule): Promise<Schedule> {
  const sameNight = sql`
    where night_schedule.last_started_at is not distinct from excluded.last_started_at`;
  await upsert(scope, schedule, sameNight);
  return (await loadSchedule(scope)) ?? schedule;
}

/** For a night that begins, under the tenant's lock. */
export function replaceSchedule(scope: TenantScope, schedule: Schedule): Promise<void> {
  return upsert(scope, schedule, sql``);
}

async function upsert(
  { tenantId, trx }: TenantScope,
  { nextAt, nightHour, timeZone, lastStartedAt, catchUp }: Schedule,
  guard: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into night_schedule (tenant_id, next_at, night_hour, time_zone, last_started_at, catch_up)
    values (${tenantId}, ${nextAt}, ${nightHour}, ${timeZone}, ${lastStartedAt}, ${catchUp})
    on conflict (tenant_id) do update
    set next_at = excluded.next_at, night_hour = excluded.night_hour,
      time_zone = excluded.time_zone, last_started_at = excluded.last_started_at,
      catch_up = excluded.catch_up
    ${guard}
  `.execute(trx);
}
