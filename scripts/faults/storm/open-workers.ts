import { openSync } from 'node:fs';
import path from 'node:path';
import type { Closers } from '../../bench-sync/closers.ts';
import { WorkerProcess } from './worker-process.ts';

/** Starts worker processes, of which none outlives the run. They share what was compiled. */
export function openWorkers(
  { folder, configFile }: { readonly folder: string; readonly configFile: string },
  closers: Closers,
): () => WorkerProcess {
  const all = new Set<WorkerProcess>();
  const log = openSync(path.join(folder, 'workers.log'), 'a');
  let isClosed = false;
  closers.add(async () => {
    isClosed = true;
    await Promise.all([...all].map((each) => each.end('SIGKILL')));
  });
  return () => {
    if (isClosed) throw new Error('The run is over.');
    for (const each of all) if (!each.lives) all.delete(each);
    const worker = new WorkerProcess(configFile, { cache: path.join(folder, 'compiled'), log });
    all.add(worker);
    return worker;
  };
}
