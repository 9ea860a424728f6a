import path from 'node:path';
import { AppError } from '../shared/errors.ts';
import { readEnvironment, type Environment } from './config.ts';
import { createLog } from './observe/log.ts';
import { migrateQueue } from './queue/open-postgres-bell.ts';
import { openDatabases } from './store/open-databases.ts';
import { requireHubSpot } from './require-hubspot.ts';
import { requireSalesforce } from './require-salesforce.ts';
import { wire } from './wire.ts';

/** Serves connected CRM accounts: configuration, wiring, roles, signals. The sandbox is scripts/start.ts. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const vendors = vendorsOf(environment);
  const opened = await openDatabases(environment, folderOf(environment));
  if (environment.REDIS_URL === undefined) await migrateQueue(opened.databases.owner);
  const attune = wire({
    ...{ ...opened, ...vendors },
    redisUrl: environment.REDIS_URL ?? null,
    readerThreads: environment.READER_THREADS,
    clock: () => new Date(),
    log: createLog(environment.LOG_LEVEL),
    operations: {
      metricsToken: environment.METRICS_TOKEN,
      webhookUrl: environment.OPERATIONS_WEBHOOK_URL,
    },
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
    `Attune (${environment.ATTUNE_ROLE}) answers at ${vendors.hubspot.publicOrigin}. Stop it with Ctrl-C.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void closeAll(closers.toReversed()).then(() => process.exit(0));
    });
  }
}

function vendorsOf(environment: Environment) {
  const hubspot = requireHubSpot(environment);
  const asked = environment.SALESFORCE_CLIENT_ID !== undefined;
  return { hubspot, salesforce: asked ? requireSalesforce(environment) : null };
}

function folderOf({ ATTUNE_FOLDER: folder }: Environment): string {
  return path.resolve(folder ?? path.join(import.meta.dirname, '..', '.attune'));
}

async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(3);
});
