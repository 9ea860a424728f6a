import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { eventually } from '../support/eventually.ts';
import { findFreePort } from '../support/free-port.ts';
import { openTestDatabase, type TestDatabase } from '../support/postgres.ts';

jest.setTimeout(30_000);

const MAIN = path.join(import.meta.dirname, '../../server/main.ts');

interface Running {
  readonly child: ChildProcess;
  said(): string;
}

/** `server/main.ts` as a process of its own, with these variables and no others of ours. */
function start(variables: Readonly<Record<string, string>>): Running {
  const env = { PATH: process.env['PATH'], ...variables };
  const child = spawn(process.execPath, ['--no-warnings', MAIN], { env });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  return { child, said: () => said };
}

async function codeOf({ child }: Running): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

describe('Attune for connected accounts', () => {
  let database: TestDatabase;
  let port: number;
  let running: Running | null = null;

  beforeAll(async () => {
    [database, port] = await Promise.all([openTestDatabase(), findFreePort()]);
  }, 60_000);
  afterEach(async () => {
    running?.child.kill('SIGKILL');
    if (running) await codeOf(running);
    running = null;
  });
  afterAll(() => database.close());

  const settings = () => ({
    PORT: String(port),
    PUBLIC_ORIGIN: 'https://attune.example',
    HUBSPOT_APP_ID: '4711',
    HUBSPOT_CLIENT_ID: 'client',
    HUBSPOT_CLIENT_SECRET: 'secret',
    ATTUNE_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: database.urls.app,
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_DISPATCHER_URL: database.urls.dispatcher,
  });
  const statusOf = (address: string): Promise<number | null> =>
    fetch(`http://127.0.0.1:${port}${address}`).then(
      ({ status }) => status,
      () => null,
    );

  it('does not start without its settings, and names every one that is missing', async () => {
    running = start({ HUBSPOT_APP_ID: '4711' });
    expect(await codeOf(running)).toBe(3);
    expect(running.said()).toContain('PUBLIC_ORIGIN, HUBSPOT_CLIENT_ID, HUBSPOT_CLIENT_SECRET');
    expect(running.said()).not.toContain('    at ');
  });

  it('serves, says where, and ends cleanly on a signal', async () => {
    running = start(settings());
    await eventually('it is ready', async () => (await statusOf('/health/ready')) === 200);
    expect(running.said()).toContain('Attune (both) answers at https://attune.example.');
    running.child.kill('SIGTERM');
    expect(await codeOf(running)).toBe(0);
    expect(await statusOf('/health/live')).toBeNull();
  });

  it('as a worker listens nowhere', async () => {
    const worker = start({ ...settings(), ATTUNE_ROLE: 'worker' });
    running = worker;
    await eventually('it has started', () => worker.said().includes('Attune (worker)'));
    expect(await statusOf('/health/live')).toBeNull();
    worker.child.kill('SIGINT');
    expect(await codeOf(worker)).toBe(0);
  });
});
