import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that Postgres's own user may enter, which `mktemp -d` as root is not. */
export async function makeSandboxFolder(): Promise<{
  readonly path: string;
  remove(): Promise<void>;
}> {
  const parent = await mkdtemp(path.join(tmpdir(), 'attune-sandbox-'));
  await chmod(parent, 0o755);
  return {
    path: path.join(parent, 'sandbox'),
    remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
