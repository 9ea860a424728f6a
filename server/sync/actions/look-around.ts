import type { TenantId } from '../../../shared/ids.ts';
import type { CrmPort } from '../../crm/port.ts';
import type { AroundStore } from './port.ts';

export interface AroundTools {
  readonly crm: Pick<CrmPort, 'can' | 'readAround'>;
  readonly store: AroundStore;
}

const SLICE = 10;

/** What is new around a deal that somebody refreshed is known to the CRM only: it is asked, and marked to be read. */
export async function lookAround({ crm, store }: AroundTools, tenantId: TenantId): Promise<void> {
  const dealIds = await store.listToLookAround(tenantId, SLICE);
  if (dealIds.length === 0) return;
  const refs = (await crm.readAround?.(dealIds, crm.can.around ?? [])) ?? [];
  await store.foundAround(tenantId, dealIds, refs);
}
