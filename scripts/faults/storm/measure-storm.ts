import type { LedgerSummary } from '../../../test/simulators/hubspot/ledger.ts';
import { SeededRandom } from '../../../test/simulators/hubspot/seeded-random.ts';
import type { Row } from '../../bench/row.ts';
import type { Closers } from '../../bench-sync/closers.ts';
import { comeToRest, loadOpenWork } from './come-to-rest.ts';
import { countTasks } from './count-tasks.ts';
import { killWorkers, type KilledWorkers } from './kill-workers.ts';
import { askForTasks, makeTrouble, type Troubles } from './make-trouble.ts';
import { patiently } from './patiently.ts';
import { openSpareWorkers } from './spare-workers.ts';
import { openStage, type Stage } from './open-stage.ts';
import { rowsOf } from './rows-of.ts';
import { FAULT_RATES, FEWEST_KILLS, LONGEST_STRETCH, REST_MS, TASKS } from './storm-plan.ts';
import { loadTenantContents } from './tenant-contents.ts';
import { loadCursorSteps, watchCursors } from './watch-cursors.ts';

export interface StormWish {
  readonly seconds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Loaded before the first kill: a load takes one to two seconds of a core, and the storm has no cores to spare. */
const SPARES = 12;

/**
 * First nights of three tenants under two workers that are killed again and again, a CRM that answers badly and a
 * database that is killed, held against the quiet night of a fourth tenant with the same records.
 */
export async function measureStorm(wish: StormWish, closers: Closers): Promise<readonly Row[]> {
  const { say } = wish;
  const stage = await openStage(closers);
  const { adminUrl, standIn, folder, configFile } = stage;
  const spares = openSpareWorkers({ folder, configFile, count: SPARES }, closers);
  await watchCursors(adminUrl);
  const quiet = await spendQuietNight(stage, closers);
  say(`A quiet night: ${quiet.calls} calls, ${Math.round(quiet.seconds)} s.`);

  const { kills, survivors, troubles, seconds } = await storm(stage, { ...wish, spares });
  const { calls: callsInStorm } = await standIn.ledger();
  say(`${kills} kills in ${Math.round(seconds)} s; ${callsInStorm} calls so far.`);
  spares.enough();
  const restSeconds = await comeToRest(adminUrl, REST_MS);
  await Promise.all(survivors.map((each) => each.end('SIGTERM')));

  return rowsOf({
    ...{ kills, troubles, restSeconds, callsInStorm },
    quiet: { contents: await loadTenantContents(adminUrl, stage.quiet.tenantId), ledger: quiet },
    tenants: await Promise.all(
      stage.stormy.map(({ tenantId }) => loadTenantContents(adminUrl, tenantId)),
    ),
    ledger: await standIn.ledger(),
    open: await loadOpenWork(adminUrl),
    steps: await loadCursorSteps(adminUrl),
    tasks: await countTasks(stage),
    say,
  });
}

async function spendQuietNight(
  stage: Stage,
  closers: Closers,
): Promise<LedgerSummary & { readonly seconds: number }> {
  const { attune, quiet, standIn, adminUrl } = stage;
  await standIn.control('clearLedger');
  const startMs = performance.now();
  for (let index = 0; index < TASKS; index += 1) await askForTasks(stage, [quiet], index);
  await attune.beginNight(quiet.tenantId);
  const work = attune.startWork();
  // The pools wait for the worker's own connection: Ctrl-C in the middle must close it first.
  closers.add(() => work.close());
  const restSeconds = await comeToRest(adminUrl, 4 * REST_MS);
  await work.close();
  if (restSeconds * 1_000 > 4 * REST_MS) throw new Error('The quiet night does not end.');
  const ledger = await standIn.ledger();
  await standIn.control('clearLedger');
  return { ...ledger, seconds: (performance.now() - startMs) / 1_000 };
}

interface Storm extends KilledWorkers {
  readonly troubles: Troubles;
  readonly seconds: number;
}

async function storm(
  stage: Stage,
  {
    seconds,
    seed,
    spares,
    say,
  }: StormWish & { readonly spares: ReturnType<typeof openSpareWorkers> },
): Promise<Storm> {
  const { attune, standIn, stormy } = stage;
  for (const { tenantId } of stormy) await attune.beginNight(tenantId);
  await standIn.control('setRandomFaults', [{ seed, rates: FAULT_RATES }]);
  const startMs = performance.now();
  const elapsed = (): number => (performance.now() - startMs) / 1_000;
  const isOver = (kills: number): boolean =>
    elapsed() >= seconds && (kills >= FEWEST_KILLS || elapsed() >= seconds * LONGEST_STRETCH);
  const [killed, troubles] = await Promise.all([
    killWorkers({ spares, random: new SeededRandom(seed), isOver, say }),
    makeTrouble(stage, seconds),
  ]);
  await patiently(() => standIn.control('setRandomFaults', [null]));
  return { ...killed, troubles, seconds: elapsed() };
}
