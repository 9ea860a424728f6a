import type { TenantId } from '../../../shared/ids.ts';
import { pushWriteBack, type WriteBackTools } from '../../sync/push-write-back.ts';
import type { Handler } from '../worker.ts';

export interface PushWriteBackTools {
  readonly toolsFor: (tenantId: TenantId) => Promise<WriteBackTools>;
  /** An admin may have switched it off since the work was rung. */
  readonly isWanted: (tenantId: TenantId) => Promise<boolean>;
}

export function handlePushWriteBack({ toolsFor, isWanted }: PushWriteBackTools): Handler {
  return async ({ tenantId }) => {
    if (!(await isWanted(tenantId))) return { then: 'done' };
    const more = await pushWriteBack(await toolsFor(tenantId), tenantId);
    return more ? { then: 'again', inMs: 0 } : { then: 'done' };
  };
}
