import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPort } from '../sandbox/find-port.ts';
import { makeSandboxFolder } from '../sandbox/make-sandbox-folder.ts';
import { openSandbox, type Sandbox } from '../sandbox/open-sandbox.ts';
import { openSandboxFolder } from '../sandbox/sandbox-folder.ts';
import { yardstickRoutes } from './yardstick-routes.ts';

const USUAL_PORT = 3310;

/** A sandbox after its first night, whose cards are served on the loopback address. */
export interface Counter {
  readonly sandbox: Sandbox;
  readonly origin: string;
  /** For the preview's files; goes with everything else. */
  readonly folder: string;
}

export type Closers = (() => Promise<void>)[];

/** What it opens it also adds to `closers`, at once, to be closed in reverse. */
export async function openCounter(closers: Closers, clock: () => Date): Promise<Counter> {
  const made = await makeSandboxFolder();
  closers.push(() => made.remove());
  const folder = openSandboxFolder(made.path, {
    fresh: false,
    now: clock(),
    timeZone: 'Europe/London',
  });
  const port = await findPort(null, USUAL_PORT);
  const origin = `http://127.0.0.1:${port}`;
  const sandbox = await openSandbox({ folder, origin, clock, redisUrl: null, logLevel: 'silent' });
  closers.push(() => sandbox.close());
  await spendNight(sandbox);
  const routes = yardstickRoutes(sandbox, origin);
  const app = sandbox.attune.createApp({ routes, folders: [] });
  const server = app.listen(port, '127.0.0.1');
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  await once(server, 'listening');
  return { sandbox, origin, folder: made.path };
}

/** Afterwards nothing works beside the web role. */
async function spendNight(sandbox: Sandbox): Promise<void> {
  await sandbox.attune.beginNight(sandbox.tenantId);
  const work = sandbox.attune.startWork();
  try {
    while ((await sandbox.loadNight()).phase !== 'finished') await sleep(100);
  } finally {
    await work.close();
  }
}
