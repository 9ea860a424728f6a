import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface RunningProcess {
  readonly command: string;
  readonly parentPid: number;
}

/** Null when no such process runs. Linux tells it in /proc; elsewhere `ps` does. */
export async function readProcess(pid: number): Promise<RunningProcess | null> {
  return process.platform === 'linux' ? readProc(pid) : askPs(pid);
}

async function readProc(pid: number): Promise<RunningProcess | null> {
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const parentPid = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
    // A zombie has no command line any more: it runs no longer.
    return command === '' ? null : { command: command.replaceAll('\0', ' '), parentPid };
  } catch {
    return null;
  }
}

async function askPs(pid: number): Promise<RunningProcess | null> {
  try {
    const { stdout } = await run('ps', ['-o', 'ppid=,command=', '-p', String(pid)]);
    const [, parent, command] = /^\s*(\d+)\s+(.*)$/m.exec(stdout) ?? [];
    return command === undefined ? null : { command, parentPid: Number(parent) };
  } catch {
    return null;
  }
}
