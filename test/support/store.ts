import { randomUUID } from 'node:crypto';
import type { CardRow, Subject, TouchedSubject } from '../../server/insight/port.ts';
import { createInsightStore } from '../../server/store/insight-store.ts';
import { createNightStore } from '../../server/store/night-store.ts';
import { createSyncStore } from '../../server/store/sync-store.ts';
import { createUnitOfWork } from '../../server/store/unit-of-work.ts';
import { createVerdictStore } from '../../server/store/verdict-store.ts';
import type { AppliedPage, SyncUnit } from '../../server/sync/port.ts';
import type { TestDatabase } from './postgres.ts';

/** The stores of one tenant that nobody else uses. */
export type TenantStores = ReturnType<typeof storesOfNewTenant>;

export function storesOfNewTenant(database: TestDatabase) {
  const inTenant = createUnitOfWork(database.app);
  const stores = {
    tenantId: randomUUID(),
    inTenant,
    sync: createSyncStore(inTenant),
    insight: createInsightStore(inTenant),
    nights: createNightStore(inTenant),
    verdicts: createVerdictStore(inTenant),
  };
  return {
    ...stores,
    /** Applies a page as a refresh does. */
    apply: (page: AppliedPage) => stores.sync.commitRefresh(stores.tenantId, page),
    fileOf: async (subject: Subject) => {
      const [file = null] = await stores.insight.loadDealFiles(stores.tenantId, [subject]);
      return file;
    },
    saveCards: (touched: TouchedSubject, rows: readonly CardRow[]) =>
      stores.insight.saveCards(stores.tenantId, [{ ...touched, rows }]),
    /** The marks there are, as text, sorted; then forgets them. */
    takeMarks: () => takeMarks(stores, ['deal', 'conversation']),
    takeMarksOf: (kind: Subject['kind']) => takeMarks(stores, [kind]),
  };
}

async function takeMarks(
  { insight, tenantId }: Pick<TenantStores, 'insight' | 'tenantId'>,
  kinds: readonly Subject['kind'][],
): Promise<readonly string[]> {
  const all = await insight.loadTouched(tenantId, 1_000);
  const touched = all.filter(({ subject }) => kinds.includes(subject.kind));
  const built = touched.map((each) => ({ ...each, rows: [] }));
  await insight.saveCards(tenantId, built);
  return touched
    .map(({ subject }) =>
      subject.kind === 'deal' ? `deal ${subject.dealId}` : `conversation ${subject.personId}`,
    )
    .toSorted();
}

/** A night with one unit, for mails. */
export async function openUnit(stores: TenantStores): Promise<SyncUnit> {
  const { nights, sync, tenantId } = stores;
  const night = await nights.startNight(tenantId, {
    startedAt: '2026-03-04T02:00:00.000Z',
    windows: [{ kind: 'email', from: null, to: '2026-03-04T01:59:00.000Z' }],
  });
  const [unit] = await nights.listUnits(tenantId, night.id);
  const loaded = unit && (await sync.loadUnit(tenantId, unit.workId));
  if (!loaded) throw new Error('The unit that was opened cannot be loaded.');
  return loaded;
}
