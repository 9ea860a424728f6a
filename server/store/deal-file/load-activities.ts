import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { Activity, DealTie } from '../../domain/activity.ts';
import type { Deal } from '../../domain/deal.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

export interface ActivityRow {
  readonly activity: Activity;
  /** Set when it was seen but could not be read. */
  readonly notReadBecause: string | null;
}

/** A deal with its persons, or one person's conversation. */
interface Exchange {
  readonly deal: Deal | null;
  readonly personIds: readonly string[];
}

interface StoredActivity extends Omit<Activity, 'tie'> {
  readonly tieKind: DealTie['kind'];
  readonly tieDealIds: readonly string[];
  readonly notReadBecause: string | null;
}

/**
 * What belongs to each exchange, in the order asked. To a deal: what is tied to it or shared with it, and its first
 * chapter, which is what its persons exchanged with us, without a deal, in the 90 days before it was created. To a
 * conversation: all that its person exchanged with us without a deal.
 *
 * What is selected is looked up once, before the activities, and each `offset 0` keeps the planner to one look-up by key
 * a row: on a first night the tables have no statistics yet, and Postgres would look through the tenant instead (4 s a
 * deal instead of 5 ms).
 */
export async function loadActivities(
  scope: TenantScope,
  exchanges: readonly (Exchange | null)[],
): Promise<readonly (readonly ActivityRow[])[]> {
  const found = await selectOf(scope, exchanges.flatMap(toQuestion));
  const byPlace = Map.groupBy(found, ({ place }) => place);
  return exchanges.map((_, place) =>
    (byPlace.get(place) ?? []).map(({ activity }) => toActivityRow(activity)),
  );
}

interface Question {
  /** Of the exchange in the list that was asked for. */
  readonly place: number;
  readonly dealId: string | null;
  readonly personIds: readonly string[];
  readonly createdAt: Instant | null;
}

function toQuestion(exchange: Exchange | null, place: number): readonly Question[] {
  if (exchange === null) return [];
  const { deal, personIds } = exchange;
  return [{ place, personIds, dealId: deal?.id ?? null, createdAt: deal?.createdAt ?? null }];
}

async function selectOf({ tenantId, trx }: TenantScope, questions: readonly Question[]) {
  const { rows } = await sql<{ readonly place: number } & StoredActivity>`
    with exchange as materialized (
      select * from jsonb_to_recordset(${toJsonb(questions)}) as each (
        place int, "dealId" text, "personIds" text[], "createdAt" timestamptz)
    ), selected as materialized (
      select place, tied.kind, tied.activity_id from exchange
      cross join lateral (
        select kind, activity_id from activity_deal
        where tenant_id = ${tenantId} and deal_id = "dealId" offset 0) as tied
      union
      select place, member.kind, member.activity_id from exchange
      cross join unnest("personIds") as person (id)
      cross join lateral (
        select kind, activity_id from activity_person
        where tenant_id = ${tenantId} and person_id = person.id offset 0) as member
      cross join lateral (
        select at, tie_kind from activity
        where tenant_id = ${tenantId} and kind = member.kind and id = member.activity_id offset 0
      ) as untied
      where tie_kind = 'none'
        and ("dealId" is null or at between "createdAt" - interval '90 days' and "createdAt")
    )
    select place, activity.* from selected
    cross join lateral (
      select kind, id, at, end_at, direction, author_person_id, seller_id, tie_kind, tie_deal_ids,
        thread_id, outcome, survey, topics, questions, automatic, not_read_because,
        array(select person_id from activity_person
          where tenant_id = ${tenantId} and kind = selected.kind
            and activity_id = selected.activity_id
          order by person_id) as person_ids
      from activity
      where tenant_id = ${tenantId} and kind = selected.kind and id = selected.activity_id offset 0
    ) as activity
    order by at, kind, id
  `.execute(trx);
  return rows.map(({ place, ...activity }) => ({ place, activity }));
}

function toActivityRow({ tieKind, tieDealIds, ...row }: StoredActivity): ActivityRow {
  const { notReadBecause, ...rest } = row;
  return { activity: { ...rest, tie: toTie(tieKind, tieDealIds) }, notReadBecause };
}

function toTie(kind: DealTie['kind'], dealIds: readonly string[]): DealTie {
  const [dealId] = dealIds;
  if (kind === 'deal' && dealId !== undefined) return { kind, dealId };
  return kind === 'shared' ? { kind, dealIds } : { kind: 'none' };
}
