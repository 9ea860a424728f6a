import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Refusal } from './api.ts';
import { originOf } from './origin-of.ts';
import { toPressed, type PressedRecord } from './record-kind.ts';
import { useViewing } from './viewing.ts';

export type Told = { readonly type: 'success' | 'info'; readonly message: string };

export type Press = (origin: string, record: PressedRecord) => Promise<Told>;

const NOT_NOW = 'Attune did not answer. Please try again in a minute.';

/** A press that asks our server: at rest while it is under way, and how it went is told. True: it worked. */
export function usePress() {
  const { variables } = useExtensionContext<'crm.record.sidebar'>();
  const viewing = useViewing();
  const { addAlert } = useExtensionActions<'crm.record.sidebar'>();
  const [isBusy, setBusy] = useState(false);
  const press = async (ask: Press): Promise<boolean> => {
    setBusy(true);
    try {
      addAlert(await ask(originOf(variables), toPressed(viewing)));
      return true;
    } catch (error) {
      const message = error instanceof Refusal ? error.message : NOT_NOW;
      addAlert({ type: 'danger', message });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, press };
}
