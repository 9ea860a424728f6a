import { useExtensionActions } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { postDisconnect, postReadNow, postSettings } from './api.ts';
import type { ReadNowAnswer, TenantSettings } from './settings-contract.ts';

const READ_NOW_WORDS: Readonly<Record<ReadNowAnswer['state'], string>> = {
  running: 'Attune is reading now.',
  too_soon: 'Attune read less than ten minutes ago. Please try again a little later.',
  nothing_to_read: 'There is nothing to read yet: choose a pipeline first.',
};

/** What an admin can do here. Each says how it went, and the page looks again. */
export function useActions(origin: string, onDone: () => void) {
  const { addAlert } = useExtensionActions<'settings'>();
  const [isBusy, setBusy] = useState(false);
  const run = async (action: () => Promise<string>) => {
    setBusy(true);
    try {
      addAlert({ type: 'success', message: await action() });
    } catch {
      addAlert({ type: 'danger', message: 'That did not work. Please try again in a minute.' });
    }
    setBusy(false);
    onDone();
  };
  return {
    isBusy,
    save: (settings: TenantSettings) =>
      run(async () => {
        await postSettings(origin, settings);
        return 'Saved.';
      }),
    disconnect: () =>
      run(async () => {
        await postDisconnect(origin);
        return 'Attune is disconnected. Nothing is read any more.';
      }),
    readNow: () => run(async () => READ_NOW_WORDS[(await postReadNow(origin)).state]),
  };
}

export type Actions = ReturnType<typeof useActions>;
