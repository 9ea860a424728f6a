import { sql } from 'kysely';
import type { OtherDeal } from '../../domain/deal-file.ts';
import type { Deal } from '../../domain/deal.ts';
import type { Account } from '../../domain/person.ts';
import { isChosen } from '../tenant/chosen-pipelines.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** By id; those whose pipeline nobody chose are not there. */
export async function loadDeals(
  { tenantId, trx }: TenantScope,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, Deal>> {
  if (dealIds.length === 0) return new Map();
  const { rows } = await sql<Deal>`
    select id, name, pipeline_id, pipeline_label, stage_id, stage_label, outcome, stage_history,
      amount, currency, created_at, close_at, owner_id, owner_history, company_id, do_not_analyse,
      array(select person_id from deal_person
        where deal_person.tenant_id = deal.tenant_id and deal_id = deal.id
        order by person_id) as person_ids
    from deal_in_pipeline as deal
    where tenant_id = ${tenantId} and id = any(${dealIds})
      and ${isChosen(tenantId, sql`deal.pipeline_id`)}
  `.execute(trx);
  return new Map(rows.map((deal) => [deal.id, deal]));
}

export async function loadAccounts(
  { tenantId, trx }: TenantScope,
  accountIds: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, Account>> {
  const ids = [...new Set(accountIds)].filter((id) => typeof id === 'string');
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Account & { readonly id: string }>`
    select id, name, industry from account where tenant_id = ${tenantId} and id = any(${ids})
  `.execute(trx);
  return new Map(rows.map((account) => [account.id, account]));
}

/** Open deals of these persons; what waits in them is read off their cards. */
export async function loadOpenDeals(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly OtherDeal[]> {
  const { rows } = await sql<OtherDeal>`
    select deal.id, deal.name, deal.outcome,
      array(select person_id from deal_person
        where deal_person.tenant_id = deal.tenant_id and deal_id = deal.id
        order by person_id) as person_ids,
      coalesce(waiting.concerns, 0)::int as open_concerns, waiting.oldest as oldest_concern_at
    from deal_in_pipeline as deal
    left join lateral (
      select sum((facts->>'openConcerns')::int) as concerns,
        min(facts->>'oldestOpenConcernAt') as oldest
      from card where card.tenant_id = deal.tenant_id and card.deal_id = deal.id
    ) as waiting on true
    where tenant_id = ${tenantId} and outcome = 'open'
      and deal.id = any(array(select deal_id from deal_person
        where tenant_id = ${tenantId} and person_id = any(${personIds})))
    order by deal.created_at, deal.id
  `.execute(trx);
  return rows;
}
