import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../../test/simulators/hubspot/seeded-random.ts';
import { KILLS_A_SECOND_AT_MOST, LIFE_MS } from './storm-plan.ts';
import type { WorkerProcess } from './worker-process.ts';

export interface KillWish {
  readonly start: () => WorkerProcess;
  readonly random: SeededRandom;
  readonly isOver: () => boolean;
  readonly say: (line: string) => void;
}

const TOLD_EVERY = 10;

/**
 * Two places with a worker each; one that has reported ready is killed soon after, and its place filled again. Answers
 * the kills that fell within the time; afterwards no worker lives.
 */
export async function killWorkers({ start, random, isOver, say }: KillWish): Promise<number> {
  let kills = 0;
  const startMs = performance.now();
  const untilNext = () => startMs + (kills / KILLS_A_SECOND_AT_MOST) * 1_000 - performance.now();
  const place = async (): Promise<void> => {
    while (!isOver()) {
      const worker = start();
      if (await worker.ready) await sleep(random.int(LIFE_MS.shortest, LIFE_MS.longest));
      worker.assertLives();
      await worker.end('SIGKILL');
      if (isOver()) break;
      kills += 1;
      if (kills % TOLD_EVERY === 0) say(`${kills} kills.`);
      await sleep(Math.max(0, untilNext()));
    }
  };
  await Promise.all([place(), place()]);
  return kills;
}
