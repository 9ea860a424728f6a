import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';

/** What makes a sandbox the same sandbox at the next start. */
const SandboxState = z.strictObject({
  /** The date of the first night in the portal's time zone; the stories are told around it. */
  firstNight: z.iso.date(),
  createdAt: z.iso.datetime(),
  clientSecret: z.string(),
});
export type SandboxState = z.infer<typeof SandboxState>;

export interface SandboxFolder {
  readonly path: string;
  readonly state: SandboxState;
  /** Nothing that an older sandbox left may be used. */
  readonly isNew: boolean;
  /** From now on a later start finds this sandbox; called when nothing of an older one is left. */
  readonly keep: () => void;
  /** Lets go of the folder; another start may have it. */
  readonly release: () => void;
}

/** Opens `.attune/` or begins a new sandbox in it. Throws when another process runs in it. */
export function openSandboxFolder(
  folder: string,
  { fresh, now, timeZone }: OpenOptions,
): SandboxFolder {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const lock = path.join(folder, 'running.json');
  refuseSecondStart(lock);
  if (fresh) clear(folder);
  writeWhole(lock, { pid: process.pid });
  const release = () => {
    rmSync(lock, { force: true });
  };
  const found = loadState(folder);
  const state = found ?? createState({ now, timeZone });
  const keep = () => {
    writeWhole(stateFile(folder), state);
  };
  return { path: folder, state, isNew: found === null, keep, release };
}

interface OpenOptions {
  readonly fresh: boolean;
  readonly now: Date;
  readonly timeZone: string;
}

/** The old sandbox goes; PostgreSQL's files follow when it starts, since they may stand elsewhere. */
function clear(folder: string): void {
  for (const name of ['sandbox.json', 'stand-in.jsonl', 'stand-in-org.json', 'credential-key']) {
    rmSync(path.join(folder, name), { force: true });
  }
}

function loadState(folder: string): SandboxState | null {
  const file = stateFile(folder);
  if (!existsSync(file)) return null;
  const parsed = SandboxState.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new AppError(
    'configuration_invalid',
    `The sandbox in ${folder} was made by another version. Start a new one with: npm start -- --fresh`,
    { recovery: 'abort', cause: parsed.error },
  );
}

function createState({ now, timeZone }: Omit<OpenOptions, 'fresh'>): SandboxState {
  return {
    firstNight: new Intl.DateTimeFormat('en-CA', { timeZone }).format(now),
    createdAt: now.toISOString(),
    clientSecret: randomBytes(24).toString('hex'),
  };
}

function stateFile(folder: string): string {
  return path.join(folder, 'sandbox.json');
}

/** Whole or not at all: a kill between two bytes must not leave a file that no start can read. */
function writeWhole(file: string, content: object): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2));
  renameSync(`${file}.new`, file);
}

function refuseSecondStart(lock: string): void {
  if (!existsSync(lock)) return;
  const { pid } = z.object({ pid: z.int() }).parse(JSON.parse(readFileSync(lock, 'utf8')));
  if (!isAttune(pid)) return;
  throw new AppError(
    'port_taken',
    `Attune already runs in this folder (process ${pid}). Use the address it printed, or stop it with Ctrl-C first.`,
    { recovery: 'abort' },
  );
}

/** A killed start leaves its lock behind, and its number may belong to someone else by now. */
function isAttune(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('start.ts');
  } catch {
    return false;
  }
}
