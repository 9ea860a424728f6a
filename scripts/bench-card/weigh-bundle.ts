import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPreview } from '../../preview/build-preview.ts';

export interface Weight {
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** The card as HubSpot's own builder makes it; built once for each state of its sources. */
export async function weighBundle(folder: string): Promise<Weight> {
  await buildPreview(folder);
  const bundle = await readFile(path.join(folder, 'cards', 'AttuneCard.js'));
  return { bytes: bundle.length, gzipBytes: gzipSync(bundle).length };
}
