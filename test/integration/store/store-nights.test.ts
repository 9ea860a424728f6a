import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createReceiptStore } from '../../../server/store/receipt-store.ts';
import { createWorkStore } from '../../../server/store/work-store.ts';
import type { CardSubject } from '../../../server/insight/port.ts';
import { createRefreshStore } from '../../../server/store/actions/refresh-store.ts';
import type { UnitWindow } from '../../../server/store/night/start-night.ts';
import { NOTHING } from '../../../server/sync/units/walk.ts';
import { activity, deal, page, read, salesPipeline } from '../../support/sync/crm-records.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

const MONDAY = '2026-03-02T02:00:00.000Z';
const TUESDAY = '2026-03-03T02:00:00.000Z';
const END = { outcome: 'complete', receipt: null } as const;

describe('the nights of a tenant', () => {
  const stores = storesForEachTest();

  const begin = (startedAt: string, windows: readonly UnitWindow[]) =>
    stores.nights.startNight(stores.tenantId, { startedAt, windows });
  const end = (nightId: string, finishedAt: string) =>
    stores.nights.finishNight(stores.tenantId, nightId, { ...END, finishedAt });
  const units = (nightId: string) => stores.nights.listUnits(stores.tenantId, nightId);

  async function finishUnit(nightId: string, kind: string): Promise<void> {
    const found = (await units(nightId)).find((each) => each.kind === kind);
    const unit = found && (await stores.sync.loadUnit(stores.tenantId, found.workId));
    if (!unit) throw new Error(`There is no unit for ${kind}.`);
    expect(await stores.sync.commitPage(unit, NOTHING, null)).toBe(true);
  }

  it('go on with what was left undone, at its cursor, and begin the rest anew', async () => {
    const whole = { from: null, to: MONDAY } as const;
    const first = await begin(MONDAY, [
      { kind: 'email', ...whole },
      { kind: 'note', ...whole },
    ]);
    await finishUnit(first.id, 'note');
    const mails = (await units(first.id)).find(({ kind }) => kind === 'email');
    const unit = mails && (await stores.sync.loadUnit(stores.tenantId, mails.workId));
    if (!unit) throw new Error('The unit is lost.');
    await stores.sync.commitPage(unit, NOTHING, 'page 2');
    await end(first.id, MONDAY);
    const delta = { from: MONDAY, to: TUESDAY };
    const second = await begin(TUESDAY, [
      { kind: 'email', ...delta },
      { kind: 'email', phase: 'gone', ...delta },
      { kind: 'note', ...delta },
    ]);
    expect(await units(second.id)).toMatchObject([
      { kind: 'email', phase: 'changes', from: null, done: false, workId: unit.workId },
      { kind: 'email', phase: 'gone', from: MONDAY, done: false },
      { kind: 'note', phase: 'changes', from: MONDAY, done: false },
    ]);
    const adopted = await stores.sync.loadUnit(stores.tenantId, unit.workId);
    expect(adopted).toMatchObject({ cursor: 'page 2', nightId: second.id, to: MONDAY });
  });

  it('remember what stopped them, each reason once, and when they go on', async () => {
    const { nights, tenantId } = stores;
    const night = await begin(MONDAY, []);
    const spent = { reason: 'budget_spent', resumesAt: TUESDAY } as const;
    await Promise.all([
      nights.stopReading(tenantId, night.id, spent),
      nights.stopReading(tenantId, night.id, spent),
      nights.stopReading(tenantId, night.id, { reason: 'token_refused', resumesAt: null }),
    ]);
    await nights.finishStep(tenantId, night.id, 'verify');
    await nights.finishStep(tenantId, night.id, 'verify');
    const stopped = await nights.loadLatest(tenantId);
    expect(stopped?.stoppedFor.toSorted()).toEqual(['budget_spent', 'token_refused']);
    expect(stopped).toMatchObject({ resumesAt: TUESDAY, stepsDone: ['verify'], outcome: null });
  });

  it('end once, with one receipt', async () => {
    const { nights, tenantId } = stores;
    const night = await begin(MONDAY, []);
    await nights.showPhase(tenantId, night.id, 'building');
    expect(await nights.loadLatest(tenantId)).toMatchObject({ phase: 'building' });
    const partial = { finishedAt: MONDAY, outcome: 'partial', receipt: 'Calls are used.' } as const;
    await nights.finishNight(tenantId, night.id, partial);
    await nights.finishNight(tenantId, night.id, { ...END, finishedAt: TUESDAY });
    await nights.stopReading(tenantId, night.id, { reason: 'token_refused', resumesAt: null });
    expect(await nights.loadLatest(tenantId)).toMatchObject({
      ...{ phase: 'finished', finishedAt: MONDAY, outcome: 'partial', stoppedFor: [] },
    });
    const receipts = await createReceiptStore(stores.inTenant).list(tenantId, 10);
    expect(receipts).toEqual([{ kind: 'night', recordId: null, reason: 'Calls are used.' }]);
    expect(await nights.loadSyncedAt(tenantId)).toBeNull();
  });

  it('tell up to when everything was read: as far as the slowest kind', async () => {
    const { nights, tenantId } = stores;
    expect(await nights.loadSyncState(tenantId)).toEqual({
      ...{ readUntil: null, outcome: null, resumesAt: null },
    });
    const first = await begin(MONDAY, [
      { kind: 'email', from: null, to: MONDAY },
      { kind: 'note', from: null, to: MONDAY },
    ]);
    await finishUnit(first.id, 'email');
    await end(first.id, MONDAY);
    expect((await nights.loadSyncState(tenantId)).readUntil).toBeNull();
    const second = await begin(TUESDAY, [{ kind: 'email', from: MONDAY, to: TUESDAY }]);
    await finishUnit(second.id, 'note');
    await finishUnit(second.id, 'email');
    await end(second.id, TUESDAY);
    expect(await nights.loadSyncState(tenantId)).toMatchObject({
      ...{ readUntil: MONDAY, outcome: 'complete' },
    });
  });

  describe('that ended before their end', () => {
    const CARD = { dealId: 'd1', personId: 'dana' } as const;
    const OTHER = { dealId: 'd2', personId: 'dana' } as const;
    const reach = (...cards: readonly CardSubject[]) =>
      stores.insight.loadReach(stores.tenantId, cards);

    /** Monday's was whole; Tuesday's read mails, but no notes. */
    async function readMailsOnly(): Promise<void> {
      const kinds = ['email', 'note'] as const;
      const first = await begin(
        MONDAY,
        kinds.map((kind) => ({ kind, from: null, to: MONDAY })),
      );
      for (const kind of kinds) await finishUnit(first.id, kind);
      await end(first.id, MONDAY);
      const second = await begin(
        TUESDAY,
        kinds.map((kind) => ({ kind, from: MONDAY, to: TUESDAY })),
      );
      await finishUnit(second.id, 'email');
      await end(second.id, TUESDAY);
    }

    it('reached no card that they have not read all kinds for', async () => {
      await readMailsOnly();
      expect(await reach(CARD, { dealId: null, personId: 'dana' })).toEqual([
        { readUntil: MONDAY },
        { readUntil: MONDAY },
      ]);
    });

    it('reached every card where only other work was left', async () => {
      const night = await begin(TUESDAY, [
        { kind: 'email', from: MONDAY, to: TUESDAY },
        { kind: 'email', phase: 'sweep', from: MONDAY, to: TUESDAY },
      ]);
      await finishUnit(night.id, 'email');
      await end(night.id, TUESDAY);
      expect(await reach(CARD)).toEqual(['reached']);
    });

    it('reached no card while the past of a kind is still being read', async () => {
      const night = await begin(MONDAY, [{ kind: 'email', from: null, to: MONDAY }]);
      await end(night.id, MONDAY);
      await refresh('d1', TUESDAY);
      expect(await reach(CARD)).toEqual([{ readUntil: null }]);
    });

    const refresh = async (id: string, at: string) => {
      const refreshes = createRefreshStore(stores.inTenant);
      await refreshes.begin(stores.tenantId, { kind: 'deal', id }, { at, pauseMs: 60_000 });
      await refreshes.foundAround(stores.tenantId, [id], []);
    };

    it('leave a deal reached that somebody had refreshed since, and no other', async () => {
      await readMailsOnly();
      await refresh('d1', '2026-03-03T09:00:00.000Z');
      expect(await reach(CARD, OTHER)).toEqual(['reached', { readUntil: MONDAY }]);
    });

    it('tell of a deal that was refreshed before them, when that was', async () => {
      await readMailsOnly();
      await refresh('d1', '2026-03-02T15:00:00.000Z');
      expect(await reach(CARD)).toEqual([{ readUntil: '2026-03-02T15:00:00.000Z' }]);
    });

    it('do not count a refresh whose marks have not been read yet', async () => {
      await readMailsOnly();
      const tie = { kind: 'deal', dealId: 'd1' } as const;
      await stores.apply(
        page({
          subjects: [salesPipeline, deal('d1')],
          activities: [read(activity('m1', { tie }))],
        }),
      );
      await refresh('d1', '2100-01-01T00:00:00.000Z');
      expect(await reach(CARD)).toEqual([{ readUntil: MONDAY }]);
    });
  });

  it('know when all ids were last compared, the first load included', async () => {
    const { nights, tenantId } = stores;
    const first = await begin(MONDAY, [{ kind: 'note', from: null, to: MONDAY }]);
    await finishUnit(first.id, 'note');
    await end(first.id, MONDAY);
    expect([...(await nights.loadComparedAt(tenantId))]).toEqual([['note', MONDAY]]);
    const second = await begin(TUESDAY, [{ kind: 'note', from: MONDAY, to: TUESDAY }]);
    await finishUnit(second.id, 'note');
    await end(second.id, TUESDAY);
    expect([...(await nights.loadComparedAt(tenantId))]).toEqual([['note', MONDAY]]);
    expect([...(await nights.loadWatermarks(tenantId))]).toEqual([['note', TUESDAY]]);
  });

  it('keep one schedule', async () => {
    const { nights, tenantId } = stores;
    expect(await nights.loadSchedule(tenantId)).toBeNull();
    const own = { nightHour: 2, timeZone: 'Europe/Berlin', catchUp: false, lastStartedAt: null };
    await nights.saveSchedule(tenantId, { ...own, nextAt: MONDAY });
    const moved = { ...own, nextAt: TUESDAY };
    expect(await nights.saveSchedule(tenantId, moved)).toEqual(moved);
    expect(await nights.loadSchedule(tenantId)).toEqual(moved);
  });

  it('keep what a night has planned from whoever planned before it began', async () => {
    const { nights, tenantId } = stores;
    const own = { nightHour: 2, timeZone: 'Europe/Berlin', catchUp: false };
    const schedule = { ...own, nextAt: TUESDAY, lastStartedAt: MONDAY, catchUp: true };
    await nights.startNight(tenantId, { startedAt: MONDAY, windows: [], schedule });
    const stale = { ...own, nextAt: MONDAY, lastStartedAt: null };
    expect(await nights.saveSchedule(tenantId, stale)).toEqual(schedule);
    expect(await nights.loadSchedule(tenantId)).toEqual(schedule);
  });

  it('build what is met soon first, then what is new, then what is open, and what ended last', async () => {
    const { nights, insight, tenantId } = stores;
    const now = TUESDAY;
    const soon = new Date(Date.parse(now) + 3_600_000).toISOString();
    const about = (dealId: string) => ({ tie: { kind: 'deal', dealId } as const, at: MONDAY });
    const subjects = [
      salesPipeline,
      ...['open', 'heard', 'met'].map((id) => deal(id)),
      deal('ended', { stageId: 'lost' }),
    ];
    const activities = [
      activity('m1', { ...about('met'), kind: 'meeting', direction: null, at: soon }),
      activity('e1', { ...about('heard'), direction: 'in' }),
      activity('e2', { ...about('open'), direction: 'out' }),
      activity('e3', { ...about('ended'), direction: 'out' }),
    ];
    await stores.apply(page({ subjects, activities: activities.map((each) => read(each)) }));
    await nights.giveTurns(tenantId, { now, since: MONDAY });
    const order = async (which: 'open' | 'all') =>
      (await insight.loadTouched(tenantId, 100, which)).flatMap(({ subject }) =>
        subject.kind === 'deal' ? [subject.dealId] : [],
      );
    expect(await order('all')).toEqual(['met', 'heard', 'open', 'ended']);
    expect(await order('open')).toEqual(['met', 'heard', 'open']);
  });
});

