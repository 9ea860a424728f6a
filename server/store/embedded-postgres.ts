import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, chooseAccount } from './embedded/choose-account.ts';
import { chooseHome, type Home } from './embedded/choose-home.ts';
import { endOrphan, endProcess } from './embedded/end-orphan.ts';
import { findBinaries } from './embedded/find-binaries.ts';
import { initCluster } from './embedded/init-cluster.ts';
import { launch } from './embedded/launch.ts';
import { loadOrCreateKeyFile } from './credentials/key-file.ts';

export interface EmbeddedOptions {
  /** Created when absent. Its password lies beside it, in `<dataDir>.password`, mode 0600. */
  readonly dataDir: string;
  /** More settings as `name=value`; tests turn `fsync` off. */
  readonly settings?: readonly string[];
  /** Forgets everything that the cluster holds, wherever its files are. */
  readonly startOver?: boolean;
}

export interface EmbeddedPostgres {
  /** The superuser's address, for prepareDatabase. */
  readonly adminUrl: string;
  readonly pid: () => number | undefined;
  /** Where binaries and data went when Postgres's own user could not enter `dataDir`; null when they stayed. */
  readonly movedTo: string | null;
  stop(): Promise<void>;
}

/**
 * A real Postgres 18 on the loopback address, looked after by us: it starts again when it dies, and stops with us.
 * Throws AppError `configuration_invalid` where it cannot run, with a sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const wanted = path.resolve(options.dataDir);
  const account = await chooseAccount(wanted);
  const home = await chooseHome({ binaries: findBinaries(), dataDir: wanted, account });
  const secret = await loadOrCreateKeyFile(`${home.dataDir}.password`);
  const password = secret.toString('hex');
  await endOrphan(home.dataDir);
  if (options.startOver === true) await rm(home.dataDir, { recursive: true, force: true });
  await initCluster({ home, account, password });
  const server = await supervise({ home, account, settings: options.settings ?? [] });
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
  return { adminUrl, movedTo: home.movedTo, pid: server.pid, stop: server.stop };
}

interface Supervision {
  readonly home: Home;
  readonly account: Account | null;
  readonly settings: readonly string[];
}

interface Supervised {
  readonly port: number;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** Keeps the port over restarts, so that pools find it again. */
async function supervise(supervision: Supervision): Promise<Supervised> {
  const port = await findFreePort();
  let stopping = false;
  let child: ChildProcess = await launch({ ...supervision, port });
  const startAgain = async (): Promise<void> => {
    // Backends of a killed server hold its shared memory for a moment; until they are gone a start fails.
    for (let attempt = 0; !stopping && attempt < 50; attempt += 1) {
      try {
        child = await launch({ ...supervision, port });
        child.once('exit', () => void startAgain());
        return;
      } catch {
        await sleep(100);
      }
    }
  };
  child.once('exit', () => void startAgain());
  return {
    port,
    pid: () => child.pid,
    stop: async () => {
      stopping = true;
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        await endProcess(child.pid);
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
