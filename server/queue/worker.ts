import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { Doorbell } from './doorbell.ts';
import { isJobName, JOB_NAMES, JOBS, type JobName } from './jobs.ts';
import type { ClaimedWork, DueWork, WorkStore } from './port.ts';
import type { ReportError } from './report-sparingly.ts';
import { createTurnstile } from './turnstile.ts';
import { type Outcome, settleError, settleOutcome, type Settlement } from './settle.ts';

export interface WorkToDo {
  readonly tenantId: TenantId;
  readonly workId: string;
}

/** Bounded slices: about ten seconds at most, then `again`, so that every tenant's turn comes. */
export type Handler = (work: WorkToDo) => Promise<Outcome>;

export interface WorkerTools {
  readonly works: WorkStore;
  readonly bell: Doorbell;
  readonly handlers: Readonly<Record<JobName, Handler>>;
  /** Whether the tenant's connection no longer works, until a person reconnects it. */
  readonly isPaused: (tenantId: TenantId) => Promise<boolean>;
  readonly report: ReportError;
  readonly concurrency: number;
}

/** Longer than a slice, and renewed while the work goes on. */
const LEASE_MS = 30_000;

export interface RunningWorker {
  /** Resolves when it serves: the others see it, and it hears the bell. */
  readonly ready: Promise<unknown>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/**
 * Each ring serves one piece of due work: not the one that rang, but the one whose tenant was served least. What became
 * due while nobody listened, or was held by a worker that was killed, is served first, without a ring.
 */
export function startWorker(tools: WorkerTools): RunningWorker {
  const { works, bell, report, concurrency } = tools;
  const presence = works.attend(report);
  const turnstile = createTurnstile(concurrency);
  let closing = false;
  const serve = async (): Promise<boolean> => {
    await presence.known;
    return turnstile(async () => !closing && serveOne(tools));
  };
  const catchUp = async (): Promise<void> => {
    while (await serve());
  };
  const catchingUp = Array.from({ length: concurrency }, () => catchUp().catch(report));
  const listening = bell.listen(() => serve().then(ignore, report), concurrency);
  return {
    ready: Promise.all([presence.known, listening.ready]),
    close: async () => {
      closing = true;
      await Promise.all([listening.close(), ...catchingUp]);
      await presence.close();
    },
  };
}

function ignore(): void {
  // Whether there was something to serve matters only to the one who goes on.
}

/** False: nothing is due. */
async function serveOne(tools: WorkerTools): Promise<boolean> {
  const work = await tools.works.claim(JOB_NAMES, LEASE_MS);
  if (work === null) return false;
  const renewal = setInterval(() => {
    tools.works.extend(work, LEASE_MS).catch(tools.report);
  }, LEASE_MS / 3);
  try {
    const next = await settle(tools, work, await handle(tools, work));
    if (next !== null) await tools.bell.ring([next]).catch(tools.report);
    return true;
  } finally {
    clearInterval(renewal);
  }
}

async function handle(tools: WorkerTools, work: ClaimedWork): Promise<Settlement> {
  const { kind, tenantId, workId, attempts } = work;
  if (!isJobName(kind)) return { kind: 'park' };
  try {
    return settleOutcome(await tools.handlers[kind]({ tenantId, workId }));
  } catch (error) {
    if (!isPacing(error)) tools.report(error);
    return settleError(error, attempts, JOBS[kind]);
  }
}

/** Waiting for the CRM's limits is how a night goes, and no news. */
function isPacing(error: unknown): boolean {
  return error instanceof AppError && error.recovery === 'wait';
}

/** For work that was refused while a person connected the account again. */
const RECONNECTED_MS = 1_000;

/** The work as it is to be rung again; null when it is over or rests. */
async function settle(
  { works, isPaused }: WorkerTools,
  work: ClaimedWork,
  settlement: Settlement,
): Promise<DueWork | null> {
  switch (settlement.kind) {
    case 'complete':
      return works.complete(work);
    case 'postpone':
      return works.postpone(work, settlement);
    case 'pause':
      if (await isPaused(work.tenantId)) break;
      return works.postpone(work, { inMs: RECONNECTED_MS, attempts: work.attempts });
    case 'park':
      break;
  }
  await works.park(work);
  return null;
}
