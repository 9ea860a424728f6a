import { type RawBuilder, sql } from 'kysely';
import type { DealRecord } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { forgetReadingsOfDeals } from '../apply-page/forget.ts';
import { markDirty } from '../apply-page/mark-dirty.ts';
import { markDeals } from '../apply-page/mark-touched.ts';

/** Whether the deals of a pipeline are read. Before an admin has decided anything, nothing is read and nothing hidden. */
export function isChosen(tenantId: string, pipelineId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (
    select from tenant_setting
    where tenant_setting.tenant_id = ${tenantId} and not (settings->'pipelineIds' ? ${pipelineId}))`;
}

export interface Choice {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What was read of deals that nobody wants any more goes at once; what is wanted from now on is read by id. */
export async function applyChoice(scope: TenantScope, { before, after }: Choice): Promise<void> {
  const dropped = await dealsIn(
    scope,
    before.filter((id) => !after.includes(id)),
  );
  const taken = await dealsIn(
    scope,
    after.filter((id) => !before.includes(id)),
  );
  await forgetReadingsOfDeals(scope, dropped);
  await markActivities(scope, [...dropped, ...taken]);
  await markDeals(scope, [...dropped, ...taken]);
}

/** A deal that moves into a chosen pipeline or out of one: what belongs to it is read again, or for the first time. */
export async function markMoved(scope: TenantScope, deals: readonly DealRecord[]): Promise<void> {
  const { tenantId, trx } = scope;
  const { rows } = await sql<{ id: string }>`
    select deal.id
    from jsonb_to_recordset(${toJsonb(deals)}) as each (id text, "pipelineId" text)
    join deal on deal.tenant_id = ${tenantId} and deal.id = each.id
    where deal.pipeline_id <> "pipelineId"
      and ${isChosen(tenantId, sql`deal.pipeline_id`)} <> ${isChosen(tenantId, sql`"pipelineId"`)}
  `.execute(trx);
  await markActivities(
    scope,
    rows.map(({ id }) => id),
  );
}

async function dealsIn(
  { tenantId, trx }: TenantScope,
  pipelineIds: readonly string[],
): Promise<readonly string[]> {
  if (pipelineIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from deal where tenant_id = ${tenantId} and pipeline_id = any(${pipelineIds})
  `.execute(trx);
  return rows.map(({ id }) => id);
}

async function markActivities(scope: TenantScope, dealIds: readonly string[]): Promise<void> {
  if (dealIds.length === 0) return;
  await markDirty(
    scope,
    sql`select distinct kind, activity_id from activity_deal
      where tenant_id = ${scope.tenantId} and deal_id = any(${dealIds})`,
  );
}
