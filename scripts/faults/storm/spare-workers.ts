import { openSync } from 'node:fs';
import path from 'node:path';
import type { Closers } from '../../bench-sync/closers.ts';
import { WorkerProcess } from './worker-process.ts';

export interface SpareWorkers {
  /** The one that has been loading longest; another takes its place. */
  take(): WorkerProcess;
  /** From now on none is loaded any more. */
  enough(): void;
}

/**
 * Worker processes that load their code while others still live, so that a restart costs a tenth of a second and not the
 * seconds that a busy machine needs for it.
 */
export function openSpareWorkers(
  { folder, configFile, count }: { folder: string; configFile: string; count: number },
  closers: Closers,
): SpareWorkers {
  const all = new Set<WorkerProcess>();
  const log = openSync(path.join(folder, 'workers.log'), 'a');
  const load = (): WorkerProcess => {
    const made = new WorkerProcess(configFile, { cache: path.join(folder, 'compiled'), log });
    for (const each of all) if (!each.lives) all.delete(each);
    all.add(made);
    return made;
  };
  const spare = Array.from({ length: count }, load);
  let isEnough = false;
  closers.add(async () => {
    isEnough = true;
    await Promise.all([...all].map((each) => each.end('SIGKILL')));
  });
  return {
    take() {
      if (!isEnough) spare.push(load());
      return spare.shift() ?? load();
    },
    enough() {
      isEnough = true;
      for (const each of spare.splice(2)) void each.end('SIGKILL');
    },
  };
}
