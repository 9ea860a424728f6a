import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Started = z.object({ adminUrl: z.string(), movedTo: z.string().nullable(), pid: z.number() });
const Failed = z.object({ failure: z.string() });

export interface RunningCluster {
  readonly adminUrl: string;
  readonly movedTo: string | null;
  /** Of the postmaster. */
  readonly pid: number;
  readonly supervisor: ChildProcess;
  stop(): Promise<void>;
}

export interface ClusterWish {
  readonly dataDir: string;
  /** Whom the supervisor runs as; absent: as the tests. */
  readonly uid?: number;
}

/** Starts the embedded Postgres in a process of its own, which may then be killed. Rejects with its sentence. */
export async function runCluster({ dataDir, uid }: ClusterWish): Promise<RunningCluster> {
  const script = path.join(import.meta.dirname, 'postgres', 'run-cluster.ts');
  const supervisor = spawn(process.execPath, ['--no-warnings', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const lines = createInterface(supervisor.stdout)[Symbol.asyncIterator]();
  const line = await lines.next();
  const answer = z.union([Started, Failed]).parse(JSON.parse(String(line.value)));
  if ('failure' in answer) throw new Error(answer.failure);
  return { ...answer, supervisor, stop: () => stop(supervisor) };
}

async function stop(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  supervisor.stdin?.end();
  await once(supervisor, 'exit');
}
