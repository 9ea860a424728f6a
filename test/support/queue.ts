import { randomUUID } from 'node:crypto';
import { createEnqueue, type Enqueue } from '../../server/queue/enqueue.ts';
import type { Doorbell } from '../../server/queue/doorbell.ts';
import { openBell } from '../../server/queue/open-bell.ts';
import { migrateQueue } from '../../server/queue/open-postgres-bell.ts';
import type { WorkStore } from '../../server/queue/port.ts';
import { startSweeper } from '../../server/queue/sweeper.ts';
import { type Handler, startWorker } from '../../server/queue/worker.ts';
import { createWorkStore } from '../../server/store/work-store.ts';
import { handlersThat } from './handlers-that.ts';
import { openTestDatabase, type TestDatabase } from './postgres.ts';
import { startRedis, type TestRedis } from './redis.ts';

export type Backend = 'postgres' | 'redis';

/** A database and a bell of one backend, with what a test needs to work on them. */
export interface TestQueue {
  readonly database: TestDatabase;
  readonly redis: TestRedis | null;
  readonly works: WorkStore;
  readonly bell: Doorbell;
  readonly enqueue: Enqueue;
  /** What was reported since the last look. */
  takeReports(): readonly unknown[];
  readonly report: (error: unknown) => void;
  close(): Promise<void>;
}

export async function openTestQueue(backend: Backend): Promise<TestQueue> {
  const database = await openTestDatabase();
  const redis = backend === 'redis' ? await startRedis() : null;
  if (redis === null) await migrateQueue(database.urls.owner);
  let reports: unknown[] = [];
  const report = (error: unknown): void => void reports.push(error);
  const place = { redisUrl: redis?.url ?? null, dispatcherUrl: database.urls.dispatcher };
  const bell = openBell(place, { report });
  const works = createWorkStore(database.dispatcher);
  return {
    database,
    redis,
    works,
    bell,
    report,
    enqueue: createEnqueue({ works, bell, report }),
    takeReports: () => {
      const taken = reports;
      reports = [];
      return taken;
    },
    close: async () => {
      await bell.close();
      await redis?.stop();
      await database.close();
    },
  };
}

export interface WorkerWish {
  readonly handler: Handler;
  readonly concurrency?: number;
  /** Null: nobody sweeps. */
  readonly sweepEveryMs?: number;
  readonly isPaused?: (tenantId: string) => Promise<boolean>;
}

/** A worker whose every job goes to one handler, and a sweeper when it is wished for. */
export function startTestWorker(queue: TestQueue, wish: WorkerWish): { close(): Promise<void> } {
  const { works, bell, report } = queue;
  const { handler, concurrency = 4, sweepEveryMs, isPaused = async () => true } = wish;
  const handlers = handlersThat(handler);
  const worker = startWorker({ works, bell, handlers, isPaused, report, concurrency });
  const sweeper =
    sweepEveryMs === undefined
      ? null
      : startSweeper({ works, bell, report, everyMs: sweepEveryMs });
  return {
    close: async () => {
      await sweeper?.close();
      await worker.close();
    },
  };
}

export function newWork(tenantId: string = randomUUID()) {
  return { workId: randomUUID(), tenantId, kind: 'walk_unit' } as const;
}
