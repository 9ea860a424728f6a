import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { makeSandboxFolder } from '../sandbox/make-sandbox-folder.ts';
import { startSandboxProcess } from '../sandbox/start-sandbox-process.ts';
import { loadContents, type SandboxContents } from './sandbox-contents.ts';

export interface QuietNight {
  readonly folder: string;
  readonly contents: SandboxContents;
  remove(): Promise<void>;
}

/** An uninterrupted first night, which every other is held against. */
export async function spendQuietNight(): Promise<QuietNight> {
  const made = await makeSandboxFolder();
  const folder = made.path;
  const { code, said } = await startSandboxProcess({ folder, args: ['--once'] }).ended;
  if (code !== 0) throw new Error(`The quiet night ended with ${String(code)}: ${said}`);
  return { folder, remove: () => made.remove(), contents: await loadContents(folder) };
}

/** Another folder in which the same first night lies ahead: same stories, same dates. */
export async function makeSameNight({ folder }: Pick<QuietNight, 'folder'>) {
  const made = await makeSandboxFolder();
  await mkdir(made.path, { recursive: true });
  await copyFile(path.join(folder, 'sandbox.json'), path.join(made.path, 'sandbox.json'));
  return made;
}
