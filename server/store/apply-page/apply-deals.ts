import { sql } from 'kysely';
import type { DealRecord } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { markMoved } from '../tenant/chosen-pipelines.ts';
import { forgetReadingsOfDeals } from './forget.ts';
import { holdSilent } from './hold-silent.ts';
import { markDeals } from './mark-touched.ts';

/** Marks before and after, so that persons who left the buying group hear of it as well. */
export async function applyDeals(
  scope: TenantScope,
  records: readonly DealRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const changed = await holdSilent(scope, await findChanged(scope, records));
  const ids = changed.map((deal) => deal.id);
  await markDeals(scope, ids);
  await markMoved(scope, changed);
  await upsertDeals(scope, changed);
  await replaceMembers(scope, changed);
  await markDeals(scope, ids);
  await forgetReadingsOfDeals(scope, idsNotToAnalyse(changed));
}

function idsNotToAnalyse(deals: readonly DealRecord[]): readonly string[] {
  return deals.filter((deal) => deal.doNotAnalyse).map((deal) => deal.id);
}

async function findChanged(
  scope: TenantScope,
  records: readonly DealRecord[],
): Promise<readonly DealRecord[]> {
  const { rows } = await sql<{ id: string }>`
    select each.id
    from jsonb_to_recordset(${toJsonb(records)}) as each (id text, "updatedAt" timestamptz)
    join deal on deal.tenant_id = ${scope.tenantId} and deal.id = each.id
    where deal.updated_at > "updatedAt"
  `.execute(scope.trx);
  const older = new Set(rows.map((row) => row.id));
  return records.filter((record) => !older.has(record.id));
}

async function upsertDeals(
  { tenantId, trx }: TenantScope,
  deals: readonly DealRecord[],
): Promise<void> {
  const rows = deals.map((deal) => ({ ...deal, companyId: deal.companyIds[0] ?? null }));
  await sql`
    insert into deal (tenant_id, id, name, pipeline_id, stage_id, stage_history, amount, currency,
      close_at, created_at, owner_id, owner_history, company_id, do_not_analyse, updated_at)
    select ${tenantId}, id, name, "pipelineId", "stageId", "stageHistory", amount, currency,
      "closeAt", "createdAt", "ownerId", "ownerHistory", "companyId", "doNotAnalyse", "updatedAt"
    from jsonb_to_recordset(${toJsonb(rows)}) as each (
      id text, name text, "pipelineId" text, "stageId" text, "stageHistory" jsonb, amount numeric,
      currency text, "closeAt" timestamptz, "createdAt" timestamptz, "ownerId" text,
      "ownerHistory" jsonb, "companyId" text, "doNotAnalyse" boolean, "updatedAt" timestamptz)
    on conflict (tenant_id, id) do update
    set name = excluded.name, pipeline_id = excluded.pipeline_id, stage_id = excluded.stage_id,
      stage_history = excluded.stage_history, amount = excluded.amount,
      currency = excluded.currency, close_at = excluded.close_at, created_at = excluded.created_at,
      owner_id = excluded.owner_id, owner_history = excluded.owner_history,
      company_id = excluded.company_id, do_not_analyse = excluded.do_not_analyse,
      updated_at = excluded.updated_at
  `.execute(trx);
}

async function replaceMembers(
  { tenantId, trx }: TenantScope,
  deals: readonly DealRecord[],
): Promise<void> {
  await sql`
    delete from deal_person
    where tenant_id = ${tenantId} and deal_id = any(${deals.map((deal) => deal.id)})
  `.execute(trx);
  await sql`
    insert into deal_person (tenant_id, deal_id, person_id)
    select distinct ${tenantId}::uuid, id, person_id
    from jsonb_to_recordset(${toJsonb(deals)}) as each (id text, "contactIds" text[]),
      unnest("contactIds") as person_id
  `.execute(trx);
}
