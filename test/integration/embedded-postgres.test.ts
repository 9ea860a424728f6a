import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runQuery } from '../../server/store/database/run-query.ts';
import { runCluster, type RunningCluster } from '../support/embedded-cluster.ts';
import { eventually } from '../support/eventually.ts';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const describeAsRoot = isRoot ? describe : describe.skip;
/** Where the project itself is closed to others, no other user can run it, and Postgres's files stand elsewhere. */
const isClosed = isRoot && isClosedToOthers(path.resolve(import.meta.dirname, '..', '..'));
const itForOthers = isClosed ? it.skip : it;
const NOBODY = 65_534;
const NO_PASSWD_ENTRY = 12_345;

describe('the embedded Postgres', () => {
  let folder: string;
  let dataDir: string;
  let running: RunningCluster[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'embedded postgres '));
    await chmod(folder, 0o755);
    dataDir = path.join(folder, 'my data');
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((each) => each.stop()));
    for (const { movedTo } of running)
      if (movedTo) await rm(movedTo, { recursive: true, force: true });
    await rm(folder, { recursive: true });
  });

  const start = async (uid?: number) => {
    const cluster = await runCluster({ dataDir, ...(uid !== undefined && { uid }) });
    running.push(cluster);
    return cluster;
  };
  const homeOf = ({ movedTo }: RunningCluster) =>
    movedTo === null ? dataDir : path.join(movedTo, 'postgres');
  const isRunning = (pid: number) =>
    readFile(`/proc/${pid}/cmdline`, 'utf8').then(
      (command) => command !== '',
      () => false,
    );
  const remember = (cluster: RunningCluster) =>
    runQuery(cluster.adminUrl, 'create table remembered as select 42 as answer');
  const recall = (cluster: RunningCluster) =>
    runQuery(cluster.adminUrl, 'select answer from remembered');

  it('keeps its data over a restart, in a path with spaces', async () => {
    const first = await start();
    await remember(first);
    await first.stop();
    const second = await start();
    expect(await recall(second)).toEqual([{ answer: 42 }]);
    expect(second.movedTo === null).toBe(!isClosed);
  });

  it('leaves nothing running when it stops', async () => {
    const cluster = await start();
    await cluster.stop();
    expect(await isRunning(cluster.pid)).toBe(false);
  });

  it('keeps its password for us alone, and lets nobody in without it', async () => {
    const cluster = await start();
    const { adminUrl } = cluster;
    expect((await stat(`${homeOf(cluster)}.password`)).mode & 0o777).toBe(0o600);
    const url = new URL(adminUrl);
    url.password = 'guess';
    await expect(runQuery(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('listens on the loopback address only', async () => {
    const { adminUrl } = await start();
    expect(await runQuery(adminUrl, 'show listen_addresses')).toEqual([
      { listenAddresses: '127.0.0.1' },
    ]);
    expect(await runQuery(adminUrl, 'show unix_socket_directories')).toEqual([
      { unixSocketDirectories: '' },
    ]);
  });

  it('ends by itself when we are killed', async () => {
    const cluster = await start();
    cluster.supervisor.kill('SIGKILL');
    await eventually('Postgres ends', async () => !(await isRunning(cluster.pid)));
    expect(await isRunning(cluster.pid)).toBe(false);
  });

  it('starts on data that an orphan of ours still holds', async () => {
    const first = await start();
    await remember(first);
    // The shell that watches over it dies with us, as when a whole container's processes are killed one by one.
    await killWatcherOf(first.pid);
    first.supervisor.kill('SIGKILL');
    const second = await start();
    expect(await recall(second)).toEqual([{ answer: 42 }]);
    expect(await isRunning(first.pid)).toBe(false);
  });

  it('starts over a pid file whose number is somebody else’s by now', async () => {
    const first = await start();
    await remember(first);
    const lock = await readFile(path.join(homeOf(first), 'postmaster.pid'), 'utf8');
    await first.stop();
    await writeFile(
      path.join(homeOf(first), 'postmaster.pid'),
      lock.replace(/^\d+/, String(process.pid)),
    );
    expect(await recall(await start())).toEqual([{ answer: 42 }]);
  });

  it('comes back on the same address after it was killed', async () => {
    const cluster = await start();
    await remember(cluster);
    process.kill(cluster.pid, 'SIGKILL');
    const answers = () =>
      recall(cluster).then(
        (rows) => rows.length === 1,
        () => false,
      );
    await eventually('it answers again', answers, 20_000);
    expect(await recall(cluster)).toEqual([{ answer: 42 }]);
  });

  it('refuses a second start on the same data, and says who has it', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(
      `Attune is already running on ${homeOf(first)} (process ${first.supervisor.pid})`,
    );
    expect(await runQuery(first.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins anew after a first start that was cut short', async () => {
    await writeFile(path.join(folder, 'my data.new'), 'half of it');
    const cluster = await start();
    expect(await runQuery(cluster.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  describeAsRoot('started as root', () => {
    it('runs as another user', async () => {
      const cluster = await start();
      const status = await readFile(`/proc/${cluster.pid}/status`, 'utf8');
      expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).toBeGreaterThan(0);
    });

    it('moves out of a folder that is closed to others, and finds its data there again', async () => {
      await chmod(folder, 0o700);
      const first = await start();
      await remember(first);
      expect(first.movedTo).toMatch(/^\/var\/lib\/attune\/[0-9a-f]{16}$/);
      expect((await stat(first.movedTo ?? '')).mode & 0o777).toBe(0o711);
      await first.stop();
      running = [];
      const second = await start();
      expect(second.movedTo).toBe(first.movedTo);
      expect(await recall(second)).toEqual([{ answer: 42 }]);
    });

    itForOthers('goes on with data that an ordinary user made', async () => {
      await chown(folder, NOBODY, NOBODY);
      const first = await start(NOBODY);
      await remember(first);
      await first.stop();
      expect(await recall(await start())).toEqual([{ answer: 42 }]);
    });
  });

  describeAsRoot('started as somebody else', () => {
    itForOthers('runs for an ordinary user', async () => {
      await chown(folder, NOBODY, NOBODY);
      const cluster = await start(NOBODY);
      expect(await runQuery(cluster.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(cluster.movedTo).toBeNull();
    });

    itForOthers('tells a user without a passwd entry what to do', async () => {
      await chown(folder, NO_PASSWD_ENTRY, NO_PASSWD_ENTRY);
      await expect(start(NO_PASSWD_ENTRY)).rejects.toThrow(
        'The user id 12345 has no entry in /etc/passwd. The embedded Postgres needs one: run as a named user, or set DATABASE_URL',
      );
    });
  });
});

function isClosedToOthers(folder: string): boolean {
  const open = (statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return !open || (parent !== folder && isClosedToOthers(parent));
}

async function killWatcherOf(postmaster: number): Promise<void> {
  const { readdir } = await import('node:fs/promises');
  for (const pid of await readdir('/proc')) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('read _; kill -INT') && command.endsWith(`\0${postmaster}\0`))
      process.kill(Number(pid), 'SIGKILL');
  }
}
