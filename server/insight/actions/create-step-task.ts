import type { PostTaskBody, PostTaskResponse } from '../../../shared/api/actions/post-task.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { composeTask } from './compose-task.ts';
import { deliverSoon } from './deliver-soon.ts';
import { openPress, type PressTools } from './open-press.ts';
import type { TaskStore } from './port.ts';

export interface StepTaskTools extends PressTools {
  readonly deliveries: TaskStore;
  readonly timeZoneOf: (tenantId: TenantId) => Promise<string>;
}

export type CreateStepTask = (
  tenantId: TenantId,
  wanted: PostTaskBody,
  viewerUserId: string,
) => Promise<PostTaskResponse>;

/** Saved before it is sent, and sent under a key of its own: killed at any moment, it becomes one task. */
export function createStepTask(tools: StepTaskTools): CreateStepTask {
  return async (tenantId, wanted, viewerUserId) => {
    const opened = await openPress(tools, tenantId, { wanted, viewerUserId });
    const timeZone = await tools.timeZoneOf(tenantId);
    const task = composeTask({ tenantId, wanted, ...opened, timeZone });
    await tools.deliveries.putTask(tenantId, task, opened.now);
    return deliverSoon(tools, tenantId, { key: task.key, noun: 'task' });
  };
}
