import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Account } from './choose-account.ts';
import type { Home } from './choose-home.ts';
import { supervisedBy } from './end-orphan.ts';

export interface Launch {
  readonly home: Home;
  readonly account: Account | null;
  readonly port: number;
  /** More settings, as `name=value`. */
  readonly settings: readonly string[];
}

/**
 * Starts Postgres as our child, in a process group of its own (Ctrl-C in the terminal must not stop it before us), and
 * waits until it takes connections.
 */
export async function launch(wanted: Launch): Promise<ChildProcess> {
  const log = await open(`${wanted.home.dataDir}.log`, 'w', 0o600);
  const child = spawn(wanted.home.binaries.postgres, flags(wanted), {
    ...wanted.account,
    cwd: '/',
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const failure = new Promise<never>((_resolve, reject) => child.once('error', reject));
  await Promise.race([failure, untilReady(child, wanted.home)]).finally(() => log.close());
  watchOver(child, wanted.account);
  return child;
}

function flags({ home, port, settings }: Launch): readonly string[] {
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'log_min_messages=warning',
    supervisedBy(process.pid),
    ...settings,
  ];
  return ['-D', home.dataDir, '-p', String(port), ...all.flatMap((each) => ['-c', each])];
}

/** The eighth line of postmaster.pid says how far it is, as pg_ctl reads it. */
async function untilReady(child: ChildProcess, home: Home): Promise<void> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 10) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const lines = await readFile(path.join(home.dataDir, 'postmaster.pid'), 'utf8').catch(() => '');
    const [pid, ...rest] = lines.split('\n');
    if (Number(pid) === child.pid && rest[6]?.trim() === 'ready') return;
    await sleep(10);
  }
  throw new AppError('database_unavailable', `Postgres did not start: ${await lastWords(home)}`, {
    recovery: 'retry',
  });
}

async function lastWords(home: Home): Promise<string> {
  const log = await readFile(`${home.dataDir}.log`, 'utf8').catch(() => '');
  return log.trim().split('\n').at(-1) ?? 'it said nothing.';
}

/**
 * When we die without a word, the kernel closes this pipe; the shell at its other end then asks Postgres to stop. So
 * nothing is left running, whatever ends us.
 */
function watchOver(child: ChildProcess, account: Account | null): void {
  const watcher = spawn('/bin/sh', ['-c', 'read _; kill -INT "$1"', 'sh', String(child.pid)], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  child.once('exit', () => watcher.kill('SIGKILL'));
}
