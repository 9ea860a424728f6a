import { sql } from 'kysely';
import type { CardReach, CardSubject } from '../../insight/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

/**
 * How far the last night came for each card. A night reads kind by kind, so a card was reached when no kind was left
 * waiting. What a night did not reach was read up to the end of the slowest waiting kind's last whole window, or up to
 * the moment at which somebody had its deal refreshed, if all that was known of the deal has been read again since.
 */
export async function loadReach(
  { tenantId, trx }: TenantScope,
  subjects: readonly CardSubject[],
): Promise<readonly CardReach[]> {
  const dealIds = subjects.flatMap(({ dealId }) => dealId ?? []);
  const { rows } = await sql<Found>`
    with last as (
      select id, started_at from night
      where tenant_id = ${tenantId} and finished_at is not null
      order by finished_at desc limit 1
    ), waiting as (
      select unit.kind, (
        select max(window_to) from sync_unit as before
        where before.tenant_id = ${tenantId} and before.kind = unit.kind
          and before.phase = 'changes' and before.done) as read_to
      from last join sync_unit as unit on unit.tenant_id = ${tenantId}
        and unit.night_id = last.id and unit.phase = 'changes' and not unit.done
    ), floor as (
      select count(*)::int as kinds, case when bool_and(read_to is not null) then min(read_to) end as at
      from waiting
    ), refreshed as (
      select asked.id, asked.at from record_refresh as asked
      where asked.tenant_id = ${tenantId} and asked.kind = 'deal' and asked.id = any(${dealIds})
        and not asked.look_around and not exists (
          select from activity_deal as tied
          join activity on activity.tenant_id = ${tenantId}
            and activity.kind = tied.kind and activity.id = tied.activity_id
          where tied.tenant_id = ${tenantId} and tied.deal_id = asked.id
            and (activity.verified_at is null or activity.verified_at < asked.at))
    )
    select floor.kinds as waiting, floor.at as floor_at, refreshed.id as deal_id,
      greatest(floor.at, refreshed.at) as read_until,
      refreshed.at >= last.started_at as is_refreshed
    from floor left join last on true left join refreshed on true
  `.execute(trx);
  return subjects.map((subject) => reachOf(subject, rows));
}

interface Found {
  readonly waiting: number;
  readonly floorAt: string | null;
  readonly dealId: string | null;
  readonly readUntil: string | null;
  readonly isRefreshed: boolean | null;
}

/** While its past is still being read, a refresh does not make a card whole. */
function reachOf({ dealId }: CardSubject, rows: readonly Found[]): CardReach {
  const own = rows.find((row) => dealId !== null && row.dealId === dealId) ?? rows[0];
  if (own === undefined || own.waiting === 0) return 'reached';
  if (own.floorAt === null || own.dealId !== dealId) return { readUntil: own.floorAt };
  return own.isRefreshed === true ? 'reached' : { readUntil: own.readUntil };
}
