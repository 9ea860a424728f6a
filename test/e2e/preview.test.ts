import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPreview } from '../../preview/build-preview.ts';
import { startFixtureSandbox } from '../../preview/dev/fixture-sandbox.ts';
import { describePreview } from '../support/describe-preview.ts';

describePreview('the preview over hand-written cards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'attune-preview-'));
  await buildPreview(folder);
  const { url, stop } = await startFixtureSandbox(folder);
  return {
    url,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
