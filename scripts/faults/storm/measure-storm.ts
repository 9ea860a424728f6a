import { SeededRandom } from '../../../test/simulators/hubspot/seeded-random.ts';
import type { Row } from '../../bench/row.ts';
import type { Closers } from '../../bench-sync/closers.ts';
import { comeToRest, loadOpenWork } from './come-to-rest.ts';
import { countWriteBacks } from './count-write-backs.ts';
import { killWorkers } from './kill-workers.ts';
import { loadProgress, type Progress } from './load-progress.ts';
import type { LedgerSummary, StormCrm } from './crm/storm-crm.ts';
import { askForTasks, expireTokens, makeTrouble, type Troubles } from './make-trouble.ts';
import { patiently } from './patiently.ts';
import { openStage, type Stage } from './open-stage.ts';
import { openWorkers } from './open-workers.ts';
import { rowsOf } from './rows-of.ts';
import { REST_MS, TASKS } from './storm-plan.ts';
import { loadTenantContents } from './tenant-contents.ts';
import { loadCursorSteps, watchCursors } from './watch-cursors.ts';
import type { WorkerProcess } from './worker-process.ts';

export interface StormWish {
  readonly seconds: number;
  readonly seed: number;
  readonly crm: StormCrm;
  readonly say: (line: string) => void;
}

/**
 * First nights of three tenants under two workers that are killed again and again, a CRM that answers badly and a
 * database that is killed, held against the quiet night of a fourth tenant with the same records.
 */
export async function measureStorm(wish: StormWish, closers: Closers): Promise<readonly Row[]> {
  const { say } = wish;
  const stage = await openStage(wish.crm, closers);
  const { adminUrl, standIn } = stage;
  const start = openWorkers(stage, closers);
  await leaveCompiledCode(start());
  await watchCursors(stage);
  const quiet = await spendQuietNight(stage, closers);
  say(`A quiet night: ${quiet.calls} calls, ${Math.round(quiet.seconds)} s.`);

  const { kills, troubles, progress } = await storm(stage, { ...wish, start });
  const { calls: callsInStorm } = await standIn.ledger();
  say(`${kills} kills; ${callsInStorm} calls so far.`);
  // Where keys could not expire among the kills, both survivors find them expired at once.
  if (stage.crm.tokensExpireAt.length === 0) await expireTokens(stage);
  const survivors = [start(), start()];
  const restSeconds = await comeToRest(adminUrl, REST_MS);
  await Promise.all(survivors.map((each) => each.end('SIGTERM')));
  say(`Answers by status: ${JSON.stringify((await standIn.ledger()).byStatus)}.`);

  return rowsOf({
    ...{ seconds: wish.seconds, kills, troubles, progress, restSeconds, callsInStorm },
    quiet: {
      contents: await loadTenantContents(stage, stage.quiet.tenantId),
      ledger: quiet,
      progress: await loadProgress(adminUrl, [stage.quiet]),
    },
    tenants: await Promise.all(
      stage.stormy.map(({ tenantId }) => loadTenantContents(stage, tenantId)),
    ),
    ledger: await standIn.ledger(),
    open: await loadOpenWork(adminUrl),
    steps: await loadCursorSteps(adminUrl),
    writeBacks: await countWriteBacks(stage),
    say,
  });
}

/** Node keeps compiled code when a process ends by itself: without one that does, every life would compile all of it. */
async function leaveCompiledCode(worker: WorkerProcess): Promise<void> {
  if (!(await worker.ready)) throw new Error('The first worker did not start.');
  await worker.end('SIGTERM');
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

interface Storm {
  readonly kills: number;
  readonly troubles: Troubles;
  readonly progress: Progress;
}

async function storm(
  stage: Stage,
  { seconds, seed, start, say }: StormWish & { readonly start: ReturnType<typeof openWorkers> },
): Promise<Storm> {
  const { attune, standIn, stormy, adminUrl } = stage;
  for (const { tenantId } of stormy) await attune.beginNight(tenantId);
  await standIn.control('setRandomFaults', [{ seed, rates: stage.crm.faultRates }]);
  const untilMs = performance.now() + seconds * 1_000;
  const isOver = (): boolean => performance.now() >= untilMs;
  const [kills, troubles] = await Promise.all([
    killWorkers({ start, random: new SeededRandom(seed), isOver, say }),
    makeTrouble(stage, seconds),
  ]);
  await patiently(() => standIn.control('setRandomFaults', [null]));
  return { kills, troubles, progress: await loadProgress(adminUrl, stormy) };
}
