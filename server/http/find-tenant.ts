import { AppError } from '../../shared/errors.ts';
import type { CardViewer } from '../crm/requests.ts';
import type { TenantLookup, TenantOfAccount } from './port.ts';

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
