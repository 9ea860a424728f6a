import { OWN_FIELDS } from '../crm/port.ts';
import type { Handler } from '../queue/worker.ts';
import type { Parts } from './parts.ts';

/** *Do not analyse* belongs to every account; the other fields only to those that want write-back. */
export function handleSetUpFields({ crm, stores }: Parts): Handler {
  return async ({ tenantId }) => {
    const { writeBack } = await stores.settings.load(tenantId);
    await crm.portOf(tenantId).setUpFields?.(writeBack ? OWN_FIELDS : ['do_not_analyse']);
    return { then: 'done' };
  };
}