describe('the work of a unit', () => {
  const stores = storesForEachTest();

  it('is due when it is new, and keeps its time when it waits for its turn', async () => {
    const works = createWorkStore(stores.database.dispatcher);
    const work = { workId: randomUUID(), tenantId: randomUUID(), kind: 'walk_unit' };
    expect(await works.ensure(work)).toMatchObject({ workId: work.workId });
    expect(await works.ensure(work)).toBeNull();
    const claimed = await works.claim(['walk_unit'], 60_000);
    if (claimed === null) throw new Error('Nothing was due.');
    await works.postpone(claimed, { inMs: 60_000, attempts: 3 });
    expect(await works.ensure(work)).toBeNull();
    expect(await works.claim(['walk_unit'], 60_000)).toBeNull();
  });

  it('that was parked after many failures is tried again, but not at once', async () => {
    const works = createWorkStore(stores.database.dispatcher);
    const work = { workId: randomUUID(), tenantId: randomUUID(), kind: 'walk_unit' };
    await works.ensure(work);
    const claimed = await works.claim(['walk_unit'], 60_000);
    if (claimed === null) throw new Error('Nothing was due.');
    await works.park(claimed);
    const again = await works.ensure(work);
    expect(again?.dueInMs).toBeGreaterThan(500_000);
    expect(await works.claim(['walk_unit'], 60_000)).toBeNull();
  });
});
