import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../test/simulators/hubspot/seeded-random.ts';
import { startSandboxProcess, type SandboxProcess } from '../sandbox/start-sandbox-process.ts';

export interface KillWish {
  readonly folder: string;
  readonly random: SeededRandom;
  /** No kill begins later; what runs then may end in peace. */
  readonly untilMs: number;
}

export interface Kills {
  /** Of the whole process, and of Postgres's postmaster under it. */
  readonly starts: number;
  readonly nights: number;
  readonly postmasters: number;
}

const ONCE = ['--once', '--json'];
const PATIENCE_MS = 120_000;
/** A night takes about eight seconds, a start about three; most kills fall into the night. */
const [LATEST_MS, EARLIEST_MS] = [3_500, 20];

/** Kills a first night with SIGKILL at random moments, starts it again, and so on, until one gets through. */
export async function killNightUntilDone({ folder, random, untilMs }: KillWish): Promise<Kills> {
  let kills: Kills = { starts: 0, nights: 0, postmasters: 0 };
  for (;;) {
    const started = startSandboxProcess({ folder, args: ONCE });
    const over = started.ended.then(() => undefined);
    if (performance.now() < untilMs) {
      const whom = random.pick(['night', 'night', 'night', 'start', 'postmaster'] as const);
      if (whom !== 'start') await Promise.race([over, reading(started)]);
      await Promise.race([over, sleep(random.int(EARLIEST_MS, LATEST_MS))]);
      kills = await strike(started, { whom, folder, kills });
    }
    const { code, signal, said } = await within(started);
    if (code === 0) return kills;
    if (signal === null) throw new Error(`A start ended with ${String(code)}: ${said}`);
  }
}

async function strike(
  started: SandboxProcess,
  { whom, folder, kills }: { whom: 'night' | 'start' | 'postmaster'; folder: string; kills: Kills },
): Promise<Kills> {
  if (started.child.exitCode !== null) return kills;
  if (whom === 'postmaster') {
    const struck = await killPostmaster(folder);
    return { ...kills, postmasters: kills.postmasters + (struck ? 1 : 0) };
  }
  started.kill('SIGKILL');
  const which = whom === 'start' ? 'starts' : 'nights';
  return { ...kills, [which]: kills[which] + 1 };
}

async function killPostmaster(folder: string): Promise<boolean> {
  const file = path.join(folder, 'postgres', 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 1)) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

async function reading(started: SandboxProcess): Promise<void> {
  while (!started.said().includes('Reading the CRM')) await sleep(20);
}

/** A start that neither ends nor dies is a fault of its own. */
async function within(started: SandboxProcess) {
  const timer = setTimeout(() => {
    started.kill('SIGKILL');
  }, PATIENCE_MS);
  const ended = await started.ended;
  clearTimeout(timer);
  return ended;
}
