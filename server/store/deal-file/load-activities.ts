import { type RawBuilder, sql } from 'kysely';
import type { Activity, DealTie } from '../../domain/activity.ts';
import type { Deal } from '../../domain/deal.ts';
import type { TenantScope } from '../unit-of-work.ts';

export interface ActivityRow {
  readonly activity: Activity;
  /** Set when it was seen but could not be read. */
  readonly notReadBecause: string | null;
}

/**
 * What is tied to the deal or shared with it, and its first chapter: what its persons exchanged with us, without a deal,
 * in the 90 days before it was created.
 */
export async function loadActivitiesOfDeal(
  scope: TenantScope,
  deal: Deal,
): Promise<readonly ActivityRow[]> {
  const { tenantId } = scope;
  return loadActivities(
    scope,
    sql`
      select kind, activity_id from activity_deal
        where tenant_id = ${tenantId} and deal_id = ${deal.id}
      union ${withoutDeal(scope, deal.personIds)}
        and at between ${deal.createdAt}::timestamptz - interval '90 days' and ${deal.createdAt}`,
  );
}

export async function loadActivitiesOfConversation(
  scope: TenantScope,
  personId: string,
): Promise<readonly ActivityRow[]> {
  return loadActivities(scope, withoutDeal(scope, [personId]));
}

/** `offset 0` keeps the planner to one look-up by key a row; on tables without statistics it scans the tenant instead. */
function withoutDeal({ tenantId }: TenantScope, personIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    select member.kind, activity_id from activity_person as member
    cross join lateral (
      select at, tie_kind from activity
      where tenant_id = ${tenantId} and kind = member.kind and id = activity_id offset 0) as activity
    where member.tenant_id = ${tenantId} and person_id = any(${personIds}) and tie_kind = 'none'`;
}

type StoredActivity = Omit<Activity, 'tie'> & {
  readonly tieKind: DealTie['kind'];
  readonly tieDealIds: readonly string[];
  readonly notReadBecause: string | null;
};

/**
 * What is selected is looked up once, before the activities: on a first night the tables have no statistics yet, and
 * Postgres would look it up again for every activity there is (4 s a deal instead of 5 ms).
 */
async function loadActivities(
  { tenantId, trx }: TenantScope,
  selected: RawBuilder<unknown>,
): Promise<readonly ActivityRow[]> {
  const { rows } = await sql<StoredActivity>`
    with selected (kind, id) as materialized (${selected})
    select kind, id, at, end_at, direction, author_person_id, seller_id, tie_kind, tie_deal_ids,
      thread_id, outcome, survey, topics, questions, automatic, not_read_because,
      array(select person_id from activity_person as member
        where member.tenant_id = activity.tenant_id and member.kind = activity.kind
          and activity_id = activity.id
        order by person_id) as person_ids
    from activity
    where tenant_id = ${tenantId} and (kind, id) in (select kind, id from selected)
    order by at, kind, id
  `.execute(trx);
  return rows.map(toActivityRow);
}

function toActivityRow(row: StoredActivity): ActivityRow {
  const { tieKind, tieDealIds, notReadBecause, ...rest } = row;
  return { activity: { ...rest, tie: toTie(tieKind, tieDealIds) }, notReadBecause };
}

function toTie(kind: DealTie['kind'], dealIds: readonly string[]): DealTie {
  const [dealId] = dealIds;
  if (kind === 'deal' && dealId !== undefined) return { kind, dealId };
  return kind === 'shared' ? { kind, dealIds } : { kind: 'none' };
}
