import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { TenantSettings } from '../../shared/settings.ts';
import type { CrmCapabilities } from '../crm/port.ts';
import { accountDay } from './limits/account-day.ts';
import { outcomeOf, receiptOf } from './night/outcome.ts';
import type { NightLedger, NightPhase, RunningNight } from './night/port.ts';
import { planSchedule, startedAt } from './night/schedule.ts';
import { planNight, type NightTask } from './night-plan.ts';
import { unitsOfNight } from './night-units.ts';

/** A tenant as its nights see it. */
export interface NightAccount {
  readonly timeZone: string;
  readonly settings: TenantSettings;
  /** That we may make; null: a share of what the account's day leaves over. */
  readonly dailyCalls: number | null;
  readonly isConnected: boolean;
  readonly can: Pick<CrmCapabilities, 'kinds' | 'listed'>;
}

export interface NightTools {
  readonly ledger: NightLedger;
  readonly clock: () => Date;
  readonly accountOf: (tenantId: TenantId) => Promise<NightAccount>;
  /** Makes a unit due, unless it is due already or waits for its turn. */
  readonly ringUnit: (tenantId: TenantId, workId: string) => Promise<void>;
  /** One slice of a task; true when it is through. */
  readonly tasks: Readonly<
    Record<NightTask, (tenantId: TenantId, night: RunningNight) => Promise<boolean>>
  >;
  /** Whether today's calls are used. */
  readonly isDaySpent: (tenantId: TenantId) => Promise<boolean>;
  /** Asks the CRM for a new key, which counts in no budget. Throws `reauthorize` when it gives none. */
  readonly knock: (tenantId: TenantId) => Promise<void>;
  /** Whether the account has no connection that works; false: it was connected again meanwhile. */
  readonly needsReconnect: (tenantId: TenantId) => Promise<boolean>;
}

/**
 * `resting`: the next night begins in `untilMs`. `asleep`: there is no next one until an admin connects the account or
 * chooses pipelines, which rings.
 */
export type NightState =
  | { readonly state: 'reading' | 'working' | 'asleep' }
  | { readonly state: 'resting'; readonly untilMs: number };

/** Begins a night, or goes on with the one that was interrupted. Null: this account has no nights. */
export async function beginNight(
  { ledger, accountOf, clock }: NightTools,
  tenantId: TenantId,
): Promise<RunningNight | null> {
  const account = await accountOf(tenantId);
  if (!hasNights(account)) return null;
  const now = clock().toISOString();
  const [stored, watermarks, comparedAt] = await Promise.all([
    ledger.loadSchedule(tenantId),
    ledger.loadWatermarks(tenantId),
    ledger.loadComparedAt(tenantId),
  ]);
  const own = hourOf(account);
  const windows = unitsOfNight({ now, ...readBy(account), watermarks, comparedAt });
  const schedule = startedAt(planSchedule(stored, own, now), own, now);
  return ledger.startNight(tenantId, { startedAt: now, windows, schedule });
}

/**
 * One step of a tenant's nights: rings the units that may be read now, or does a slice of a task, or ends the night, or
 * rests until the next one. Rung after each finished unit and by the sweeper, so that a lost ring only costs time.
 */
export async function advanceNight(tools: NightTools, tenantId: TenantId): Promise<NightState> {
  const { ledger } = tools;
  const night = await ledger.loadLatest(tenantId);
  if (night === null || night.finishedAt !== null) return rest(tools, tenantId, night);
  const step = planNight(night, await ledger.listUnits(tenantId, night.id));
  switch (step.step) {
    case 'read':
      await show(tools, tenantId, { night, phase: 'reading' });
      for (const { workId } of step.units) await tools.ringUnit(tenantId, workId);
      return { state: 'reading' };
    case 'do':
      return work(tools, tenantId, { night, ...step });
    case 'finish':
      await endNight(tools, tenantId, night);
      return rest(tools, tenantId, await ledger.loadLatest(tenantId));
  }
}

/**
 * The one place that knows which errors end a night's reading: the day's calls are used, or the key is refused. False:
 * it is none of these, and the queue decides.
 */
