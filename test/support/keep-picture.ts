import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Pictures go to a temporary folder; with ATTUNE_PICTURES=docs they renew the ones in docs/pictures. */
export async function keepPicture(of: Page | Locator, name: string): Promise<void> {
  const folder =
    process.env['ATTUNE_PICTURES'] === 'docs'
      ? join(import.meta.dirname, '../../docs/pictures')
      : join(tmpdir(), 'attune-pictures');
  await mkdir(folder, { recursive: true });
  await of.screenshot({ path: join(folder, `${name}.png`) });
}
