import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The least share of a folder's branches that the suites must take, in percent. `server` and `shared` stand for the
 * files directly in them. The pure rooms have no excuse; the shells have error paths that only a broken machine takes.
 */
const BRANCH_FLOORS: Readonly<Record<string, number>> = {
  'server/domain': 95,
  'server/inference': 95,
  'server/journey': 95,
  'server/persona': 95,
  'server/playbook': 95,
  'server/insight': 95,
  'server/crm': 85,
  'server/sync': 85,
  'server/store': 85,
  'server/queue': 85,
  'server/http': 85,
  'server/observe': 85,
  'server/wire': 85,
  server: 85,
  shared: 85,
};

export interface BranchCount {
  /** Relative to the repository, as `server/domain/deal.ts`. */
  readonly file: string;
  readonly total: number;
  readonly covered: number;
}

/** One sentence for each folder below its floor, and for each without one; `summary` is one line for the log. */
export function judgeBranches(
  counts: readonly BranchCount[],
  floors: Readonly<Record<string, number>> = BRANCH_FLOORS,
): { readonly problems: readonly string[]; readonly summary: string } {
  const measured = Map.groupBy(counts, ({ file }) => folderOf(file));
  const folders = new Set([...Object.keys(floors), ...measured.keys()]);
  const problems = [...folders].flatMap(
    (folder) => problemOf(folder, measured.get(folder) ?? [], floors[folder]) ?? [],
  );
  const shares = [...measured].map(([folder, files]) => `${folder} ${percent(sum(files))}`);
  return { problems, summary: `branches: ${shares.toSorted().join(', ')}` };
}

/** The room a file is in: however deep under `server/crm` it lies, `server/crm`. */
function folderOf(file: string): string {
  const [top = '', ...rest] = file.split('/');
  return top === 'shared' || rest.length < 2 ? top : `${top}/${rest[0] ?? ''}`;
}

function problemOf(
  folder: string,
  files: readonly BranchCount[],
  floor: number | undefined,
): string | null {
  if (floor === undefined) return `${folder} has no floor for its branches; give it one.`;
  if (files.length === 0)
    return `${folder} has a floor for its branches, but no file was measured.`;
  const { total, covered } = sum(files);
  const needed = Math.ceil((total * floor) / 100) - covered;
  if (needed <= 0) return null;
  const [worst] = files.toSorted((a, b) => untaken(b) - untaken(a));
  return (
    `${folder}: tests take ${percent({ total, covered })} of its branches, its floor is ${floor} %; ` +
    `${needed} more are needed, and most are missing in ${worst?.file ?? folder}.`
  );
}

interface Taken {
  readonly total: number;
  readonly covered: number;
}

const untaken = ({ total, covered }: Taken): number => total - covered;

function sum(files: readonly Taken[]): Taken {
  return files.reduce<Taken>(
    (all, each) => ({ total: all.total + each.total, covered: all.covered + each.covered }),
    { total: 0, covered: 0 },
  );
}

/** Cut, not rounded: 94.96 % must not read as its floor of 95 %. */
function percent({ total, covered }: Taken): string {
  return total === 0 ? 'none' : `${(Math.floor((1000 * covered) / total) / 10).toFixed(1)} %`;
}

/** Jest's `coverage-summary.json`: one entry a file by absolute path, and their `total`. */
export function readBranchCounts(summaryFile: string, root: string): readonly BranchCount[] {
  // Istanbul's own format; only the branches' two numbers are used.
  const summary = JSON.parse(readFileSync(summaryFile, 'utf8')) as Record<
    string,
    { readonly branches: Taken }
  >;
  return Object.entries(summary)
    .filter(([file]) => file !== 'total')
    .map(([file, { branches }]) => ({ file: path.relative(root, file), ...branches }));
}
