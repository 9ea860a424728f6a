import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { readProcess, type RunningProcess } from './read-process.ts';

/** A setting on Postgres's own command line that tells which process looks after it. */
export function supervisedBy(pid: number): string {
  return `attune.supervisor=${pid}`;
}

/**
 * A process that was killed leaves its Postgres behind, still holding the data. It is ours when it was started on this
 * very directory: it is asked to stop (fast shutdown), then made to. One whose supervisor lives is in use.
 */
export async function endOrphan(dataDir: string): Promise<void> {
  const pid = await readPid(dataDir);
  if (pid === null) return;
  const found = await readProcess(pid);
  if (found === null) return; // Postgres removes a stale file by itself.
  if (!isOurs(found, dataDir)) {
    await rm(path.join(dataDir, 'postmaster.pid'), { force: true });
    return;
  }
  if (isLookedAfter(found)) refuseSecondStart(dataDir, found);
  await endProcess(pid);
}

/** The whole number counts: process 1, who takes in every orphan, is not the supervisor 1234. */
export function isLookedAfter({ command, parentPid }: RunningProcess): boolean {
  return command.split(' ').includes(supervisedBy(parentPid));
}

function isOurs({ command }: RunningProcess, dataDir: string): boolean {
  return command.includes('postgres') && command.includes(dataDir);
}

function refuseSecondStart(dataDir: string, { parentPid }: RunningProcess): never {
  throw new AppError(
    'configuration_invalid',
    `Attune is already running on ${dataDir} (process ${parentPid}). Stop it first, or use another folder.`,
    { recovery: 'abort' },
  );
}

async function readPid(dataDir: string): Promise<number | null> {
  const text = await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** SIGINT: end sessions and shut down cleanly. SIGQUIT: at once, recover at the next start. */
const URGENCY = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
] as const;

export async function endProcess(pid: number): Promise<void> {
  for (const { signal, patienceMs } of URGENCY) {
    send(pid, signal);
    if (await endsWithin(pid, patienceMs)) return;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

async function endsWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 25) {
    if ((await readProcess(pid)) === null) return true;
    await sleep(25);
  }
  return false;
}
