import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { LISTENING, QUEUE_NAME, toRing } from './bell-options.ts';
import type { BellOptions, Doorbell } from './doorbell.ts';

const SCHEMA = 'bullmq';

/** Before the first bell is opened, as the schema's owner; the dispatcher only works in it. Repeatable. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const connection = { connectionString: ownerUrl, schema: SCHEMA, max: 1, migrate: true };
  const queue = new Queue(QUEUE_NAME, { connection }, createPostgresBackend);
  // Without a listener Node would end the process; waitUntilReady rejects with the same error.
  queue.on('error', () => undefined);
  try {
    await queue.waitUntilReady();
  } finally {
    await queue.close();
  }
}

/** A config object, not a pool: only so every connection finds the schema. */
export function openPostgresBell(url: string, { report }: BellOptions): Doorbell {
  const connect = (max: number) => ({ connectionString: url, schema: SCHEMA, max });
  const queue = new Queue(QUEUE_NAME, { connection: connect(2) }, createPostgresBackend);
  queue.on('error', report);
  return {
    async ring(works) {
      await queue.addBulk(works.map(toRing));
    },
    listen(answer, concurrency) {
      const options = { ...LISTENING, concurrency, connection: connect(3) };
      const worker = new Worker(QUEUE_NAME, answer, options, createPostgresBackend);
      worker.on('error', report);
      return { close: () => worker.close() };
    },
    isReachable: () =>
      queue.getJobCountByTypes('wait').then(
        () => true,
        () => false,
      ),
    close: () => queue.close(),
  };
}
