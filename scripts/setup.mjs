// Runs before `npm start` and `npm test`, under whatever Node the machine has: plain JavaScript, no dependencies.
import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const marker = path.join(root, 'node_modules', '.attune-setup.json');
const lockfile = path.join(root, 'package-lock.json');
const lockText = readFileSync(lockfile);
const lock = createHash('sha256').update(lockText).digest('hex');
const mode = process.argv[2] === 'test' ? 'test' : 'run';

if (!isInstalled()) install();
requireNode();

/** What `npm test` installs contains what `npm start` needs; the reverse is not true. */
function isInstalled() {
  if (!existsSync(marker)) return false;
  const found = JSON.parse(readFileSync(marker, 'utf8'));
  return found.lock === lock && (found.mode === 'test' || found.mode === mode);
}

function install() {
  console.error(`Installing once, about ${mode === 'run' ? '2' : '3'} minutes.`);
  // Not `npm ci`: it refuses a lockfile without the optional packages of other platforms, and which of those a registry
  // carries differs. `npm install` takes every locked version exactly; what it would add to the lockfile is put back.
  const args = [
    'install',
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
    ...(mode === 'run' ? ['--omit=dev'] : []),
  ];
  // npm tells its own path to the scripts it runs; without it we were started by hand.
  const npm = process.env.npm_execpath;
  const [command, rest] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
  const { status } = spawnSync(command, rest, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: installEnvironment(),
  });
  if (status !== 0) {
    console.error(
      'The packages could not be installed. Attune needs the npm registry once. ' +
        'Check the connection (npm ping), then start again.',
    );
    process.exit(3);
  }
  writeFileSync(lockfile, lockText);
  writeFileSync(marker, JSON.stringify({ lock, mode }));
}

/** `npm start -- --json` hands its own flags down as npm_config_…; an install must not inherit them. */
function installEnvironment() {
  const inherited = Object.entries(process.env);
  const ours = inherited.filter(([name]) => !/^npm_config_(json|omit)$/.test(name));
  // The package holds what it needs; its own script would look for graphics drivers elsewhere.
  return { ...Object.fromEntries(ours), ONNXRUNTIME_NODE_INSTALL: 'skip' };
}

function requireNode() {
  const node = path.join(
    root,
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  );
  const version = existsSync(node)
    ? execFileSync(node, ['--version'], { encoding: 'utf8' })
    : process.version;
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  console.error(
    `Attune runs on Node 22.18 or newer and found ${version.trim()}. It brings its own Node as an npm package; ` +
      "npm was not allowed to run that package's install script. " +
      'Run "npm rebuild node" (npm 11: "npm install-scripts approve node" first), or install Node 24, then start again.',
  );
  process.exit(3);
}
