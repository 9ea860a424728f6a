import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../../test/simulators/hubspot/seeded-random.ts';
import type { SpareWorkers } from './spare-workers.ts';
import { LIFE_MS } from './storm-plan.ts';
import type { WorkerProcess } from './worker-process.ts';

export interface KillWish {
  readonly spares: SpareWorkers;
  readonly random: SeededRandom;
  /** Whether the kills are over, given how many there were so far. */
  readonly isOver: (kills: number) => boolean;
  readonly say: (line: string) => void;
}

export interface KilledWorkers {
  readonly kills: number;
  /** The last one of each place, which may live. */
  readonly survivors: readonly WorkerProcess[];
}

const TOLD_EVERY = 10;

/** Two places with a worker each; one that has reported ready is killed soon after, and its place filled again. */
export async function killWorkers({
  spares,
  random,
  isOver,
  say,
}: KillWish): Promise<KilledWorkers> {
  let kills = 0;
  const place = async (): Promise<WorkerProcess> => {
    for (;;) {
      const worker = spares.take();
      const begun = worker.begin();
      while (!(await settles(begun)) && !isOver(kills));
      if (isOver(kills)) return worker;
      if (!(await begun)) continue;
      await sleep(random.int(LIFE_MS.shortest, LIFE_MS.longest));
      if (!worker.lives) throw new Error('A worker ended by itself.');
      await worker.end('SIGKILL');
      kills += 1;
      if (kills % TOLD_EVERY === 0) say(`${kills} kills.`);
    }
  };
  const survivors = await Promise.all([place(), place()]);
  return { kills, survivors };
}

const LOOK_AGAIN_MS = 250;

/** False: not yet. */
function settles(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), sleep(LOOK_AGAIN_MS, false)]);
}
