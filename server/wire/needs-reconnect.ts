import type { TenantId } from '../../shared/ids.ts';
import type { Parts } from './parts.ts';

/** Whether an account's connection no longer works. Whoever was refused a key wrote it down already, with that key. */
export async function needsReconnect(
  { stores }: Pick<Parts, 'stores'>,
  tenantId: TenantId,
): Promise<boolean> {
  const status = await stores.connections.loadStatus(tenantId);
  return status?.state !== 'active';
}
