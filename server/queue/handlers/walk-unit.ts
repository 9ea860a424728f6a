import type { TenantId } from '../../../shared/ids.ts';
import type { ApplyTools } from '../../sync/apply-changes.ts';
import { pullChanges, type SliceLimits } from '../../sync/pull-changes.ts';
import type { Handler } from '../worker.ts';

export interface WalkUnitTools {
  readonly toolsFor: (tenantId: TenantId) => Promise<ApplyTools>;
  readonly limits: SliceLimits;
  readonly ringNight: (tenantId: TenantId) => Promise<void>;
}

export function handleWalkUnit({ toolsFor, limits, ringNight }: WalkUnitTools): Handler {
  return async ({ tenantId, workId }) => {
    const tools = await toolsFor(tenantId);
    const unit = await tools.store.loadUnit(tenantId, workId);
    const end = unit === null ? 'done' : await pullChanges(tools, unit, limits);
    if (end === 'more') return { then: 'again', inMs: 0 };
    await ringNight(tenantId);
    return { then: 'done' };
  };
}
