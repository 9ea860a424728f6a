import { Button, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { postTask } from '../api.ts';
import type { Focus, NextStepLine, PostTaskResponse } from '../card-contract.ts';
import { usePress, type Told } from '../use-press.ts';

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
  const { isBusy, press } = usePress();
  const { refreshObjectProperties } = useExtensionActions<'crm.record.sidebar'>();
  const [isDone, setDone] = useState(false);
  const create = async () => {
    const worked = await press(async (origin, record) => {
      const dealId = focus.deal?.id ?? null;
      const asked = { ...record, dealId, personId: focus.person.id, stepId: step.id };
      return TOLD[(await postTask(origin, asked)).state];
    });
    setDone(worked);
    if (worked) refreshObjectProperties();
  };
  return (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      size="sm"
      disabled={isBusy || isDone}
      testId={`create-task-${step.id}`}
      onClick={() => void create()}
    >
      {isDone ? 'Task created' : 'Create the task'}
    </Button>
  );
}
