import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import { mark } from '../apply-page/mark-touched.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Marks every subject that has cards: what they say depends on the day. */
export async function markCards(scope: TenantScope): Promise<void> {
  await mark(
    scope,
    sql`select distinct case when deal_id is null then 'conversation' else 'deal' end,
      coalesce(deal_id, person_id) from card where tenant_id = ${scope.tenantId}`,
  );
}

export interface TurnsAt {
  readonly now: Instant;
  /** Mails and calls of buyers since then are new. */
  readonly since: Instant;
}

/**
 * The order in which marked subjects get their cards: 0 a meeting within two days, 1 something new from a buyer, 2 open
 * deals and conversations, 3 what has ended. Worked out once for all, because a subject is asked for in slices.
 */
export async function giveTurns(
  { tenantId, trx }: TenantScope,
  { now, since }: TurnsAt,
): Promise<void> {
  await sql`
    with heard as (
      select kind, id, kind = 'meeting' and at >= ${now} as is_ahead from activity
      where tenant_id = ${tenantId} and (
        kind = 'meeting' and at between ${now} and ${now}::timestamptz + interval '48 hours'
        or direction = 'in' and at between ${since} and ${now})
    ), near as (
      select 'deal' as subject, deal_id as id, is_ahead from heard
      join activity_deal on activity_deal.tenant_id = ${tenantId}
        and activity_deal.kind = heard.kind and activity_id = heard.id
      union all
      select 'conversation', person_id, is_ahead from heard
      join activity_person on activity_person.tenant_id = ${tenantId}
        and activity_person.kind = heard.kind and activity_id = heard.id
    ), turned as (
      select touched.kind, touched.id, case
        when bool_or(is_ahead) then 0 when bool_or(not is_ahead) then 1
        when touched.kind = 'deal' and bool_and(coalesce(outcome, 'open') <> 'open') then 3
        else 2 end as turn
      from touched_subject as touched
      left join near on near.subject = touched.kind and near.id = touched.id
      left join deal_in_pipeline as deal on deal.tenant_id = ${tenantId}
        and touched.kind = 'deal' and deal.id = touched.id
      where touched.tenant_id = ${tenantId}
      group by touched.kind, touched.id
    )
    update touched_subject as touched set turn = turned.turn from turned
    where touched.tenant_id = ${tenantId} and touched.kind = turned.kind
      and touched.id = turned.id and touched.turn <> turned.turn
  `.execute(trx);
}
