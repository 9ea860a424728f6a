import type { Instant, TenantId } from '../../shared/ids.ts';
import type { NightLedger } from '../sync/night/port.ts';
import {
  listUnits,
  loadComparedAt,
  loadLatest,
  loadWatermarks,
  type Night,
} from './night/load-night.ts';
import { loadSyncState, type SyncState } from './night/load-sync-state.ts';
import { giveTurns, markCards, type TurnsAt } from './night/mark-cards.ts';
import { addCards, finishNight, finishStep, showPhase, stopReading } from './night/move-night.ts';
import { loadSchedule, saveSchedule } from './night/night-schedule.ts';
import { startNight, type NewNight } from './night/start-night.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

/** One run over one tenant. At most one is unfinished at a time. */
export interface NightStore extends NightLedger {
  startNight(tenantId: TenantId, wanted: NewNight): Promise<Night>;
  /** The unfinished night, else the last one. */
  loadLatest(tenantId: TenantId): Promise<Night | null>;
  /** Marks every subject that has cards, since what they say depends on the day. */
  markCards(tenantId: TenantId): Promise<void>;
  /** Works out the order in which marked subjects get their cards. */
  giveTurns(tenantId: TenantId, at: TurnsAt): Promise<void>;
  addCards(tenantId: TenantId, nightId: string, cards: number): Promise<void>;
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
