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
  return loadActivities(
    scope,
    sql`tie_deal_ids @> ${[deal.id]}::text[] or (
      tie_kind = 'none'
      and at between ${deal.createdAt}::timestamptz - interval '90 days' and ${deal.createdAt}
      and ${tookPart(scope, deal.personIds)})`,
  );
}

export async function loadActivitiesOfConversation(
  scope: TenantScope,
  personId: string,
): Promise<readonly ActivityRow[]> {
  return loadActivities(scope, sql`tie_kind = 'none' and ${tookPart(scope, [personId])}`);
}

function tookPart({ tenantId }: TenantScope, personIds: readonly string[]): RawBuilder<unknown> {
  return sql`(kind, id) in (
    select kind, activity_id from activity_person
    where tenant_id = ${tenantId} and person_id = any(${personIds}))`;
}

type StoredActivity = Omit<Activity, 'tie'> & {
  readonly tieKind: DealTie['kind'];
  readonly tieDealIds: readonly string[];
  readonly notReadBecause: string | null;
};

async function loadActivities(
  { tenantId, trx }: TenantScope,
  selected: RawBuilder<unknown>,
): Promise<readonly ActivityRow[]> {
  const { rows } = await sql<StoredActivity>`
    select kind, id, at, end_at, direction, author_person_id, seller_id, tie_kind, tie_deal_ids,
      thread_id, outcome, survey, topics, questions, automatic, not_read_because,
      array(select person_id from activity_person as member
        where member.tenant_id = activity.tenant_id and member.kind = activity.kind
          and activity_id = activity.id
        order by person_id) as person_ids
    from activity
    where tenant_id = ${tenantId} and (${selected})
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
