import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const START = path.join(import.meta.dirname, '..', 'start.ts');

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

/** `npm start` as a process of its own, in a folder of its own: what is to be killed, or seen from outside. */
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
