import type { PostTaskBody } from '../../../shared/api/actions/post-task.ts';
import type { Card, InsightCard, NextStepLine } from '../../../shared/card.ts';
import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { cardInFocus, keyOfDay, subjectsOf } from './card-in-focus.ts';
import { nextWorkingMorning } from './next-working-morning.ts';
import type { StepTask } from './port.ts';
import { sayPlainly, type PlainView } from './say-plainly.ts';

export interface TaskRequest extends PlainView {
  readonly tenantId: TenantId;
  readonly wanted: PostTaskBody;
  /** As the one who asks sees it: nothing that is hidden from them gets into a task. */
  readonly card: Card;
  readonly ownerId: string | null;
}

/** The step of the card as a task. Throws AppError `step_unknown` when the card does not show it to this viewer. */
export function composeTask(request: TaskRequest): StepTask {
  const { wanted, card, ownerId, ...view } = request;
  const { insight, step } = findStep(card, wanted);
  return {
    key: keyOf(request, insight),
    subject: wanted.subject ?? sayPlainly(step.title, view),
    body: wanted.body ?? bodyOf(step, view),
    dueAt: nextWorkingMorning(view),
    ownerId,
    about: subjectsOf(wanted),
  };
}

function findStep(card: Card, wanted: PostTaskBody) {
  const insight = cardInFocus(card, wanted);
  if (insight !== null) {
    const steps = [insight.nextStep, ...insight.alternatives];
    const step = steps.find((each) => each?.id === wanted.stepId);
    if (step) return { insight, step };
  }
  throw new AppError(
    'step_unknown',
    'The card has changed since it was opened, and no longer suggests this step. Nothing was written.',
    { recovery: 'skip' },
  );
}

function bodyOf({ reason, draft }: NextStepLine, view: PlainView): string {
  const parts = draft === null ? [] : [`Draft: ${draft.subject}`, draft.body];
  return [sayPlainly(reason, view), ...parts].join('\n\n');
}

/** One task for each step and day of the card, whoever asks and however often. */
function keyOf({ tenantId, wanted }: TaskRequest, insight: InsightCard): string {
  const { recordKind, recordId, dealId, personId, stepId } = wanted;
  return keyOfDay(insight, [tenantId, recordKind, recordId, dealId, personId, stepId]);
}
