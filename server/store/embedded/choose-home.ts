import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  copyFile,
  link,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import path from 'node:path';
import type { Account } from './choose-account.ts';
import { type Binaries, binariesIn } from './find-binaries.ts';

/** Where binaries and data stand. `movedTo` is set when they could not stay where they were. */
export interface Home {
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly movedTo: string | null;
}

export interface WantedHome {
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly account: Account | null;
}

/**
 * A folder closed to others (0700, as root's home often is) cannot be entered by Postgres's own user. Then both go to a
 * directory of our own, named after the path they came from, that others may pass through but not list.
 */
export async function chooseHome({ binaries, dataDir, account }: WantedHome): Promise<Home> {
  const parent = path.dirname(dataDir);
  await mkdir(parent, { recursive: true });
  if (account === null || [binaries.postgres, parent].every((each) => canEnter(each, account))) {
    return { binaries, dataDir, movedTo: null };
  }
  const movedTo = path.join('/var/lib/attune', nameAfter(dataDir));
  await mkdir(movedTo, { recursive: true });
  await chmod(path.dirname(movedTo), 0o711);
  await chmod(movedTo, 0o711);
  const moved = await bringBinaries(binaries, movedTo);
  return { binaries: moved, dataDir: path.join(movedTo, 'postgres'), movedTo };
}

function canEnter(target: string, account: Account): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], {
    ...account,
    cwd: '/',
  });
  return status === 0;
}

function nameAfter(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

/** Complete or absent: they are brought beside their place and renamed. Each start brings what npm installed last. */
async function bringBinaries({ folder }: Binaries, movedTo: string): Promise<Binaries> {
  const target = path.join(movedTo, 'native');
  const unfinished = `${target}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await linkTree(folder, unfinished);
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
  return binariesIn(target);
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
