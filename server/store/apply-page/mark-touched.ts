import { type RawBuilder, sql } from 'kysely';
import type { RecordRef } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Every deal these persons are in or were heard in, and their conversations. */
export async function markPersons(scope: TenantScope, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await mark(
    scope,
    sql`
      select 'conversation', id from unnest(${personIds}::text[]) as id
      union select 'deal', deal_id from deal_person
        where tenant_id = ${scope.tenantId} and person_id = any(${personIds})
      union select 'deal', unnest(tie_deal_ids) from activity_person as member
        join activity on activity.tenant_id = member.tenant_id
          and activity.kind = member.kind and activity.id = member.activity_id
        where member.tenant_id = ${scope.tenantId} and person_id = any(${personIds})`,
  );
}

/** A deal's own card, and the conversations of its persons, which end and begin with an open deal. */
export async function markDeals(scope: TenantScope, dealIds: readonly string[]): Promise<void> {
  if (dealIds.length === 0) return;
  await mark(
    scope,
    sql`
      select 'deal', id from unnest(${dealIds}::text[]) as id
      union select 'conversation', person_id from deal_person
        where tenant_id = ${scope.tenantId} and deal_id = any(${dealIds})`,
  );
}

/**
 * Called before and after activities change, so that both the old and the new deal hear of it. An activity without a
 * deal speaks to its persons' conversations, and to a deal created within 90 days after it, as its first chapter. Each
 * `offset 0` keeps the planner to look-ups by key: in a first load it knows nothing of tables that grow by thousands a
 * minute, and would look through the tenant for every page.
 */
export async function markAround(scope: TenantScope, refs: readonly RecordRef[]): Promise<void> {
  if (refs.length === 0) return;
  await mark(
    scope,
    sql`
      with touched as materialized (
        select activity.* from jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)
        cross join lateral (
          select kind, id, at, tie_kind, tie_deal_ids from activity
          where tenant_id = ${scope.tenantId} and kind = ref.kind and id = ref.id offset 0
        ) as activity
      ), member as materialized (
        select person_id, tie_kind, at from touched
        cross join lateral (
          select person_id from activity_person
          where tenant_id = ${scope.tenantId} and kind = touched.kind and activity_id = touched.id
          offset 0) as person
        where tie_kind <> 'deal'
      ), membership as materialized (
        select member.*, deal_id, outcome, created_at from member
        cross join lateral (
          select deal_id from deal_person
          where tenant_id = ${scope.tenantId} and person_id = member.person_id offset 0) as place
        cross join lateral (
          select outcome, created_at from deal_in_pipeline
          where tenant_id = ${scope.tenantId} and id = place.deal_id offset 0) as known
      )
      select 'deal', unnest(tie_deal_ids) from touched
      union select 'deal', deal_id from membership
        where tie_kind = 'shared'
          or (tie_kind = 'none' and created_at between at and at + interval '90 days')
      union select 'conversation', person_id from member
        where tie_kind = 'none' and not exists (
          select from membership
          where membership.person_id = member.person_id and membership.outcome = 'open')`,
  );
}

/** A mark that is there moves on by at least a millisecond, so that a builder at work sees that it was marked again. */
export async function mark(scope: TenantScope, subjects: RawBuilder<unknown>): Promise<void> {
  if (scope.leavesMarks === false) return;
  await sql`
    insert into touched_subject (tenant_id, kind, id, marked_at)
    select ${scope.tenantId}, kind, id, clock_timestamp()
    from (${subjects}) as subject (kind, id)
    on conflict (tenant_id, kind, id) do update
    set marked_at = greatest(excluded.marked_at, touched_subject.marked_at + interval '1 ms')
  `.execute(scope.trx);
}
