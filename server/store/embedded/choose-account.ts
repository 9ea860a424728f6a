import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import os from 'node:os';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/errors.ts';

const run = promisify(execFile);

/** Whom Postgres runs as. Null: as ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Postgres refuses root. Started as root, it runs as the owner of data that is there, else as `postgres` (made when
 * absent), else as `nobody`.
 */
export async function chooseAccount(dataDir: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) {
    requirePasswdEntry();
    return null;
  }
  return (
    (await ownerOf(dataDir)) ??
    (await lookUp('postgres')) ??
    (await create('postgres')) ??
    (await lookUp('nobody')) ??
    refuse('Postgres must not run as root, and neither a user "postgres" nor "nobody" is there.')
  );
}

/** `initdb` asks the system for its user's name and fails where there is none, as in some containers. */
function requirePasswdEntry(): void {
  try {
    os.userInfo();
  } catch (cause) {
    refuse(
      `The user id ${process.getuid?.() ?? 'of this process'} has no entry in /etc/passwd.`,
      cause,
    );
  }
}

function refuse(reason: string, cause?: unknown): never {
  throw new AppError(
    'configuration_invalid',
    `${reason} The embedded Postgres needs one: run as a named user, or set DATABASE_URL to a Postgres of your own.`,
    { recovery: 'abort', cause },
  );
}

async function ownerOf(folder: string): Promise<Account | null> {
  const found = await stat(folder).catch(() => null);
  return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid };
}

async function lookUp(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function create(name: string): Promise<Account | null> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', name]).catch(() => null);
  return lookUp(name);
}
