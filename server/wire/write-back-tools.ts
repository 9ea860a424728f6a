import type { TenantId } from '../../shared/ids.ts';
import { composeGist, composeOwnValues } from '../insight/own-values.ts';
import type { WriteBackTools } from '../sync/push-write-back.ts';
import type { Parts } from './parts.ts';

export async function writeBackTools(
  { stores, crm, options: { clock } }: Parts,
  tenantId: TenantId,
): Promise<WriteBackTools> {
  return {
    crm: await crm.portOf(tenantId),
    store: stores.ownFields,
    clock,
    compose: async (id, refs, now) => {
      const { timeZone } = await stores.tenants.loadTenant(id);
      const cards = await stores.insight.loadCardsOf(id, refs);
      const moment = { now, timeZone };
      return refs.map((ref, index) => {
        const rows = cards[index] ?? [];
        return {
          values: composeOwnValues(ref, rows, moment),
          gist: composeGist(ref, rows, moment),
        };
      });
    },
  };
}
