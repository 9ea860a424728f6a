import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** When a tenant's next night begins, and for which hour of which clock that was worked out. */
export interface StoredSchedule {
  readonly nextAt: Instant;
  readonly nightHour: number;
  readonly timeZone: string;
  readonly lastStartedAt: Instant | null;
  readonly catchUp: boolean;
}

export async function loadSchedule({ tenantId, trx }: TenantScope): Promise<StoredSchedule | null> {
  const { rows } = await sql<StoredSchedule>`
    select next_at, night_hour, time_zone, last_started_at, catch_up from night_schedule
    where tenant_id = ${tenantId}
  `.execute(trx);
  return rows[0] ?? null;
}

export async function saveSchedule(
  { tenantId, trx }: TenantScope,
  { nextAt, nightHour, timeZone, lastStartedAt, catchUp }: StoredSchedule,
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
