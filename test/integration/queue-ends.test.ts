import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBell } from '../../server/queue/open-bell.ts';
import { reportSparingly } from '../../server/queue/report-sparingly.ts';
import { findFreePort } from '../support/free-port.ts';
import { openTestQueue, type Backend, type TestQueue } from '../support/queue.ts';
import { isInstalled } from '../support/require-program.ts';

jest.setTimeout(60_000);

const BACKENDS: readonly Backend[] = isInstalled('redis-server')
  ? ['postgres', 'redis']
  : ['postgres'];

describe.each(BACKENDS)('a queue on %s', (backend) => {
  let queue: TestQueue;

  beforeAll(async () => {
    queue = await openTestQueue(backend);
  });
  afterAll(() => queue.close());

  it('lets its process end when it is closed', async () => {
    const script = path.join(import.meta.dirname, '..', 'support', 'run-queue.ts');
    const urls = [queue.database.urls.dispatcher, ...(queue.redis ? [queue.redis.url] : [])];
    const child = spawn(process.execPath, ['--no-warnings', script, ...urls]);
    const said: string[] = [];
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await once(child, 'exit');
    clearTimeout(late);
    expect({ code: child.exitCode, said }).toEqual({ code: 0, said: [] });
  });

  it('says little while its datastore is away, and nobody hangs on the bell', async () => {
    const port = await findFreePort();
    const place = {
      redisUrl: backend === 'redis' ? `redis://127.0.0.1:${port}` : null,
      dispatcherUrl: `postgres://nobody@127.0.0.1:${port}/none`,
    };
    const told: unknown[] = [];
    const report = reportSparingly(
      (error) => told.push(error),
      () => new Date(),
    );
    const bell = openBell(place, { report });
    const listening = bell.listen(() => Promise.resolve(), 2);
    const due = { workId: 'w', tenantId: 't', kind: 'walk_unit', turn: 'new', dueInMs: 0 };
    const rungAt = performance.now();
    await expect(bell.ring([due])).rejects.toThrow();
    expect(performance.now() - rungAt).toBeLessThan(5_000);
    await sleep(3_000);
    expect(told.length).toBeLessThan(8);
    await listening.close();
    await bell.close();
  });
});
