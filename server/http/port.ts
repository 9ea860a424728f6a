import type { TenantId } from '../../shared/ids.ts';

export interface TenantOfAccount {
  readonly id: TenantId;
  readonly timeZone: string;
}

/** A vendor's account → tenant. Implemented by store/tenant/tenant-lookup.ts. */
export interface TenantLookup {
  find(accountId: string): Promise<TenantOfAccount | null>;
}
