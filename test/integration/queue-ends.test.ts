import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBell } from '../../server/queue/open-bell.ts';
import { reportSparingly } from '../../server/queue/report-sparingly.ts';
import { eventually } from '../support/eventually.ts';
import { findFreePort } from '../support/free-port.ts';
import { sql } from '../support/postgres.ts';
import { openGate } from '../support/postgres-gate.ts';
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

describe('a queue on postgres', () => {
  let queue: TestQueue;

  beforeAll(async () => {
    queue = await openTestQueue('postgres');
  });
  afterAll(() => queue.close());

  it('is heard by those who began to listen before its datastore had come up', async () => {
    const gate = await openGate(queue.database.urls.dispatcher);
    const bell = openBell({ redisUrl: null, dispatcherUrl: gate.url }, { report: () => undefined });
    let heard = 0;
    const listening = bell.listen(() => {
      heard += 1;
      return Promise.resolve();
    }, 2);
    const ring = () =>
      bell.ring([{ workId: 'w', tenantId: 't', kind: 'walk_unit', turn: 'new', dueInMs: 0 }]);
    await expect(ring()).rejects.toThrow('starting up');
    await sleep(1_500);
    gate.open();
    await eventually('it is heard', async () => {
      await ring().catch(() => undefined);
      return heard > 0;
    });
    expect(heard).toBeGreaterThan(0);
    await listening.close();
    await bell.close();
    await gate.close();
  });

  it('outlives connections that break while it works with them', async () => {
    const { bell, database } = queue;
    let heard = 0;
    const listening = bell.listen(() => {
      heard += 1;
      return Promise.resolve();
    }, 2);
    const ring = (workId: string) =>
      bell.ring([{ workId, tenantId: 't', kind: 'walk_unit', turn: 'new', dueInMs: 0 }]);
    await eventually('it is heard', async () => {
      await ring(`first ${heard}`);
      return heard > 0;
    });
    for (let round = 0; round < 100; round += 1) {
      const ringing = ring(`w${round}`).catch(() => undefined);
      // Not the one that listens, which has a name: BullMQ 6.7 hears its errors only a moment after making it. The pool that
      // asks has other connections, too: one of these may be met before it knows of its end.
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = current_user and pid <> pg_backend_pid()
          and datname = current_database() and application_name = ''`
        .execute(database.dispatcher)
        .catch(() => undefined);
      await ringing;
    }
    const before = heard;
    await eventually('it is heard', async () => {
      await ring(`last ${heard}`).catch(() => undefined);
      return heard > before;
    });
    expect(heard).toBeGreaterThan(before);
    await listening.close();
  });
});
