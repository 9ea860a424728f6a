import type { TenantId } from '../../../shared/ids.ts';
import type { CrmPort } from '../../crm/port.ts';

export interface CallShareTools {
  readonly crm: Pick<CrmPort, 'readCallShare'>;
  readonly tenants: {
    setCallShare(tenantId: TenantId, share: number | null): Promise<void>;
  };
}

/** What an admin said inside the CRM about our share of its daily calls holds from this night's next call on. */
export async function takeCallShare(
  { crm, tenants }: CallShareTools,
  tenantId: TenantId,
): Promise<void> {
  if (crm.readCallShare === undefined) return;
  await tenants.setCallShare(tenantId, await crm.readCallShare());
}
