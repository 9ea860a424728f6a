import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { OrgView } from '../../../shared/api/sandbox/get-org.ts';

const BUILDER = path.join(import.meta.dirname, 'build-lightning-pages.ts');

export interface LightningPages {
  /** How far the build is. */
  readonly state: () => OrgView['cardPage'];
  readonly close: () => Promise<void>;
}

/**
 * Builds the Lightning card's page into the folder while the night runs. Nothing waits for it: without it, everything but
 * that card can be looked at.
 */
export function buildLightningPages(folder: string): LightningPages {
  let state: OrgView['cardPage'] = 'building';
  const child = spawn(process.execPath, [BUILDER, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close').then(
    () => {
      state = child.exitCode === 0 ? 'ready' : 'failed';
    },
    () => {
      state = 'failed';
    },
  );
  return {
    state: () => state,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
