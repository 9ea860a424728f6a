import { RECORD_KINDS } from '../crm/records.ts';
import { buildTouched } from '../insight/build-touched.ts';
import type { NightTools } from '../sync/run-night.ts';
import type { Parts } from './parts.ts';

export function nightTools({ options: { clock }, stores, enqueue }: Parts): NightTools {
  return {
    ledger: stores.nights,
    kinds: RECORD_KINDS,
    clock,
    timeZoneOf: async (tenantId) => (await stores.tenants.loadTenant(tenantId)).timeZone,
    ringUnit: (tenantId, workId) => enqueue({ workId, tenantId, kind: 'walk_unit' }),
    buildTouched: async (tenantId, nightId) => {
      const { cards, more } = await buildTouched({ store: stores.insight, clock }, tenantId);
      await stores.nights.addCards(tenantId, nightId, cards);
      return !more;
    },
  };
}
