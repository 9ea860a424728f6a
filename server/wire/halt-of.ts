import type { TenantId } from '../../shared/ids.ts';
import type { Halt } from '../insight/view/halt.ts';
import type { Parts } from './parts.ts';

/** Why an account is not being read just now, for its cards. */
export async function haltOf(
  { stores, options }: Pick<Parts, 'stores' | 'options'>,
  tenantId: TenantId,
): Promise<Halt | null> {
  const status = await stores.connections.loadStatus(tenantId);
  if (status?.state !== 'active') return { kind: 'reconnect_needed' };
  const { outcome, readUntil, resumesAt } = await stores.nights.loadSyncState(tenantId);
  const now = options.clock().toISOString();
  if (outcome !== 'partial' || resumesAt === null || resumesAt <= now) return null;
  const [{ dailyCalls }, { timeZone }] = await Promise.all([
    stores.settings.load(tenantId),
    stores.tenants.loadTenant(tenantId),
  ]);
  return { kind: 'budget_spent', readUntil, dailyCalls, timeZone };
}
