import type { TenantId } from '../../../shared/ids.ts';
import type { Handler } from '../worker.ts';

export interface SettleInboxTools {
  /** Answers how many notices it settled. */
  readonly settle: (tenantId: TenantId) => Promise<number>;
  /** What was marked is to be fetched, and what was touched to be built. */
  readonly ringFollowers: (tenantId: TenantId) => Promise<void>;
}

export function handleSettleInbox({ settle, ringFollowers }: SettleInboxTools): Handler {
  return async ({ tenantId }) => {
    if ((await settle(tenantId)) === 0) return { then: 'done' };
    await ringFollowers(tenantId);
    return { then: 'again', inMs: 0 };
  };
}
