import type { TenantId } from '../../shared/ids.ts';
import type { ApplyTools } from '../sync/apply-changes.ts';
import type { Lane } from '../sync/limits/day-budget.ts';
import type { Parts } from './parts.ts';

/** What one piece of reading works with; the port counts its calls in this lane. */
export async function readingTools(
  { crm, stores, reader }: Parts,
  tenantId: TenantId,
  lane: Lane,
): Promise<ApplyTools> {
  return {
    crm: await crm.portOf(tenantId, lane),
    store: stores.sync,
    reader,
    settings: await stores.settings.load(tenantId),
  };
}
