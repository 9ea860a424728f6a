import type { TenantId } from '../../shared/ids.ts';
import { composeInsights } from '../insight/payload/compose-insights.ts';
import type { InsightTools } from '../sync/insights/push-insights.ts';
import { ring, type Parts } from './parts.ts';

/** Null: the account's CRM has no records of ours. */
export async function insightTools(
  { stores, crm, options: { clock } }: Parts,
  tenantId: TenantId,
): Promise<InsightTools | null> {
  const { locate, portOf } = await crm.vendorOf(tenantId);
  if (locate === null) return null;
  const composing = { store: stores.insight, locate };
  return {
    ...{ crm: await portOf(tenantId), store: stores.orgInsights, jobs: stores.insightJobs, clock },
    newsOf: async (id) => {
      const { outcome } = await stores.nights.loadSyncState(id);
      const syncedAt = await stores.nights.loadSyncedAt(id);
      return { state: outcome === 'partial' ? 'partial' : 'active', syncedAt };
    },
    compose: (id, records, now) => composeInsights(composing, id, { records, now }),
  };
}

/** Only where there is something to push to: most accounts' CRM has no records of ours. */
export async function ringInsights(parts: Parts, tenantId: TenantId): Promise<void> {
  const { locate } = await parts.crm.vendorOf(tenantId);
  if (locate !== null) await ring(parts, 'push_insights', tenantId);
}
