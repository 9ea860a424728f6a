import { useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Refusal } from './api.ts';
import { originOf } from './origin-of.ts';
import { toRecordKind, type RecordKind } from './record-kind.ts';

export type Told = { readonly type: 'success' | 'info'; readonly message: string };

export type OpenRecord = { readonly recordKind: RecordKind; readonly recordId: string };

type Press = (origin: string, record: OpenRecord) => Promise<Told>;

const NOT_NOW = 'Attune did not answer. Please try again in a minute.';

/** A press that asks our server: at rest while it is under way, and how it went is told. True: it worked. */
export function usePress() {
  const { crm, variables } = useExtensionContext<'crm.record.sidebar'>();
  const { addAlert } = useExtensionActions<'crm.record.sidebar'>();
  const [isBusy, setBusy] = useState(false);
  const press = async (ask: Press): Promise<boolean> => {
    setBusy(true);
    try {
      const record = { recordKind: toRecordKind(crm.objectTypeId), recordId: String(crm.objectId) };
      addAlert(await ask(originOf(variables), record));
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
