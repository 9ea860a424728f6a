import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { AppError } from '../../shared/errors.ts';
import { LISTENING, QUEUE_NAME, toRing } from './bell-options.ts';
import type { BellOptions, Doorbell } from './doorbell.ts';

const PATIENCE_MS = 2_000;

/**
 * While Redis is away a ring fails within two seconds and is forgotten: nobody who saves work hangs on the bell, and
 * nothing piles up in memory. Listeners wait for as long as it takes.
 */
export function openRedisBell(url: string, { report }: BellOptions): Doorbell {
  const line = openLine(url, 1, report);
  const queue = new Queue(QUEUE_NAME, { connection: line.redis });
  queue.on('error', report);
  return {
    async ring(works) {
      await untilReady(line.redis);
      await queue.addBulk(works.map(toRing));
    },
    listen(answer, concurrency) {
      const { redis, hangUp } = openLine(url, null, report);
      const options = { ...LISTENING, concurrency, connection: redis };
      const worker = new Worker(QUEUE_NAME, answer, options);
      worker.on('error', report);
      return {
        ready: worker.waitUntilReady().catch(report),
        close: () => hangUp(() => worker.close()),
      };
    },
    isReachable: () =>
      untilReady(line.redis)
        .then(() => line.redis.ping())
        .then(
          () => true,
          () => false,
        ),
    close: () => line.hangUp(() => queue.close()),
  };
}

interface Line {
  readonly redis: Redis;
  /** BullMQ waits for a Redis that is away before it closes; there is nothing to say to it, so nobody waits. */
  readonly hangUp: (close: () => Promise<void>) => Promise<void>;
}

/** BullMQ's copies of the connection share the strategy: once we hang up, none of them tries again. */
function openLine(
  url: string,
  maxRetriesPerRequest: number | null,
  report: BellOptions['report'],
): Line {
  let hungUp = false;
  const retryStrategy = (times: number) => (hungUp ? null : Math.min(PATIENCE_MS, times * 100));
  const redis = new Redis(url, { maxRetriesPerRequest, retryStrategy });
  redis.on('error', report);
  return {
    redis,
    async hangUp(close) {
      const closing = close();
      hungUp = true;
      if (redis.status === 'ready') await closing;
      else closing.catch(() => undefined);
      redis.disconnect();
    },
  };
}

async function untilReady(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  await once(redis, 'ready', { signal }).catch((cause: unknown) => {
    const sentence = 'Redis does not answer; the sweeper will ring again.';
    throw new AppError('database_unavailable', sentence, { recovery: 'retry', cause });
  });
}
