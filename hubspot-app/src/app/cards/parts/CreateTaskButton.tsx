import { postTask } from '../api.ts';
import type { Focus, NextStepLine } from '../card-contract.ts';
import type { PostTaskResponse } from '../press-contract.ts';
import type { Told } from '../use-press.ts';
import { PressOnceButton } from './PressOnceButton.tsx';

type Props = {
  readonly step: NextStepLine;
  readonly focus: Focus;
  readonly primary: boolean;
};

const TOLD: Readonly<Record<PostTaskResponse['state'], Told>> = {
  created: { type: 'success', message: 'The task is in your list, due next working day.' },
  queued: { type: 'info', message: 'The task is on its way to your list.' },
};

/** One press, one task: the server knows the step's words, and a second press is the same task. */
export function CreateTaskButton({ step, focus, primary }: Props) {
  return (
    <PressOnceButton
      label="Create the task"
      doneLabel="Task created"
      primary={primary}
      testId={`create-task-${step.id}`}
      ask={async (origin, record) => {
        const dealId = focus.deal?.id ?? null;
        const asked = { ...record, dealId, personId: focus.person.id, stepId: step.id };
        return TOLD[(await postTask(origin, asked)).state];
      }}
    />
  );
}
