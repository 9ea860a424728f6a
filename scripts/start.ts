import path from 'node:path';
import { AppError } from '../shared/errors.ts';
import { readEnvironment } from '../server/config.ts';
import { buildPreview } from '../preview/build-preview.ts';
import { findPort } from './sandbox/find-port.ts';
import { openSandbox, type Sandbox } from './sandbox/open-sandbox.ts';
import { openSandboxFolder } from './sandbox/sandbox-folder.ts';
import { parseArguments, type StartArguments } from './sandbox/parse-arguments.ts';
import { serveSandbox } from './sandbox/serve-sandbox.ts';
import { createNightDisplay } from './sandbox/show-night.ts';
import { summarise, type NightSummary } from './sandbox/summary.ts';

/** `npm start` without credentials: the sandbox. Everything said goes to standard error; only `--json` answers on standard output. */
const ROOT = path.dirname(import.meta.dirname);
const USUAL_PORT = 3210;
const PORTAL_TIME_ZONE = 'Europe/London';
const say = (line: string): void => {
  console.error(line);
};

async function main(stop: Stopper): Promise<void> {
  const wanted = parseArguments(process.argv.slice(2));
  const environment = readEnvironment();
  if (environment.HUBSPOT_CLIENT_ID !== undefined) {
    await import('../server/main.ts');
    return;
  }
  const clock = (): Date => new Date();
  const folder = openSandboxFolder(
    path.resolve(environment.ATTUNE_FOLDER ?? path.join(ROOT, '.attune')),
    {
      fresh: wanted.fresh,
      now: clock(),
      timeZone: PORTAL_TIME_ZONE,
    },
  );
  stop.add(async () => {
    folder.release();
  });
  const port = wanted.once
    ? 0
    : await findPort(process.env['PORT'] === undefined ? null : environment.PORT, USUAL_PORT);
  const origin = `http://localhost:${port}`;
  const sandbox = await openSandbox({
    folder,
    origin,
    clock,
    redisUrl: environment.REDIS_URL ?? null,
    logLevel: environment.LOG_LEVEL,
    withOrg: true,
  });
  stop.add(() => sandbox.close());
  if (sandbox.movedTo !== null)
    say(`PostgreSQL cannot enter this folder; its files are in ${sandbox.movedTo}.`);
  const pages = path.join(folder.path, 'preview');
  if (!wanted.once) await serve(sandbox, { port, origin, pages, stop });
  const summary = await runNight(sandbox, stop);
  await report(summary, { wanted, origin, sandbox, stop });
}

interface Stopper {
  add(close: () => Promise<void>): void;
  now(code: number): Promise<never>;
  stopping(): boolean;
}

/** Ctrl-C and kill end everything we started, newest first, once. */
function stopper(): Stopper {
  const closers: (() => Promise<void>)[] = [];
  let stopping = false;
  const now = async (code: number): Promise<never> => {
    if (stopping) return new Promise<never>(() => undefined);
    stopping = true;
    for (const close of closers.toReversed()) await close().catch(() => undefined);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void now(0));
  return { add: (close) => closers.push(close), now, stopping: () => stopping };
}

async function serve(
  sandbox: Sandbox,
  { port, origin, pages, stop }: { port: number; origin: string; pages: string; stop: Stopper },
): Promise<void> {
  await buildPreview(pages);
  const server = await serveSandbox(sandbox, { port, origin, pages });
  stop.add(() => server.close());
  say(`Attune answers at ${origin}/ and shows the night while it runs.`);
}

async function runNight(sandbox: Sandbox, stop: Stopper): Promise<NightSummary> {
  const display = createNightDisplay(process.stderr, () => performance.now());
  const startedMs = performance.now();
  await beginNights(sandbox);
  const work = sandbox.attune.startWork();
  stop.add(() => work.close());
  for (;;) {
    const night = await patiently(() => sandbox.loadNight());
    display.show(night);
    const org = await patiently(() => loadOrgNight(sandbox));
    if (night.phase === 'finished' && org?.phase !== 'reading' && org?.phase !== 'building') {
      display.end();
      const elapsedMs = performance.now() - startedMs;
      await patiently(() => sandbox.importPast());
      return summarise(night, org, elapsedMs);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Both accounts' nights; one worker does them side by side. */
async function beginNights({ attune, tenantId, org }: Sandbox): Promise<void> {
  await attune.beginNight(tenantId);
  if (org !== null) await attune.beginNight(org.tenantId);
}

async function loadOrgNight({ attune, org }: Sandbox) {
  return org && attune.stores.nights.loadLatest(org.tenantId);
}

const PATIENCE = { tries: 60, pauseMs: 500 };

/** PostgreSQL that died is started again within seconds; what was asked meanwhile is asked once more. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = PATIENCE.tries; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.recovery !== 'retry' || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE.pauseMs));
    }
  }
}

async function report(
  summary: NightSummary,
  {
    wanted,
    origin,
    sandbox,
    stop,
  }: { wanted: StartArguments; origin: string; sandbox: Sandbox; stop: Stopper },
): Promise<void> {
  if (wanted.json) console.log(JSON.stringify(summary));
  else say(describe(summary));
  if (wanted.once) await stop.now(0);
  if (sandbox.ageDays > 3)
    say(`This sandbox is ${sandbox.ageDays} days old. A fresh one: npm start -- --fresh`);
  say('');
  say(`Open     ${origin}/`);
  say(
    'Try      read the first card and open Why; then write as the buyer and watch the card change',
  );
  say('Stop     Ctrl-C');
}

function describe({
  records,
  activities,
  readings,
  apiCalls,
  cards,
  seconds,
  salesforce,
}: NightSummary): string {
  const other =
    salesforce === null
      ? ''
      : ` And in Salesforce: ${salesforce.records} records, ${salesforce.readings} readings, ${salesforce.cards} cards, ${salesforce.apiCalls} API calls.`;
  return `One night: ${records} records, ${activities} activities, ${readings} readings, ${cards} cards, ${apiCalls} API calls, ${seconds} s.${other}`;
}

const stop = stopper();
main(stop).catch((error: unknown) => {
  // What is under way when Ctrl-C takes the database from under it has nothing to tell.
  if (stop.stopping()) return;
  say(error instanceof AppError ? error.message : `Attune could not start. ${String(error)}`);
  if (!(error instanceof AppError) && error instanceof Error) say(error.stack ?? '');
  void stop.now(3);
});
