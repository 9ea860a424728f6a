import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { recordId } from '../../../test/simulators/salesforce/org/record-id.ts';
import { rowOf, type Row } from '../../bench/row.ts';
import { makeSandboxFolder } from '../../sandbox/make-sandbox-folder.ts';
import type { Closers } from '../closers.ts';
import type { SyncWish } from '../measure-sync.ts';
import { openOrg, type OpenOrg } from './open-org.ts';
import { openOrgProduct, Tokens, type OrgProduct } from './open-org-product.ts';

const ORG_ID = recordId('00D', 1);
const CHANGED = 100_000;
const LOADED = 500_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As many rows as an import gets into a second; all of these carry the same moment. */
const ROWS_A_SECOND = 30_000;
const START = new Date('2026-11-16T01:00:00.000Z');
/** Young objects get little room, so that what a part of a result leaves behind goes soon (docs/runbook.md). */
const WORKER_FLAGS = ['--max-semi-space-size=8'];

/**
 * Nights of the whole product over a strict org in a process of its own: a first load, one in which everything changed, by
 * Bulk and by REST, and a quiet one. Then a first load of half a million rows, for its memory.
 */
export async function measureOrgSync(
  { size, say }: SyncWish,
  closers: Closers,
): Promise<readonly Row[]> {
  const made = await makeSandboxFolder();
  closers.add(() => made.remove());
  await mkdir(made.path, { recursive: true });
  const course = await openCourse(
    { folder: made.path, count: Math.round(CHANGED * size), say },
    closers,
  );
  const nights = await spendNights(course);
  const { org, count } = course;
  const loaded = Math.round(LOADED * size);
  await org.control('setBulkFate', ORG_ID, 'complete');
  await org.control('fill', ORG_ID, { type: 'Contact', count: loaded - count });
  const bound = await loadAlone(org, WORKER_FLAGS);
  const unbound = await loadAlone(org, []);
  return [...nightRows(nights, count), ...loadRows({ loaded, bound, unbound })];
}

async function openCourse(
  { folder, count, say }: Pick<Course, 'count' | 'say'> & { readonly folder: string },
  closers: Closers,
): Promise<Course> {
  let now = START;
  const clock = () => now;
  const org = await openOrg({ folder, orgIds: [ORG_ID], clock: now }, closers);
  const tick = async (ms: number): Promise<void> => {
    now = new Date(now.getTime() + ms);
    await org.control('setClock', now);
  };
  await furnish(org, count);
  await tick(HOUR_MS);
  const product = await openOrgProduct({ folder, org, orgId: ORG_ID, clock }, closers);
  return { org, product, tick, say, count };
}

interface Nights {
  readonly first: Night;
  readonly byBulk: Night;
  readonly byRest: Night;
  readonly quiet: Night;
}

async function spendNights(course: Course): Promise<Nights> {
  const { org, tick } = course;
  const first = await spend(course, 'The first load');
  await tick(DAY_MS);
  await changeAll(course);
  const byBulk = await spend(course, 'A night in which all changed, by Bulk');
  await org.control('setBulkFate', ORG_ID, 'refuse');
  await tick(DAY_MS);
  await changeAll(course);
  const byRest = await spend(course, 'The same without Bulk');
  await tick(DAY_MS);
  return { first, byBulk, byRest, quiet: await spend(course, 'A quiet night') };
}

function nightRows({ first, byBulk, byRest, quiet }: Nights, count: number): readonly Row[] {
  const unit = `calls, ${count} contacts`;
  const lost = (name: string, { held, newest }: Night): Row =>
    rowOf({ name, value: count - Math.min(held, newest), unit: 'contacts' }, { atMost: 0 });
  const seconds = (name: string, night: Night): Row =>
    rowOf({ name, value: night.seconds, unit: 's, the whole night' });
  return [
    rowOf({ name: 'bulk_night_calls', value: byBulk.calls, unit }, { atMost: 15 }),
    rowOf({ name: 'rest_night_calls', value: byRest.calls, unit }, { atMost: 55 }),
    rowOf({ name: 'quiet_night_calls', value: quiet.calls, unit }, { atMost: 10 }),
    rowOf({ name: 'first_load_calls', value: first.calls, unit }),
    lost('first_load_lost', first),
    lost('bulk_night_lost', byBulk),
    lost('rest_night_lost', byRest),
    seconds('first_load_seconds', first),
    seconds('bulk_night_seconds', byBulk),
    seconds('rest_night_seconds', byRest),
  ];
}

interface Loads {
  readonly loaded: number;
  readonly bound: Load;
  readonly unbound: Load;
}

function loadRows({ loaded, bound, unbound }: Loads): readonly Row[] {
  const unit = `MB of ${loaded} rows, node ${WORKER_FLAGS.join(' ')}`;
  return [
    rowOf({ name: 'load_rows_lost', value: loaded - bound.rows, unit: 'rows' }, { atMost: 0 }),
    rowOf({ name: 'load_memory_peak', value: bound.memoryMb, unit }, { atMost: 200 }),
    rowOf({ name: 'load_memory_peak_without_flags', value: unbound.memoryMb, unit: 'MB' }),
    rowOf({ name: 'load_seconds', value: bound.seconds, unit: 's' }),
  ];
}

async function furnish(org: OpenOrg, count: number): Promise<void> {
  await org.control('put', ORG_ID, 'User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example' });
  const stage = { ApiName: 'Proposal', MasterLabel: 'Proposal', SortOrder: 1, IsActive: true };
  await org.control('put', ORG_ID, 'OpportunityStage', stage);
  await org.control('fill', ORG_ID, { type: 'Contact', count });
}

interface Course {
  readonly org: OpenOrg;
  readonly product: OrgProduct;
  readonly tick: (ms: number) => Promise<void>;
  readonly say: (line: string) => void;
  readonly count: number;
}

/** An hour before the night, in seconds that each hold as many as an import gets in. */
async function changeAll({ org, tick, count }: Course): Promise<void> {
  await org.control('touch', ORG_ID, { type: 'Contact', count, perSecond: ROWS_A_SECOND });
  await tick(HOUR_MS);
}

interface Night {
  readonly calls: number;
  readonly seconds: number;
  readonly held: number;
  readonly newest: number;
}

async function spend({ org, product, say }: Course, name: string): Promise<Night> {
  await org.control('clearLedger');
  const startMs = performance.now();
  await product.spendNight();
  const seconds = (performance.now() - startMs) / 1_000;
  const entries = await org.ledger();
  const calls = entries.filter(({ kind }) => kind !== 'oauth').length;
  say(`${name}: ${calls} calls, ${seconds.toFixed(1)} s.`);
  for (const [path, all] of Map.groupBy(entries, toPlace)) say(`  ${all.length} ${path}`);
  return { calls, seconds, ...(await product.persons()) };
}

function toPlace({
  method,
  path,
  status,
}: {
  method: string;
  path: string;
  status: number;
}): string {
  return `${method} ${path.replace('/services/data/v67.0', '').replaceAll(/\w{15,}/g, '*')} ${status}`;
}

const Loaded = z.object({ rows: z.number(), memoryMb: z.number(), seconds: z.number() });
type Load = z.infer<typeof Loaded>;
const PROGRAM = new URL('./load-alone.ts', import.meta.url).pathname;

async function loadAlone(org: OpenOrg, flags: readonly string[]): Promise<Load> {
  const { accessToken } = Tokens.parse(await org.control('issueTokens', ORG_ID));
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[...flags, PROGRAM, org.url, accessToken],
  ]);
  return Loaded.parse(JSON.parse(stdout));
}
