import { setTimeout as sleep } from 'node:timers/promises';
import type { SettingsView } from '../../../shared/api/settings/get-settings.ts';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { TenantSettings } from '../../../shared/settings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CrmFeature, CrmPort } from '../../crm/port.ts';
import type { RecordKind } from '../../crm/records.ts';
import { accountDay } from '../limits/account-day.ts';
import type { DayCount } from '../limits/day-budget.ts';
import { composeSettingsView, type NightFound, type SettingsFacts } from './settings-view.ts';
import type { CountedPipeline, SyncFigures } from './sync-figures.ts';

export interface SettingsViewTools {
  readonly clock: () => Date;
  readonly accountOf: (tenantId: TenantId) => Promise<SettingsAccount>;
  readonly crmOf: (
    tenantId: TenantId,
  ) => Promise<Pick<CrmPort, 'can' | 'readChanges' | 'countRecords'>>;
  readonly settings: { load(tenantId: TenantId): Promise<TenantSettings> };
  readonly connections: {
    loadStatus(tenantId: TenantId): Promise<SettingsFacts['connection'] | null>;
  };
  readonly nights: {
    loadLatest(tenantId: TenantId): Promise<NightFound | null>;
    loadSchedule(tenantId: TenantId): Promise<{ readonly nextAt: Instant } | null>;
    loadSyncState(tenantId: TenantId): Promise<{ readonly readUntil: Instant | null }>;
    loadWatermarks(tenantId: TenantId): Promise<ReadonlyMap<RecordKind, Instant>>;
  };
  readonly budget: { loadDay(tenantId: TenantId, day: string): Promise<DayCount> };
  readonly health: { loadFigures(tenantId: TenantId): Promise<SyncFigures> };
}

export interface SettingsAccount {
  readonly timeZone: string;
  readonly features: readonly CrmFeature[];
  readonly reconnectUrl: string;
  readonly dealsUrl: string | null;
}

export type LoadSettingsView = (tenantId: TenantId) => Promise<SettingsView>;

/** Reads the store; asks the CRM only for what was never read: its pipelines, and how much there is to come. */
export function createLoadSettingsView(tools: SettingsViewTools): LoadSettingsView {
  const expectedOf = rememberCounts(tools);
  return async (tenantId) => {
    const now = tools.clock().toISOString();
    const account = await tools.accountOf(tenantId);
    const stored = await loadStored(tools, tenantId, { now, ...account });
    const isActive = stored.connection.state === 'active';
    const crm = await tools.crmOf(tenantId);
    const { figures } = stored;
    const reading = figures.backfills.some(({ done }) => !done);
    return composeSettingsView({
      ...{ now, ...account, ...stored },
      pipelines:
        figures.pipelines.length === 0 && isActive
          ? await askForPipelines(crm, now)
          : figures.pipelines,
      expected: reading && isActive ? await expectedOf(tenantId, crm) : new Map(),
      kinds: crm.can.kinds,
    });
  };
}

type Stored = Omit<
  SettingsFacts,
  'now' | 'kinds' | 'features' | 'pipelines' | 'expected' | keyof SettingsAccount
>;

async function loadStored(
  { settings, connections, nights, budget, health }: SettingsViewTools,
  tenantId: TenantId,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Promise<Stored> {
  const [status, schedule, { readUntil }, watermarks] = await Promise.all([
    connections.loadStatus(tenantId),
    nights.loadSchedule(tenantId),
    nights.loadSyncState(tenantId),
    nights.loadWatermarks(tenantId),
  ]);
  if (status === null) throw neverConnected(tenantId);
  return {
    connection: status,
    settings: await settings.load(tenantId),
    night: await nights.loadLatest(tenantId),
    nextAt: schedule?.nextAt ?? null,
    readUntil,
    readOnce: [...watermarks.keys()],
    today: await budget.loadDay(tenantId, accountDay(now, timeZone).day),
    figures: await health.loadFigures(tenantId),
  };
}

/** One small call, for a new account only. A page without its pipelines is still better than none. */
async function askForPipelines(
  crm: Pick<CrmPort, 'readChanges'>,
  now: Instant,
): Promise<readonly CountedPipeline[]> {
  const page = await crm.readChanges('pipeline', { from: null, to: now }, null).catch(unlessOurs);
  return (page?.records ?? []).flatMap((record) =>
    record.kind === 'pipeline' && !record.archived
      ? [{ id: record.id, label: record.label, openDeals: null }]
      : [],
  );
}

const COUNTED_FOR_MS = 60 * 60_000;
/** A person waits for the page; what is counted later stands on the next one. */
const PATIENCE_MS = 1_500;

interface Counting {
  readonly untilMs: number;
  readonly counts: ReadonlyMap<RecordKind, number>;
  readonly done: Promise<void>;
}

/** Asked once an hour while a past is being read: as many small calls as there are kinds. */
function rememberCounts({ clock }: Pick<SettingsViewTools, 'clock'>) {
  const known = new Map<TenantId, Counting>();
  return async (
    tenantId: TenantId,
    crm: Pick<CrmPort, 'can' | 'countRecords'>,
  ): Promise<ReadonlyMap<RecordKind, number>> => {
    const nowMs = clock().getTime();
    const found = known.get(tenantId);
    const counting =
      found !== undefined && nowMs < found.untilMs
        ? found
        : { untilMs: nowMs + COUNTED_FOR_MS, ...countAll(crm) };
    known.set(tenantId, counting);
    await Promise.race([counting.done, sleep(PATIENCE_MS, undefined, { ref: false })]);
    return counting.counts;
  };
}

function countAll(crm: Pick<CrmPort, 'can' | 'countRecords'>): Omit<Counting, 'untilMs'> {
  const counts = new Map<RecordKind, number>();
  const count = async () => {
    for (const kind of crm.can.kinds) {
      const told = (await crm.countRecords?.(kind).catch(unlessOurs)) ?? null;
      if (told !== null) counts.set(kind, told);
    }
  };
  return { counts, done: count() };
}

/** The CRM's no, or its silence, leaves a gap on the page; a fault of ours does not hide behind it. */
function unlessOurs(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

function neverConnected(tenantId: TenantId): AppError {
  return new AppError('tenant_unknown', `Tenant ${tenantId} was never connected.`, {
    recovery: 'skip',
  });
}
