import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

const PREVIEW = import.meta.dirname;
const ROOT = join(PREVIEW, '..');
const CARDS = join(ROOT, 'hubspot-app/src/app/cards');
const SETTINGS = join(ROOT, 'hubspot-app/src/app/settings');
const CACHE = join(ROOT, 'node_modules/.cache/attune-preview');

/** Everything that the built page depends on; the lockfile stands for the packages. */
const SOURCES = [PREVIEW, CARDS, SETTINGS, join(ROOT, 'shared'), join(ROOT, 'package-lock.json')];
const SKIPPED = new Set(['node_modules', 'dev']);

/**
 * Puts index.html, host.js, worker.js, the styles and the card bundles into the folder. Built once for each state of
 * the sources; after that it is a copy.
 */
export async function buildPreview(outputFolder: string): Promise<void> {
  const built = join(CACHE, await hashSources());
  if (!(await exists(join(built, 'index.html')))) await buildInto(built);
  await mkdir(outputFolder, { recursive: true });
  await cp(built, outputFolder, { recursive: true, force: true });
}

/** Another process may build the same at the same time: each works aside, and the first to finish is kept. */
async function buildInto(target: string): Promise<void> {
  const aside = `${target}.${randomUUID()}`;
  await mkdir(aside, { recursive: true });
  try {
    await Promise.all([buildCards(join(aside, 'cards'), SHOWN), buildPage(aside)]);
    await rename(aside, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Each entry becomes one file. */
interface Entry {
  readonly root: string;
  readonly name: string;
}

/** The tab's and the preview's entries differ from the sidebar's by one word, so one of them is enough to look at. */
const SHOWN: readonly Entry[] = [
  { root: CARDS, name: 'AttuneCard' },
  { root: SETTINGS, name: 'SettingsPage' },
];

/** Every entry that the project's hsmeta files name: what HubSpot builds on upload. */
export async function listEntries(): Promise<readonly Entry[]> {
  const found = await Promise.all([CARDS, SETTINGS].map(entriesIn));
  return found.flat();
}

async function entriesIn(root: string): Promise<readonly Entry[]> {
  const metas = (await readdir(root)).filter((name) => name.endsWith('-hsmeta.json')).sort();
  return Promise.all(
    metas.map(async (meta) => {
      const { config } = JSON.parse(await readFile(join(root, meta), 'utf8')) as HsMeta;
      return { root, name: basename(config.entrypoint, '.tsx') };
    }),
  );
}

/** The part of it that is read here; HubSpot's own parser checks the whole (scripts/validate-hubspot-project.ts). */
type HsMeta = { readonly config: { readonly entrypoint: string } };

/** HubSpot's own builder makes the same files here as on upload. Its libraries are loaded only when needed: they are slow. */
export async function buildCards(
  outputDir: string,
  entries: readonly Entry[],
): Promise<readonly string[]> {
  const { buildSingleExtension } = await import('@hubspot/ui-extensions-dev-server/build');
  const before = process.env['NODE_ENV'];
  for (const { root, name } of entries) {
    await buildSingleExtension({
      file: join(root, `${name}.tsx`),
      root,
      outputDir,
      minify: true,
      emptyOutDir: false,
      logLevel: 'warn',
      codeCheckingPluginEnabled: true,
    });
    // Which packages the bundle holds; HubSpot reads it on upload, and nobody here.
    await rm(join(outputDir, `${name}-manifest.json`), { force: true });
  }
  // The builder sets it for itself and leaves it set in the server's process.
  if (before === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = before;
  return entries.map(({ name }) => `${name}.js`);
}

async function buildPage(outdir: string): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    entryPoints: {
      host: join(PREVIEW, 'page/host.tsx'),
      worker: join(PREVIEW, 'card-host/worker.ts'),
    },
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  for (const file of ['page/index.html', 'page/page.css', 'kit/kit.css'])
    await cp(join(PREVIEW, file), join(outdir, file.split('/').at(-1) ?? file));
}

async function hashSources(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(listFiles))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(ROOT, file)).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(path: string): Promise<readonly string[]> {
  if (path.endsWith('.json')) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found = entries
    .filter((entry) => !SKIPPED.has(entry.name))
    .map(async (entry) =>
      entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)],
    );
  return (await Promise.all(found)).flat();
}

async function exists(path: string): Promise<boolean> {
  return readdir(join(path, '..')).then(
    (names) => names.includes(path.split('/').at(-1) ?? ''),
    () => false,
  );
}
