import { sql } from 'kysely';
import type { OtherDeal } from '../../domain/deal-file.ts';
import type { Deal } from '../../domain/deal.ts';
import type { Account } from '../../domain/person.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadDeal(
  { tenantId, trx }: TenantScope,
  dealId: string,
): Promise<Deal | null> {
  const { rows } = await sql<Deal>`
    select id, name, pipeline_id, pipeline_label, stage_id, stage_label, outcome, stage_history,
      amount, currency, created_at, close_at, owner_id, owner_history, company_id, do_not_analyse,
      array(select person_id from deal_person
        where deal_person.tenant_id = deal.tenant_id and deal_id = deal.id
        order by person_id) as person_ids
    from deal_in_pipeline as deal
    where tenant_id = ${tenantId} and id = ${dealId}
  `.execute(trx);
  return rows[0] ?? null;
}

export async function loadAccount(
  { tenantId, trx }: TenantScope,
  accountId: string | null,
): Promise<Account | null> {
  const { rows } = await sql<Account>`
    select id, name, industry from account where tenant_id = ${tenantId} and id = ${accountId}
  `.execute(trx);
  return rows[0] ?? null;
}

export interface SubjectPersons {
  /** Null for a conversation. */
  readonly dealId: string | null;
  readonly personIds: readonly string[];
}

/** Open deals of the same persons; what waits in them is read off their cards. */
export async function loadOtherDeals(
  { tenantId, trx }: TenantScope,
  { dealId, personIds }: SubjectPersons,
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
    where tenant_id = ${tenantId} and outcome = 'open' and deal.id is distinct from ${dealId}
      and deal.id = any(array(select deal_id from deal_person
        where tenant_id = ${tenantId} and person_id = any(${personIds})))
    order by deal.created_at, deal.id
  `.execute(trx);
  return rows;
}
