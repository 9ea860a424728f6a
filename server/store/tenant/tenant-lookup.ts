import type { Vendor } from '../../../shared/vocabulary.ts';
import type { TenantLookup } from '../../http/port.ts';
import type { TenantStore } from './tenant-store.ts';

/** One vendor's accounts as the screens ask for them. */
export function createTenantLookup(tenants: TenantStore, vendor: Vendor): TenantLookup {
  return {
    async find(accountId) {
      const id = await tenants.findTenant({ vendor, accountId });
      return id === null ? null : { id, timeZone: (await tenants.loadTenant(id)).timeZone };
    },
  };
}
