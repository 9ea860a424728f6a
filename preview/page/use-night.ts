import { useEffect, useState } from 'react';
import type { Night } from '../../shared/api/sandbox/get-night.ts';
import { getNight } from './sandbox-client.ts';

const POLL_MS = 1_000;

/** How far the night is; asked again every second until it has finished. */
export function useNight(): Night | null {
  const [night, setNight] = useState<Night | null>(null);
  const finished = night?.phase === 'finished';
  useEffect(() => {
    if (finished) return undefined;
    const ask = () => void getNight().then(setNight, () => undefined);
    ask();
    const timer = setInterval(ask, POLL_MS);
    return () => clearInterval(timer);
  }, [finished]);
  return night;
}
