import type { TenantId } from '../../../shared/ids.ts';
import { workIdOf } from '../../queue/work-id.ts';
import { ring, type Parts } from '../parts.ts';
import { startListening } from './start-listening.ts';

/** Changes come in bursts: one save of a rep is several events, and one reading takes them all. */
const GATHER_MS = 30_000;
const LOOK_EVERY_MS = 5_000;

/** Every account whose admin wants its change events heard, as far as no other worker hears them. */
export function listenToAll(parts: Parts): { close(): Promise<void> } {
  const { stores, crm, report, options, enqueue } = parts;
  if (crm.vendors.every(({ listenTo }) => listenTo === null))
    return { close: () => Promise.resolve() };
  const gatherMs = options.salesforce?.gatherMs ?? GATHER_MS;
  const settleSoon = (tenantId: TenantId) => {
    const kind = 'settle_inbox' as const;
    return enqueue({ workId: workIdOf(kind, tenantId), tenantId, kind }, gatherMs);
  };
  return startListening({
    ...{ listeners: stores.listeners, report, everyMs: LOOK_EVERY_MS },
    listenTo: async (tenantId, signal) => {
      const { listenTo } = await crm.vendorOf(tenantId);
      // What a worker kept that was killed before it could ring.
      await ring(parts, 'settle_inbox', tenantId);
      await listenTo?.(tenantId, { settleSoon, report, signal });
    },
  });
}
