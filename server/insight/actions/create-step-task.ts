import type { PostTaskBody, PostTaskResponse } from '../../../shared/api/actions/post-task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { PressedRecord } from '../port.ts';
import type { AssertMayAct } from '../rights/assert-may-act.ts';
import { choiceOf } from '../view/choices.ts';
import type { ViewCard } from '../view/view-card.ts';
import { composeTask } from './compose-task.ts';
import type { TaskState, TaskStore } from './port.ts';

export interface StepTaskTools {
  readonly assertMayAct: AssertMayAct;
  readonly viewCard: ViewCard;
  readonly tasks: TaskStore;
  readonly timeZoneOf: (tenantId: TenantId) => Promise<string>;
  /** Sends what waits to the CRM, in its own time. */
  readonly ring: (tenantId: TenantId) => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
  readonly clock: () => Date;
}

export type CreateStepTask = (
  tenantId: TenantId,
  wanted: PostTaskBody,
  viewerUserId: string,
) => Promise<PostTaskResponse>;

/** A rep waits two seconds at most; looking costs a read by key. */
const LOOKS = 14;
const LOOK_EVERY_MS = 100;

/** Saved before it is sent, and sent under a key of its own: killed at any moment, it becomes one task. */
export function createStepTask(tools: StepTaskTools): CreateStepTask {
  return async (tenantId, wanted, viewerUserId) => {
    const record: PressedRecord = { kind: wanted.recordKind, id: wanted.recordId };
    await tools.assertMayAct(tenantId, { record, viewerUserId });
    const card = await tools.viewCard(tenantId, {
      record,
      viewerUserId,
      choice: choiceOf(record, wanted),
    });
    const now = tools.clock().toISOString();
    const timeZone = await tools.timeZoneOf(tenantId);
    const ownerId = await tools.tasks.findOwnerId(tenantId, viewerUserId);
    const task = composeTask({ tenantId, wanted, card, ownerId, now, timeZone });
    await tools.tasks.putTask(tenantId, task, now);
    await tools.ring(tenantId);
    return toAnswer(await settled(tools, tenantId, task.key));
  };
}

async function settled(
  { tasks, pause }: StepTaskTools,
  tenantId: TenantId,
  key: string,
): Promise<TaskState> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const state = await tasks.stateOf(tenantId, key);
    if (state !== 'pending') return state;
    await pause(LOOK_EVERY_MS);
  }
  return 'pending';
}

function toAnswer(state: TaskState): PostTaskResponse {
  if (state === 'refused') {
    throw new AppError(
      'crm_rejected',
      'The CRM did not take the task: a permission or a rule of the account forbids it. An admin finds the reason in Attune’s settings.',
      { recovery: 'skip' },
    );
  }
  return { state: state === 'done' ? 'created' : 'queued' };
}
