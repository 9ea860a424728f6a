import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { codeOf } from '../database/error-code.ts';

/**
 * A secret of ours in a file that only we may read: 32 random bytes in hex, made on first use. Two processes that start
 * together end up with the same one.
 */
export async function loadOrCreateKeyFile(file: string): Promise<Buffer> {
  const found = await read(file);
  if (found !== null) return found;
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(unfinished, randomBytes(32).toString('hex'), { mode: 0o600 });
  // A link fails when the other process was faster; a rename would replace its key.
  await link(unfinished, file).catch(() => undefined);
  await rm(unfinished);
  return (await read(file)) ?? refuse(file);
}

async function read(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    return refuse(file, error);
  });
  if (text === null) return null;
  if (!/^[0-9a-f]{64}$/.test(text.trim())) return refuse(file);
  await chmod(file, 0o600);
  return Buffer.from(text.trim(), 'hex');
}

function refuse(file: string, cause?: unknown): never {
  throw new AppError('secret_unreadable', `The key file ${file} cannot be read or is damaged.`, {
    recovery: 'abort',
    cause,
  });
}
