import type { TenantId } from '../../../shared/ids.ts';
import type { ApplyTools } from '../../sync/apply-changes.ts';
import { refreshRecords } from '../../sync/refresh-records.ts';
import type { Handler } from '../worker.ts';

export interface RefreshTools {
  readonly toolsFor: (tenantId: TenantId) => Promise<ApplyTools>;
  /** What is new around the records that somebody refreshed is marked first. */
  readonly lookAround: (tenantId: TenantId) => Promise<void>;
  readonly ringCards: (tenantId: TenantId) => Promise<void>;
}

/** Cards are rung after every batch, so that the first ones change before the last mark is read. */
export function handleRefreshRecords({ toolsFor, lookAround, ringCards }: RefreshTools): Handler {
  return async ({ tenantId }) => {
    await lookAround(tenantId);
    const settled = await refreshRecords(await toolsFor(tenantId), tenantId);
    if (settled === 0) return { then: 'done' };
    await ringCards(tenantId);
    return { then: 'again', inMs: 0 };
  };
}
