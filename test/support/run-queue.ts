import { randomUUID } from 'node:crypto';
import { createEnqueue } from '../../server/queue/enqueue.ts';
import { openBell } from '../../server/queue/open-bell.ts';
import { startSweeper } from '../../server/queue/sweeper.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { openDatabase } from '../../server/store/database/open-database.ts';
import { createWorkStore } from '../../server/store/work-store.ts';
import { handlersThat } from './handlers-that.ts';

/** `run-queue.ts DISPATCHER_URL [REDIS_URL]`: serves one work, closes everything, and must then end by itself. */
const [dispatcherUrl = '', redisUrl = null] = process.argv.slice(2);
const report = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
const db = openDatabase({ url: dispatcherUrl, maxConnections: 2, onLostConnection: report });
const works = createWorkStore(db);
const bell = openBell({ redisUrl, dispatcherUrl }, { report });
const served = Promise.withResolvers<undefined>();
const worker = startWorker({
  works,
  bell,
  handlers: handlersThat(() => {
    served.resolve(undefined);
    return Promise.resolve({ then: 'done' });
  }),
  isPaused: () => Promise.resolve(true),
  report,
  concurrency: 2,
});
const sweeper = startSweeper({ works, bell, report, everyMs: 50 });
const enqueue = createEnqueue({ works, bell, report });
await enqueue({ workId: randomUUID(), tenantId: randomUUID(), kind: 'walk_unit' });
await served.promise;
await sweeper.close();
await worker.close();
await bell.close();
await db.destroy();
