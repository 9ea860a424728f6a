import { sql } from 'kysely';
import type { TenantScope } from '../unit-of-work.ts';

/** Everything that was read of or about these persons. Their rows and the fact of taking part stay. */
export async function silencePersons(
  scope: TenantScope,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const { tenantId, trx } = scope;
  await forgetCardsCiting(scope, personIds);
  await sql`
    update person set responses = null where tenant_id = ${tenantId} and id = any(${personIds})
  `.execute(trx);
  for (const table of ['evidence', 'statement']) {
    await sql`
      delete from ${sql.table(table)} as reading using activity
      where reading.tenant_id = ${tenantId} and activity.tenant_id = ${tenantId}
        and activity.kind = activity_kind and activity.id = activity_id
        and (person_id = any(${personIds}) or author_person_id = any(${personIds}))
    `.execute(trx);
  }
  await sql`
    update activity
    set topics = '{}', questions = 0, survey = null, read_by_model = null,
      not_read_because = 'do not analyse'
    where tenant_id = ${tenantId} and author_person_id = any(${personIds})
  `.execute(trx);
  await forgetVerdictsAndCards(scope, personIds);
}

export async function forgetVerdictsAndCards(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<void> {
  for (const table of ['verdict', 'card']) {
    await sql`
      delete from ${sql.table(table)}
      where tenant_id = ${tenantId} and person_id = any(${personIds})
    `.execute(trx);
  }
}

/** Other people's cards may quote what these persons wrote, or show them in the group; they are built again. */
async function forgetCardsCiting(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<void> {
  await sql`
    delete from card using activity
    where card.tenant_id = ${tenantId} and activity.tenant_id = ${tenantId}
      and (author_person_id = any(${personIds}) or exists (
        select from evidence
        where evidence.tenant_id = ${tenantId} and activity_kind = activity.kind
          and activity_id = activity.id and evidence.person_id = any(${personIds})))
      and cited @> jsonb_build_array(jsonb_build_object('kind', activity.kind, 'id', activity.id))
  `.execute(trx);
}

export async function forgetReadingsOfDeals(
  { tenantId, trx }: TenantScope,
  dealIds: readonly string[],
): Promise<void> {
  if (dealIds.length === 0) return;
  await sql`delete from card where tenant_id = ${tenantId} and deal_id = any(${dealIds})`.execute(
    trx,
  );
  for (const table of ['evidence', 'statement']) {
    await sql`
      delete from ${sql.table(table)} as reading using activity_deal as tied, activity
      where reading.tenant_id = ${tenantId} and tied.tenant_id = ${tenantId}
        and activity.tenant_id = ${tenantId} and deal_id = any(${dealIds})
        and reading.activity_kind = tied.kind and reading.activity_id = tied.activity_id
        and activity.kind = tied.kind and activity.id = tied.activity_id and tie_kind = 'deal'
    `.execute(trx);
  }
}
