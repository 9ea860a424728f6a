import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { CardViewer } from '../crm/port.ts';

export interface TenantOfAccount {
  readonly id: TenantId;
  readonly timeZone: string;
}

/** Vendor account → tenant. Bound to one vendor by wire. */
export interface TenantLookup {
  find(accountId: string): Promise<TenantOfAccount | null>;
}

export async function findTenant(
  tenants: TenantLookup,
  { accountId }: Pick<CardViewer, 'accountId'>,
): Promise<TenantOfAccount> {
  const tenant = await tenants.find(accountId);
  if (tenant) return tenant;
  throw new AppError(
    'tenant_unknown',
    `CRM account ${accountId} is not connected. An admin can connect it in Attune's settings.`,
    { recovery: 'skip' },
  );
}
