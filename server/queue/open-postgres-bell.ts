import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { LISTENING, QUEUE_NAME, toRing } from './bell-options.ts';
import type { BellOptions, Doorbell, Listening } from './doorbell.ts';

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

interface Breakable {
  on(event: 'error', heard: (error: Error) => void): unknown;
}

/** Between two tries to reach a Postgres that is not there yet. */
const AGAIN_MS = 1_000;

/**
 * A config object, not a pool: only so every connection finds the schema. BullMQ 6.7 keeps the failure of its first
 * connection for good, and a worker of it then asks again without a pause and starves its process; so what could not
 * connect at first is replaced by another.
 */
export function openPostgresBell(url: string, { report }: BellOptions): Doorbell {
  // A connection that breaks while BullMQ has it in hand, and no statement runs on it, would end the process, as Node does
  // with an error that nobody hears (pg-pool 3.14, `_acquireClient`; BullMQ 6.7 listens to idle ones only).
  const onConnect = (client: Breakable) => client.on('error', report);
  const connect = (max: number) => ({ connectionString: url, schema: SCHEMA, max, onConnect });
  const queue = keepQueue(() => {
    const opened = new Queue(QUEUE_NAME, { connection: connect(2) }, createPostgresBackend);
    opened.on('error', report);
    return opened;
  });
  return {
    async ring(works) {
      await (await queue.ready()).addBulk(works.map(toRing));
    },
    listen: (answer, concurrency) =>
      keepOpening(async () => {
        const options = { ...LISTENING, concurrency, connection: connect(3), autorun: false };
        const worker = new Worker(QUEUE_NAME, answer, options, createPostgresBackend);
        worker.on('error', report);
        if (!(await isReady(worker, report))) return null;
        worker.run().catch(report);
        return worker;
      }),
    isReachable: () =>
      queue
        .ready()
        .then((ready) => ready.getJobCountByTypes('wait'))
        .then(
          () => true,
          () => false,
        ),
    async close() {
      await queue.close();
    },
  };
}

interface Openable {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<unknown>;
}

/** Another one, where the one before could not connect. */
function keepQueue<Opened extends Openable>(open: () => Opened) {
  let queue = open();
  return {
    async ready(): Promise<Opened> {
      const asked = queue;
      if (await isReady(asked, () => undefined)) return asked;
      if (queue === asked) queue = open();
      await queue.waitUntilReady();
      return queue;
    },
    async close() {
      await queue.close();
    },
  };
}

/** Closed when it is not. */
async function isReady(opened: Openable, tell: (error: unknown) => void): Promise<boolean> {
  try {
    await opened.waitUntilReady();
    return true;
  } catch (error) {
    tell(error);
    await opened.close().catch(tell);
    return false;
  }
}

function keepOpening(open: () => Promise<Pick<Listening, 'close'> | null>): Listening {
  const closing = new AbortController();
  const { signal } = closing;
  const isClosing = (): boolean => signal.aborted;
  const opening = (async () => {
    for (;;) {
      const opened = await open();
      if (opened !== null || isClosing()) return opened;
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      if (isClosing()) return null;
    }
  })();
  return {
    ready: opening,
    close: async () => {
      closing.abort();
      await (await opening)?.close();
    },
  };
}
