import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPreview } from '../../../preview/build-preview.ts';

describe('building the preview', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attune-preview-'));
    await buildPreview(folder);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('puts the page and the real bundles of card and settings into the folder', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      'cards',
      'host.js',
      'index.html',
      'kit.css',
      'page.css',
      'worker.js',
    ]);
    expect((await readdir(join(folder, 'cards'))).sort()).toEqual([
      'AttuneCard.js',
      'SettingsPage.js',
    ]);
  });

  it('gives the same files the second time', async () => {
    const before = await readFile(join(folder, 'cards/AttuneCard.js'), 'utf8');
    await buildPreview(folder);
    expect(await readFile(join(folder, 'cards/AttuneCard.js'), 'utf8')).toBe(before);
  });

  it('leaves the process’s environment as it was', () => {
    expect(process.env['NODE_ENV']).toBe('test');
  });
});
