import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { RecordKind } from '../../crm/records.ts';
import type { UnitPhase } from '../port.ts';

export interface PlannedUnit {
  readonly kind: RecordKind;
  readonly phase: UnitPhase;
  /** Null: everything since ever. */
  readonly from: Instant | null;
  readonly done: boolean;
}

export interface NewUnit {
  readonly kind: RecordKind;
  readonly phase: UnitPhase;
  /** Null: everything since ever. */
  readonly from: Instant | null;
  readonly to: Instant;
}

export interface NightProgress {
  /** Names of task rows that are through. */
  readonly stepsDone: readonly string[];
  readonly stoppedFor: readonly StopReason[];
}

/** Why the reading of a night was stopped before its end. */
export type StopReason = 'budget_spent' | 'token_refused';

export type NightOutcome = 'complete' | 'partial' | 'reconnect_needed';

/** An account's own clock: IANA zone, and the full hour at which its nights begin. */
export interface NightHour {
  readonly timeZone: string;
  readonly nightHour: number;
}

/** When a tenant's next night begins, and for which hour of which clock that was worked out. */
export interface Schedule extends NightHour {
  readonly nextAt: Instant;
  readonly lastStartedAt: Instant | null;
  /** The night that runs, or ran last, made up for one or several that were missed. */
  readonly catchUp: boolean;
}

export interface NightUnit extends PlannedUnit {
  readonly workId: string;
}

export interface RunningNight extends NightProgress {
  readonly id: string;
  readonly phase: NightPhase;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  /** After the calls of a day were used: when the rest goes on. */
  readonly resumesAt: Instant | null;
}

/** For those who watch. */
export type NightPhase = 'reading' | 'building' | 'finished';

export interface NewNight {
  readonly startedAt: Instant;
  readonly windows: readonly NewUnit[];
  readonly schedule: Schedule;
}

export interface NightStop {
  readonly reason: StopReason;
  readonly resumesAt: Instant | null;
}

export interface NightEnd {
  readonly finishedAt: Instant;
  readonly outcome: NightOutcome;
  /** For the tenant's receipts; null: none. */
  readonly receipt: string | null;
}

/** What a night needs of the store. Implemented by store/night-store.ts. */
export interface NightLedger {
  /**
   * Begins a night with what earlier ones left undone, and the wanted units of the other kinds and phases; or answers
   * with the unfinished night as it stands.
   */
  startNight(tenantId: TenantId, wanted: NewNight): Promise<RunningNight>;
  listUnits(tenantId: TenantId, nightId: string): Promise<readonly NightUnit[]>;
  /** Ends of the last windows that were read completely, by kind. */
  loadWatermarks(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  /** By kind, when all ids of the CRM were last held against ours. */
  loadComparedAt(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  loadLatest(tenantId: TenantId): Promise<RunningNight | null>;
  loadSchedule(tenantId: TenantId): Promise<Schedule | null>;
  /**
   * Answers with the schedule that holds from now on: another one, when a night has begun since `schedule.lastStartedAt`
   * and has planned the next.
   */
  saveSchedule(tenantId: TenantId, schedule: Schedule): Promise<Schedule>;
  showPhase(tenantId: TenantId, nightId: string, phase: NightPhase): Promise<void>;
  finishStep(tenantId: TenantId, nightId: string, step: string): Promise<void>;
  /** Repeating it changes nothing. */
  stopReading(tenantId: TenantId, nightId: string, stop: NightStop): Promise<void>;
  /** Repeating it changes nothing. */
  finishNight(tenantId: TenantId, nightId: string, end: NightEnd): Promise<void>;
}
