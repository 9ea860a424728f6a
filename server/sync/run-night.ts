import type { Instant, TenantId } from '../../shared/ids.ts';
import type { RecordKind } from '../crm/records.ts';
import { nextNight } from './next-night.ts';
import { planNight, type PlannedUnit } from './night-plan.ts';

/** Search indexes lag and clocks differ: a window begins this long before the last one ended. */
const OVERLAP_MS = 10 * 60_000;

export interface NightUnit extends PlannedUnit {
  readonly workId: string;
}

export interface RunningNight {
  readonly id: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

/** What a night needs of the store. Implemented by store/night-store.ts. */
export interface NightLedger {
  startNight(
    tenantId: TenantId,
    wanted: {
      readonly startedAt: Instant;
      readonly windows: readonly { kind: RecordKind; from: Instant | null; to: Instant }[];
    },
  ): Promise<RunningNight>;
  listUnits(tenantId: TenantId, nightId: string): Promise<readonly NightUnit[]>;
  loadWatermarks(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  /** Marks every subject that has cards, once a night: what a card says depends on the day, too. */
  startBuilding(tenantId: TenantId, nightId: string): Promise<void>;
  loadLatest(tenantId: TenantId): Promise<RunningNight | null>;
  finishNight(tenantId: TenantId, nightId: string, finishedAt: Instant): Promise<void>;
}

export interface NightTools {
  readonly ledger: NightLedger;
  readonly kinds: readonly RecordKind[];
  readonly clock: () => Date;
  readonly timeZoneOf: (tenantId: TenantId) => Promise<string>;
  /** Makes a unit due. Ringing twice is harmless. */
  readonly ringUnit: (tenantId: TenantId, workId: string) => Promise<void>;
  /** Builds what is touched for one slice; true when nothing is left. */
  readonly buildTouched: (tenantId: TenantId, nightId: string) => Promise<boolean>;
}

/** `resting`: the night is done, and the next one begins in `untilMs`. */
export type NightState =
  | { readonly state: 'reading' | 'building' }
  | { readonly state: 'resting'; readonly untilMs: number };

/** Begins a night, or goes on with the one that was interrupted. */
export async function beginNight(
  { ledger, kinds, clock }: NightTools,
  tenantId: TenantId,
): Promise<RunningNight> {
  const to = clock().toISOString();
  const read = await ledger.loadWatermarks(tenantId);
  const windows = kinds.map((kind) => ({ kind, from: overlapped(read.get(kind)), to }));
  return ledger.startNight(tenantId, { startedAt: to, windows });
}

/**
 * One step of a tenant's nights: rings the units that may be read now, or builds cards, or finishes, or rests until two
 * o'clock. Rung after each finished unit and by the sweeper, so that a lost ring only costs time.
 */
export async function advanceNight(tools: NightTools, tenantId: TenantId): Promise<NightState> {
  const night = await tools.ledger.loadLatest(tenantId);
  if (night === null || night.finishedAt !== null) return rest(tools, tenantId, night);
  const plan = planNight(await tools.ledger.listUnits(tenantId, night.id));
  if (plan.step === 'read') {
    for (const { workId } of plan.units) await tools.ringUnit(tenantId, workId);
    return { state: 'reading' };
  }
  await tools.ledger.startBuilding(tenantId, night.id);
  if (!(await tools.buildTouched(tenantId, night.id))) return { state: 'building' };
  await tools.ledger.finishNight(tenantId, night.id, tools.clock().toISOString());
  return rest(tools, tenantId, night);
}

async function rest(
  tools: NightTools,
  tenantId: TenantId,
  last: RunningNight | null,
): Promise<NightState> {
  const now = tools.clock();
  const next = nextNight(last?.startedAt ?? now.toISOString(), await tools.timeZoneOf(tenantId));
  const untilMs = Date.parse(next) - now.getTime();
  if (untilMs > 0) return { state: 'resting', untilMs };
  await beginNight(tools, tenantId);
  return { state: 'reading' };
}

function overlapped(watermark: Instant | undefined): Instant | null {
  return watermark === undefined
    ? null
    : new Date(Date.parse(watermark) - OVERLAP_MS).toISOString();
}
