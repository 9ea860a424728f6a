import type { Instant, TenantId } from '../../shared/ids.ts';
import type { RecordKind } from '../crm/records.ts';
import {
  listUnits,
  loadComparedAt,
  loadLatest,
  loadWatermarks,
  type Night,
  type NightPhase,
  type NightUnit,
} from './night/load-night.ts';
import { loadSyncState, type SyncState } from './night/load-sync-state.ts';
import { giveTurns, markCards, type TurnsAt } from './night/mark-cards.ts';
import {
  addCards,
  finishNight,
  finishStep,
  showPhase,
  stopReading,
  type NightEnd,
  type NightStop,
} from './night/move-night.ts';
import { loadSchedule, saveSchedule, type StoredSchedule } from './night/night-schedule.ts';
import { startNight, type NewNight } from './night/start-night.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

/** One run over one tenant. At most one is unfinished at a time. */
export interface NightStore {
  /**
   * Begins a night with what earlier ones left undone, and the wanted units of the other kinds and phases; or answers
   * with the unfinished night as it stands.
   */
  startNight(tenantId: TenantId, wanted: NewNight): Promise<Night>;
  listUnits(tenantId: TenantId, nightId: string): Promise<readonly NightUnit[]>;
  /** Ends of the last windows that were read completely, by kind. */
  loadWatermarks(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  /** By kind, when all ids of the CRM were last held against ours. */
  loadComparedAt(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  loadSchedule(tenantId: TenantId): Promise<StoredSchedule | null>;
  saveSchedule(tenantId: TenantId, schedule: StoredSchedule): Promise<void>;
  showPhase(tenantId: TenantId, nightId: string, phase: NightPhase): Promise<void>;
  finishStep(tenantId: TenantId, nightId: string, step: string): Promise<void>;
  stopReading(tenantId: TenantId, nightId: string, stop: NightStop): Promise<void>;
  /** Marks every subject that has cards, since what they say depends on the day. */
  markCards(tenantId: TenantId): Promise<void>;
  /** Works out the order in which marked subjects get their cards. */
  giveTurns(tenantId: TenantId, at: TurnsAt): Promise<void>;
  addCards(tenantId: TenantId, nightId: string, cards: number): Promise<void>;
  /** Repeating it changes nothing. */
  finishNight(tenantId: TenantId, nightId: string, end: NightEnd): Promise<void>;
  /** The unfinished night, else the last one. */
  loadLatest(tenantId: TenantId): Promise<Night | null>;
  /** When this tenant was last read completely. */
  loadSyncedAt(tenantId: TenantId): Promise<Instant | null>;
  loadSyncState(tenantId: TenantId): Promise<SyncState>;
}

export function createNightStore(inTenant: UnitOfWork): NightStore {
  return {
    startNight: (tenantId, wanted) => inTenant(tenantId, (scope) => startNight(scope, wanted)),
    listUnits: (tenantId, nightId) => inTenant(tenantId, (scope) => listUnits(scope, nightId)),
    loadWatermarks: (tenantId) => inTenant(tenantId, loadWatermarks),
    loadComparedAt: (tenantId) => inTenant(tenantId, loadComparedAt),
    loadSchedule: (tenantId) => inTenant(tenantId, loadSchedule),
    saveSchedule: (tenantId, schedule) =>
      inTenant(tenantId, (scope) => saveSchedule(scope, schedule)),
    showPhase: (tenantId, nightId, phase) =>
      inTenant(tenantId, (scope) => showPhase(scope, nightId, phase)),
    finishStep: (tenantId, nightId, step) =>
      inTenant(tenantId, (scope) => finishStep(scope, nightId, step)),
    stopReading: (tenantId, nightId, stop) =>
      inTenant(tenantId, (scope) => stopReading(scope, nightId, stop)),
    markCards: (tenantId) => inTenant(tenantId, markCards),
    giveTurns: (tenantId, at) => inTenant(tenantId, (scope) => giveTurns(scope, at)),
    addCards: (tenantId, nightId, cards) =>
      inTenant(tenantId, (scope) => addCards(scope, nightId, cards)),
    finishNight: (tenantId, nightId, end) =>
      inTenant(tenantId, (scope) => finishNight(scope, nightId, end)),
    loadLatest: (tenantId) => inTenant(tenantId, loadLatest),
    loadSyncedAt: (tenantId) => inTenant(tenantId, loadSyncedAt),
    loadSyncState: (tenantId) => inTenant(tenantId, loadSyncState),
  };
}

async function loadSyncedAt({ tenantId, trx }: TenantScope): Promise<Instant | null> {
  const row = await trx
    .selectFrom('night')
    .select((night) => night.fn.max('finishedAt').as('syncedAt'))
    .where('tenantId', '=', tenantId)
    .where('outcome', '=', 'complete')
    .executeTakeFirst();
  return row?.syncedAt ?? null;
}
