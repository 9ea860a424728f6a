import { OWN_FIELDS } from '../crm/writes.ts';
import type { Handler } from '../queue/worker.ts';
import { ring, type Parts } from './parts.ts';

/** *Do not analyse* belongs to every account; the other fields only to those that want write-back. */
export function handleSetUpFields(parts: Parts): Handler {
  const { crm, stores } = parts;
  return async ({ tenantId }) => {
    const { writeBack } = await stores.settings.load(tenantId);
    const port = await crm.portOf(tenantId);
    await port.setUpFields?.(writeBack ? OWN_FIELDS : ['do_not_analyse']);
    // Only now: a value for a field that is not there yet would be refused, and remembered as refused.
    if (writeBack) await ring(parts, 'push_write_back', tenantId);
    return { then: 'done' };
  };
}
