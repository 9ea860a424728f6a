import { AppError } from '../../../../shared/errors.ts';
import type { CrmCardRequest } from '../../../crm/requests.ts';
import type { MayAdminister } from '../../../sync/settings/may-administer.ts';
import { findTenant } from '../../find-tenant.ts';
import type { TenantLookup, TenantOfAccount } from '../../port.ts';
import type { RouteRequest } from '../../route.ts';

export interface SettingsDoor {
  readonly cardRequest: CrmCardRequest;
  readonly tenants: TenantLookup;
  readonly mayAdminister: MayAdminister;
}

export interface Admin {
  readonly tenant: TenantOfAccount;
  readonly userId: string;
}

/** Who asks, when they may: everything about settings goes through here first. */
export async function enterAsAdmin(
  { cardRequest, tenants, mayAdminister }: SettingsDoor,
  { raw }: RouteRequest,
): Promise<Admin> {
  const viewer = cardRequest.verify(raw);
  const tenant = await findTenant(tenants, viewer);
  if (await mayAdminister(tenant.id, viewer.userId)) return { tenant, userId: viewer.userId };
  throw new AppError(
    'crm_forbidden',
    'Only the person who installed Attune and super admins may see and change its settings.',
    { recovery: 'skip' },
  );
}
