import { sql } from 'kysely';
import type { TenantId } from '../../shared/ids.ts';
import type { AppliedPage } from '../sync/port.ts';
import { applyPage } from './apply-page/apply-page.ts';
import { holdTenant, type TenantScope, type UnitOfWork } from './unit-of-work.ts';

export interface HistoryStore {
  /** Takes over records of the past for rules and learning to look at; nobody opens a card on them. */
  importHistory(tenantId: TenantId, page: AppliedPage): Promise<void>;
  /** Deals that the past holds: closed, and without a single activity with words. */
  countDeals(tenantId: TenantId): Promise<number>;
}

export function createHistoryStore(inTenant: UnitOfWork): HistoryStore {
  return {
    importHistory: (tenantId, page) => inTenant(tenantId, (scope) => importHistory(scope, page)),
    countDeals: (tenantId) => inTenant(tenantId, countDeals),
  };
}

async function importHistory(scope: TenantScope, page: AppliedPage): Promise<void> {
  await holdTenant(scope);
  await applyPage({ ...scope, leavesMarks: false }, page);
}

async function countDeals({ tenantId, trx }: TenantScope): Promise<number> {
  const { rows } = await sql<{ deals: number }>`
    select count(*)::int as deals from deal where tenant_id = ${tenantId}
  `.execute(trx);
  return rows[0]?.deals ?? 0;
}
