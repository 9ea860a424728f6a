import type { TenantId } from '../../shared/ids.ts';
import { composeOwnValues } from '../insight/own-values.ts';
import type { WriteBackTools } from '../sync/push-write-back.ts';
import type { Parts } from './parts.ts';

export function writeBackTools(
  { stores, crm, options: { clock } }: Parts,
  tenantId: TenantId,
): WriteBackTools {
  return {
    crm: crm.portOf(tenantId),
    store: stores.ownFields,
    clock,
    compose: async (id, ref, now) => {
      const { timeZone } = await stores.tenants.loadTenant(id);
      return composeOwnValues(ref, await stores.insight.loadCards(id, ref), { now, timeZone });
    },
  };
}
