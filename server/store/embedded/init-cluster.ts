import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './choose-account.ts';
import type { Home } from './choose-home.ts';

const run = promisify(execFile);

export interface NewCluster {
  readonly home: Home;
  readonly account: Account | null;
  readonly password: string;
}

/** Makes the data directory if it is not there; interrupted half-way, it begins again next time. */
export async function initCluster({ home, account, password }: NewCluster): Promise<void> {
  if (await exists(path.join(home.dataDir, 'PG_VERSION'))) return;
  const unfinished = `${home.dataDir}.new`;
  const passwordFile = path.join(unfinished, 'password');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(path.join(unfinished, 'data'), { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  for (const each of [unfinished, path.join(unfinished, 'data'), passwordFile]) {
    if (account !== null) await chown(each, account.uid, account.gid);
  }
  await run(home.binaries.initdb, flags(path.join(unfinished, 'data'), passwordFile), {
    ...account,
    cwd: '/',
    env: { LC_ALL: 'C' },
  });
  await rm(home.dataDir, { recursive: true, force: true });
  await rename(path.join(unfinished, 'data'), home.dataDir);
  await rm(unfinished, { recursive: true, force: true });
}

/** WAL in segments of 1 MB keeps the empty directory at 31 instead of 46 MB. */
function flags(dataDir: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${dataDir}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--wal-segsize=1',
  ];
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
