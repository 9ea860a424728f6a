import { createHash } from 'node:crypto';
import type { PostTaskBody } from '../../../shared/api/actions/post-task.ts';
import type { Card, InsightCard, NextStepLine } from '../../../shared/card.ts';
import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
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
    about: aboutOf(wanted),
  };
}

function findStep(card: Card, { personId, dealId, stepId }: PostTaskBody) {
  if (card.kind === 'insight' && isFocus(card, { personId, dealId })) {
    const steps = [card.nextStep, ...card.alternatives];
    const step = steps.find((each) => each?.id === stepId);
    if (step) return { insight: card, step };
  }
  throw new AppError(
    'step_unknown',
    'The card has changed since it was opened, and no longer suggests this step. Nothing was written.',
    { recovery: 'skip' },
  );
}

function isFocus(
  { focus }: InsightCard,
  { personId, dealId }: Pick<PostTaskBody, 'personId' | 'dealId'>,
): boolean {
  return focus.person.id === personId && (focus.deal?.id ?? null) === dealId;
}

function bodyOf({ reason, draft }: NextStepLine, view: PlainView): string {
  const parts = draft === null ? [] : [`Draft: ${draft.subject}`, draft.body];
  return [sayPlainly(reason, view), ...parts].join('\n\n');
}

function aboutOf({ dealId, personId }: PostTaskBody): StepTask['about'] {
  const person = { kind: 'contact', id: personId } as const;
  return dealId === null ? [person] : [{ kind: 'deal', id: dealId }, person];
}

/** One task for each step and day of the card, whoever asks and however often. */
function keyOf({ tenantId, wanted }: TaskRequest, { updatedAt }: InsightCard): string {
  const { recordKind, recordId, dealId, personId, stepId } = wanted;
  const day = updatedAt.slice(0, 10);
  const names = [tenantId, recordKind, recordId, dealId, personId, stepId, day];
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}
