import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = { tries: 40, pauseMs: 250 } as const;

/** Postgres that was killed is back within a second or two, and a limit is over as soon. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left: number = PATIENCE.tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(PATIENCE.pauseMs);
    }
  }
}
