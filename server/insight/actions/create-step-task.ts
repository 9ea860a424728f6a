import type { PostTaskBody, PostTaskResponse } from '../../../shared/api/actions/post-task.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { PressedRecord } from '../port.ts';
import type { AssertMayAct } from '../rights/assert-may-act.ts';
import { choiceOf } from '../view/choices.ts';
import type { ViewCard } from '../view/view-card.ts';
import { composeTask } from './compose-task.ts';
import { deliverSoon, type DeliveryTools } from './deliver-soon.ts';
import type { TaskStore } from './port.ts';

export interface StepTaskTools extends DeliveryTools {
  readonly assertMayAct: AssertMayAct;
  readonly viewCard: ViewCard;
  readonly deliveries: TaskStore;
  readonly timeZoneOf: (tenantId: TenantId) => Promise<string>;
  readonly clock: () => Date;
}

export type CreateStepTask = (
  tenantId: TenantId,
  wanted: PostTaskBody,
  viewerUserId: string,
) => Promise<PostTaskResponse>;

/** Saved before it is sent, and sent under a key of its own: killed at any moment, it becomes one task. */
export function createStepTask(tools: StepTaskTools): CreateStepTask {
  const { deliveries } = tools;
  return async (tenantId, wanted, viewerUserId) => {
    const record: PressedRecord = { kind: wanted.recordKind, id: wanted.recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId });
    const choice = choiceOf(record, wanted);
    const card = await tools.viewCard(tenantId, { record, viewerUserId, choice });
    const now = tools.clock().toISOString();
    const timeZone = await tools.timeZoneOf(tenantId);
    const ownerId = await deliveries.findOwnerId(tenantId, viewerUserId);
    const task = composeTask({ tenantId, wanted, card, ownerId, now, timeZone });
    await deliveries.putTask(tenantId, task, now);
    return deliverSoon(tools, tenantId, { key: task.key, noun: 'task' });
  };
}
