import type { AfterConnect } from '../sync/connection/connect-account.ts';
import { ring, type Parts } from './parts.ts';

/** What follows each install and each reconnect, in this order; every step can be repeated. */
export function afterConnect(parts: Parts): readonly AfterConnect[] {
  return [
    (tenantId) => parts.stores.works.resume(tenantId),
    (tenantId) => ring(parts, 'set_up_fields', tenantId),
    (tenantId) => ring(parts, 'run_night', tenantId),
  ];
}
