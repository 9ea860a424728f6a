import { useCallback, useEffect, useState } from 'react';
import { getSettings, type SettingsAnswer } from './api.ts';
import type { SettingsView } from './settings-contract.ts';

export type SettingsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'ready'; readonly view: SettingsView };

/** While something is still to come, the page looks again by itself. */
const LOOK_AGAIN_MS = 20_000;

/** What stands on the page stays there until the newer answer has come. */
export function useSettings(origin: string) {
  const [state, setState] = useState<SettingsState>({ kind: 'loading' });
  const [look, setLook] = useState(0);
  const lookAgain = useCallback(() => setLook((count) => count + 1), []);
  useEffect(() => {
    let current = true;
    void load(origin).then((loaded) => {
      if (current) setState((before) => keepView(before, loaded));
    });
    return () => {
      current = false;
    };
  }, [origin, look]);
  const isWaiting = state.kind === 'ready' && isUnderWay(state.view);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(lookAgain, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWaiting, lookAgain]);
  return { state, lookAgain };
}

async function load(origin: string): Promise<SettingsState> {
  try {
    return toState(await getSettings(origin));
  } catch {
    return { kind: 'failed' };
  }
}

function toState(answer: SettingsAnswer): SettingsState {
  return answer === 'not_allowed' ? { kind: 'not_allowed' } : { kind: 'ready', view: answer };
}

function keepView(before: SettingsState, loaded: SettingsState): SettingsState {
  return loaded.kind === 'failed' && before.kind === 'ready' ? before : loaded;
}

function isUnderWay({ firstRun, lastNight }: SettingsView): boolean {
  const isReading = lastNight !== null && lastNight.finishedAt === null;
  return isReading || firstRun.some(({ state }) => state !== 'done');
}
