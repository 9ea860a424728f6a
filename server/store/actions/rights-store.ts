import { sql } from 'kysely';
import type { Ownership, Ref, RightsStore } from '../../insight/rights/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';

export function createRightsStore(inTenant: UnitOfWork): RightsStore {
  return {
    loadOwnership: (tenantId, viewerUserId, refs) =>
      inTenant(tenantId, (scope) => loadOwnership(scope, viewerUserId, refs)),
    listDealsOf: (tenantId, ref) => inTenant(tenantId, (scope) => listDealsOf(scope, ref)),
  };
}

/** One statement: a card is opened often, and every opening asks this. */
async function loadOwnership(
  { tenantId, trx }: TenantScope,
  viewerUserId: string,
  refs: readonly Ref[],
): Promise<Ownership> {
  const asked = refs.map(({ kind, id }) => ({ kind, id }));
  const { rows } = await sql<Ownership>`
    with ref as (
      select distinct kind, id from jsonb_to_recordset(${toJsonb(asked)}) as ref (kind text, id text)
    ), owned as (
      select kind, id, ${ownerOfActivity(tenantId)} from activity join ref using (kind, id)
        where tenant_id = ${tenantId}
      union all select kind, id, owner_id from deal join ref using (id)
        where tenant_id = ${tenantId} and kind = 'deal'
      union all select kind, id, owner_id from person join ref using (id)
        where tenant_id = ${tenantId} and kind = 'contact'
      union all select kind, id, owner_id from lead join ref using (id)
        where tenant_id = ${tenantId} and kind = 'lead'
    ), owner as (
      select id, user_id, team_ids from seller where tenant_id = ${tenantId}
        and (user_id = ${viewerUserId} or id in (select owner_id from owned))
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'userId', user_id, 'teamIds', team_ids)), '[]') from owner) as owners,
      (select coalesce(jsonb_agg(jsonb_build_object(
        'kind', kind, 'id', id, 'ownerId', owner_id)), '[]') from owned) as owned
  `.execute(trx);
  return rows[0] ?? { owners: [], owned: [] };
}

/** What came from a website has no owner in the CRM and stands in the contact's timeline: their owner's. */
function ownerOfActivity(tenantId: TenantScope['tenantId']) {
  return sql`case when activity.kind in ('thread', 'form') then (
      select min(person.owner_id) from activity_person as member
      join person on person.tenant_id = member.tenant_id and person.id = member.person_id
      where member.tenant_id = ${tenantId} and member.kind = activity.kind
        and member.activity_id = activity.id)
    else activity.owner_id end as owner_id`;
}

async function listDealsOf(
  { tenantId, trx }: TenantScope,
  { kind, id }: Ref,
): Promise<readonly Ref[]> {
  if (kind !== 'contact') return [];
  const { rows } = await sql<Ref>`
    select 'deal' as kind, deal_id as id from deal_person
    where tenant_id = ${tenantId} and person_id = ${id}
  `.execute(trx);
  return rows;
}
