import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadOrCreateKeyFile } from '../../../server/store/credentials/key-file.ts';

describe('the key file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'key file '));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made on first use, for us alone', async () => {
    const file = path.join(folder, 'new', 'key');
    const key = await loadOrCreateKeyFile(file);
    expect(key).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('holds the same key ever after, also for many who ask at once', async () => {
    const file = path.join(folder, 'key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKeyFile(file)));
    const again = await loadOrCreateKeyFile(file);
    expect(new Set([...keys, again].map((key) => key.toString('hex'))).size).toBe(1);
  });

  it('is closed to others when it was open', async () => {
    const file = path.join(folder, 'key');
    await writeFile(file, 'ab'.repeat(32), { mode: 0o644 });
    await loadOrCreateKeyFile(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is refused when it is damaged, and never replaced', async () => {
    const file = path.join(folder, 'key');
    await writeFile(file, 'half a key');
    await expect(loadOrCreateKeyFile(file)).rejects.toMatchObject({ code: 'secret_unreadable' });
    await expect(loadOrCreateKeyFile(file)).rejects.toMatchObject({ code: 'secret_unreadable' });
  });
});
