import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const START = path.join(import.meta.dirname, '..', '..', 'scripts', 'start.ts');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly said: string;
}

export interface SandboxProcess {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it has said on standard error so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

export interface SandboxWish {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly port?: number;
}

/** `npm start` as a process of its own, in a folder of its own. */
export function startSandboxProcess({ folder, args = [], port }: SandboxWish): SandboxProcess {
  const child = spawn(process.execPath, [START, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ATTUNE_FOLDER: folder,
      PORT: port === undefined ? undefined : String(port),
    },
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const ended = once(child, 'close').then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    out,
    said,
  }));
  return {
    pid: child.pid ?? 0,
    child,
    said: () => said,
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** A folder that Postgres's own user may enter, which `mktemp -d` as root is not. */
export async function makeSandboxFolder(): Promise<{
  readonly path: string;
  remove(): Promise<void>;
}> {
  const parent = await mkdtemp(path.join(tmpdir(), 'attune-sandbox-'));
  await chmod(parent, 0o755);
  return {
    path: path.join(parent, 'sandbox'),
    remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** Numbers of the running processes that name this folder: ours, Postgres's, their shells. */
export function processesIn(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLineOf(pid).includes(folder))
    .map(Number);
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
