import type { TenantId } from '../../../shared/ids.ts';
import { pushOutbox, type OutboxTools } from '../../sync/actions/push-outbox.ts';
import type { Handler } from '../worker.ts';

export interface PushOutboxTools {
  readonly toolsFor: (tenantId: TenantId) => Promise<OutboxTools>;
  /** A record that may be analysed again waits to be read. */
  readonly ringRefresh: (tenantId: TenantId) => Promise<void>;
}

export function handlePushOutbox({ toolsFor, ringRefresh }: PushOutboxTools): Handler {
  return async ({ tenantId }) => {
    if ((await pushOutbox(await toolsFor(tenantId), tenantId)) === 0) return { then: 'done' };
    await ringRefresh(tenantId);
    return { then: 'again', inMs: 0 };
  };
}
