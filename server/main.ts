import path from 'node:path';
import { AppError } from '../shared/errors.ts';
import { readEnvironment } from './config.ts';
import { createLog } from './observe/log.ts';
import { migrateQueue } from './queue/open-postgres-bell.ts';
import { openDatabases } from './store/open-databases.ts';
import { requireHubSpot } from './require-hubspot.ts';
import { requireSalesforce } from './require-salesforce.ts';
import { wire } from './wire.ts';

/** Serves connected CRM accounts: configuration, wiring, roles, signals. The sandbox is scripts/start.ts. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const hubspot = requireHubSpot(environment);
  const salesforce =
    environment.SALESFORCE_CLIENT_ID === undefined ? null : requireSalesforce(environment);
  const folder = path.resolve(
    environment.ATTUNE_FOLDER ?? path.join(import.meta.dirname, '..', '.attune'),
  );
  const opened = await openDatabases(environment, folder);
  if (environment.REDIS_URL === undefined) await migrateQueue(opened.databases.owner);
  const log = createLog(environment.LOG_LEVEL);
  const redisUrl = environment.REDIS_URL ?? null;
  const readerThreads = environment.READER_THREADS;
  const clock = (): Date => new Date();
  const operations = {
    metricsToken: environment.METRICS_TOKEN,
    webhookUrl: environment.OPERATIONS_WEBHOOK_URL,
  };
  const attune = wire({
    ...opened,
    hubspot,
    salesforce,
    redisUrl,
    readerThreads,
    clock,
    log,
    operations,
  });
  const closers = [() => opened.close(), () => attune.close()];

  if (environment.ATTUNE_ROLE !== 'web') {
    const work = attune.startWork();
    closers.push(() => work.close());
  }
  if (environment.ATTUNE_ROLE !== 'worker') {
    const server = attune.createApp({ routes: [], folders: [] }).listen(environment.PORT);
    closers.push(async () => {
      await server[Symbol.asyncDispose]();
    });
  }
  console.error(
    `Attune (${environment.ATTUNE_ROLE}) answers at ${hubspot.publicOrigin}. Stop it with Ctrl-C.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void closeAll(closers.toReversed()).then(() => process.exit(0));
    });
  }
}

async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(3);
});
