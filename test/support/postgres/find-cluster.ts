import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const Url = z.string();
const Cluster = z.object({
  adminUrl: Url,
  urls: z.object({ owner: Url, app: Url, dispatcher: Url }),
});

export type Cluster = z.infer<typeof Cluster>;

/** The cluster of this test run: the first file that asks starts it, the others find it. */
export async function findCluster(): Promise<Cluster> {
  const runPid = findRunPid();
  const folder = path.join(os.tmpdir(), `attune-test-${runPid}`);
  const isFirst = await mkdir(folder, { mode: 0o711 }).then(
    () => true,
    () => false,
  );
  if (isFirst) startKeeper(folder, runPid);
  return waitForCluster(path.join(folder, 'ready.json'));
}

/** Jest's workers are its children; without workers the tests run in Jest itself. */
function findRunPid(): number {
  return process.argv[1]?.includes('jest-worker') === true ? process.ppid : process.pid;
}

function startKeeper(folder: string, runPid: number): void {
  const script = path.join(import.meta.dirname, 'keep-cluster.ts');
  const args = ['--no-warnings', script, folder, String(runPid)];
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
}

async function waitForCluster(file: string): Promise<Cluster> {
  for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return Cluster.parse(JSON.parse(text));
    await sleep(50);
  }
  throw new Error(`The test cluster did not say in ${file} that it is ready.`);
}
