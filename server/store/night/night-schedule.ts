import { sql } from 'kysely';
import type { Schedule } from '../../sync/night/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadSchedule({ tenantId, trx }: TenantScope): Promise<Schedule | null> {
  const { rows } = await sql<Schedule>`
    select next_at, night_hour, time_zone, last_started_at, catch_up from night_schedule
    where tenant_id = ${tenantId}
  `.execute(trx);
  return rows[0] ?? null;
}

export async function saveSchedule(
  { tenantId, trx }: TenantScope,
  { nextAt, nightHour, timeZone, lastStartedAt, catchUp }: Schedule,
): Promise<void> {
  await sql`
    insert into night_schedule (tenant_id, next_at, night_hour, time_zone, last_started_at, catch_up)
    values (${tenantId}, ${nextAt}, ${nightHour}, ${timeZone}, ${lastStartedAt}, ${catchUp})
    on conflict (tenant_id) do update
    set next_at = excluded.next_at, night_hour = excluded.night_hour,
      time_zone = excluded.time_zone, last_started_at = excluded.last_started_at,
      catch_up = excluded.catch_up
  `.execute(trx);
}
