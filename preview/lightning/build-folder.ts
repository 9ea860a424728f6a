import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { buildLightning } from './build-lightning.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/attune-lightning');

/** Everything that the bundle depends on; the lockfile stands for the packages. */
const SOURCES = [
  HERE,
  join(ROOT, 'salesforce-app/force-app/main/default/lwc'),
  join(ROOT, 'package-lock.json'),
];
const SKIPPED = new Set(['node_modules', '__tests__']);

const PAGES = ['frame.html', 'frame.js', 'index.html', 'designed.js'];

/**
 * Salesforce's two looks; what their packages hold is not ours to keep in the repository. The older one weighs 67 MB as a
 * package, so it is installed for the tests only.
 */
const LOOKS = {
  'slds-1.css':
    '@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.min.css',
  'slds-2.css': '@salesforce-ux/design-system-2/dist/css/bundled/slds2.cosmos.css',
} as const;

/**
 * Puts lightning.js, frame.html, the two looks and the page of designed states into the folder. Built once for each state
 * of the sources (about 10 s); after that it is a copy.
 */
export async function buildLightningFolder(outputFolder: string): Promise<void> {
  const built = join(CACHE, await hashSources());
  if (!(await exists(built))) await buildInto(built);
  await mkdir(outputFolder, { recursive: true });
  await cp(built, outputFolder, { recursive: true, force: true });
}

/** Another process may build the same at the same time: each works aside, and the first to finish is kept. */
async function buildInto(target: string): Promise<void> {
  const aside = `${target}.${randomUUID()}`;
  await mkdir(aside, { recursive: true });
  try {
    await buildLightning(join(aside, 'lightning.js'));
    for (const page of PAGES) await cp(join(HERE, page), join(aside, page));
    for (const [name, file] of findLooks()) await cp(file, join(aside, name));
    await rename(aside, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Those that are installed, with their files. */
function findLooks(): readonly (readonly [name: string, file: string])[] {
  const { resolve } = createRequire(import.meta.url);
  return Object.entries(LOOKS).flatMap(([name, path]) => {
    try {
      return [[name, resolve(path)] as const];
    } catch {
      return [];
    }
  });
}

async function hashSources(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(listFiles))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(ROOT, file)).update(await readFile(file));
  for (const [name] of findLooks()) hash.update(name);
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(path: string): Promise<readonly string[]> {
  if (path.endsWith('.json')) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const kept = entries.filter(({ name }) => !SKIPPED.has(name));
  const found = kept.map((entry) =>
    entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)],
  );
  return (await Promise.all(found)).flat();
}

function exists(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    () => false,
  );
}
