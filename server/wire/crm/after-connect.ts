import type { AfterConnect } from '../../sync/connection/connect-account.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { ring, type Parts } from '../parts.ts';
import type { VendorCrm } from './vendor-crm.ts';

/** What follows each install and each reconnect, in this order; every step can be repeated. */
export function afterConnect(
  parts: Parts,
  { pipelinesAtInstall }: Pick<VendorCrm, 'pipelinesAtInstall'>,
): readonly AfterConnect[] {
  return [
    (tenantId) => choosePipelines(parts, tenantId, pipelinesAtInstall),
    (tenantId) => parts.stores.works.resume(tenantId),
    (tenantId) => ring(parts, 'set_up_fields', tenantId),
    (tenantId) => ring(parts, 'run_night', tenantId),
  ];
}

/** Where there is one list of stages, and no page to choose on; what an admin chose stays. */
async function choosePipelines(
  { stores, options }: Parts,
  tenantId: TenantId,
  pipelineIds: readonly string[] | null,
): Promise<void> {
  const settings = await stores.settings.load(tenantId);
  if (pipelineIds === null || settings.pipelineIds.length > 0) return;
  const at = options.clock().toISOString();
  const chosen = { ...settings, pipelineIds: [...pipelineIds] };
  await stores.settings.save(tenantId, { settings: chosen, by: null, at });
}
