import { Button, useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { usePress, type Press } from '../use-press.ts';

type Props = {
  readonly label: string;
  readonly doneLabel: string;
  readonly primary: boolean;
  readonly testId: string;
  readonly ask: Press;
};

/** Writes something into HubSpot: at rest while it is asked for, and for good once it is there or on its way. */
export function PressOnceButton({ label, doneLabel, primary, testId, ask }: Props) {
  const { isBusy, press } = usePress();
  const { refreshObjectProperties } = useExtensionActions<'crm.record.sidebar'>();
  const [isDone, setDone] = useState(false);
  const create = async () => {
    const worked = await press(ask);
    setDone(worked);
    if (worked) refreshObjectProperties();
  };
  return (
    <Button
      variant={primary ? 'primary' : 'secondary'}
      size="sm"
      disabled={isBusy || isDone}
      testId={testId}
      onClick={() => void create()}
    >
      {isDone ? doneLabel : label}
    </Button>
  );
}