export async function stopFor(
  { ledger, accountOf, clock, needsReconnect }: NightTools,
  tenantId: TenantId,
  { nightId, error }: { readonly nightId: string; readonly error: unknown },
): Promise<boolean> {
  if (!(error instanceof AppError)) return false;
  if (error.code === 'crm_budget_spent') {
    const { timeZone } = await accountOf(tenantId);
    const { endsAt } = accountDay(clock().toISOString(), timeZone);
    await ledger.stopReading(tenantId, nightId, { reason: 'budget_spent', resumesAt: endsAt });
    return true;
  }
  if (error.recovery !== 'reauthorize' || !(await needsReconnect(tenantId))) return false;
  await ledger.stopReading(tenantId, nightId, { reason: 'token_refused', resumesAt: null });
  return true;
}

async function show(
  { ledger }: NightTools,
  tenantId: TenantId,
  { night, phase }: { readonly night: RunningNight; readonly phase: NightPhase },
): Promise<void> {
  if (night.phase !== phase) await ledger.showPhase(tenantId, night.id, phase);
}

interface Task {
  readonly night: RunningNight;
  readonly name: string;
  readonly task: NightTask;
}

async function work(tools: NightTools, tenantId: TenantId, todo: Task): Promise<NightState> {
  const { night, name, task } = todo;
  if (task.startsWith('build')) await show(tools, tenantId, { night, phase: 'building' });
  try {
    if (await tools.tasks[task](tenantId, night))
      await tools.ledger.finishStep(tenantId, night.id, name);
  } catch (error) {
    if (!(await stopFor(tools, tenantId, { nightId: night.id, error }))) throw error;
  }
  return { state: 'working' };
}

/**
 * Both may be true at once, and the receipt must name both: a night that stopped for its calls asks once whether the key
 * still opens, and one that stopped for its key looks whether there are calls left.
 */
async function endNight(
  tools: NightTools,
  tenantId: TenantId,
  { id, stoppedFor }: RunningNight,
): Promise<void> {
  const reasons = new Set(stoppedFor);
  if (reasons.has('token_refused')) {
    if (await tools.isDaySpent(tenantId)) reasons.add('budget_spent');
  } else if (reasons.has('budget_spent') && (await isRefused(tools, tenantId))) {
    reasons.add('token_refused');
  }
  const { timeZone, dailyCalls } = await tools.accountOf(tenantId);
  const receipt = receiptOf([...reasons], { timeZone, dailyCalls });
  const finishedAt = tools.clock().toISOString();
  const end = { finishedAt, outcome: outcomeOf([...reasons]), receipt };
  await tools.ledger.finishNight(tenantId, id, end);
}

async function isRefused({ knock, needsReconnect }: NightTools, tenantId: TenantId) {
  try {
    await knock(tenantId);
    return false;
  } catch (error) {
    // Whatever else is wrong with the CRM, the next night will meet it.
    if (!(error instanceof AppError) || error.recovery !== 'reauthorize') return false;
    return needsReconnect(tenantId);
  }
}

async function rest(
  tools: NightTools,
  tenantId: TenantId,
  last: RunningNight | null,
): Promise<NightState> {
  const account = await tools.accountOf(tenantId);
  if (!hasNights(account)) return { state: 'asleep' };
  const now = tools.clock();
  const stored = await tools.ledger.loadSchedule(tenantId);
  const planned = planSchedule(stored, hourOf(account), now.toISOString());
  const schedule = planned === stored ? stored : await tools.ledger.saveSchedule(tenantId, planned);
  const dates = [schedule.nextAt, last?.resumesAt ?? schedule.nextAt].map((at) => Date.parse(at));
  const untilMs = Math.min(...dates) - now.getTime();
  if (untilMs > 0) return { state: 'resting', untilMs };
  await beginNight(tools, tenantId);
  return { state: 'working' };
}

/** Nothing is read of an account that is not connected, or whose admin has chosen no pipeline yet. */
function hasNights({ isConnected, settings }: NightAccount): boolean {
  return isConnected && settings.pipelineIds.length > 0;
}

function hourOf({ timeZone, settings }: NightAccount) {
  return { timeZone, nightHour: settings.nightHour };
}

/** Kinds that are switched off have units, too: these end without a call, with the receipt that says so. */
function readBy({ can }: NightAccount) {
  return { can, kinds: can.kinds };
}
