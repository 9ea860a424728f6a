import type { TenantId } from '../../../shared/ids.ts';
import type { ApplyTools } from '../../sync/apply-changes.ts';
import type { SyncUnit } from '../../sync/port.ts';
import { pullChanges, type SliceLimits } from '../../sync/pull-changes.ts';
import type { Handler } from '../worker.ts';

export interface WalkUnitTools {
  readonly toolsFor: (tenantId: TenantId) => Promise<ApplyTools>;
  readonly limits: SliceLimits;
  readonly ringNight: (tenantId: TenantId) => Promise<void>;
  /** True: this error ends the night's reading, and the unit rests until the next one. */
  readonly stopFor: (unit: SyncUnit, error: unknown) => Promise<boolean>;
}

/** A page that finds no call left for the moment is postponed by exactly that moment; nobody sleeps. */
export function handleWalkUnit({ toolsFor, limits, ringNight, stopFor }: WalkUnitTools): Handler {
  return async ({ tenantId, workId }) => {
    const tools = await toolsFor(tenantId);
    const unit = await tools.store.loadUnit(tenantId, workId);
    const end = unit === null ? 'done' : await walk(tools, unit);
    if (end === 'more') return { then: 'again', inMs: 0 };
    await ringNight(tenantId);
    return { then: 'done' };
  };

  async function walk(tools: ApplyTools, unit: SyncUnit): Promise<string> {
    try {
      return await pullChanges(tools, unit, limits);
    } catch (error) {
      if (await stopFor(unit, error)) return 'done';
      throw error;
    }
  }
}
