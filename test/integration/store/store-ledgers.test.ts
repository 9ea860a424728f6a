import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBudgetStore } from '../../../server/store/budget-store.ts';
import { createConnectionStore } from '../../../server/store/credentials/connection-store.ts';
import { createCredentialCipher } from '../../../server/store/credentials/credential-cipher.ts';
import { createInboxStore } from '../../../server/store/inbox-store.ts';
import { createTenantStore } from '../../../server/store/tenant/tenant-store.ts';
import { createUnitOfWork, type UnitOfWork } from '../../../server/store/unit-of-work.ts';
import { createWorkStore } from '../../../server/store/work-store.ts';
import { activity, page, read } from '../../support/sync/crm-records.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';
import { storesOfNewTenant } from '../../support/store.ts';

describe('the ledgers', () => {
  let database: TestDatabase;
  let inTenant: UnitOfWork;

  beforeAll(async () => {
    database = await openTestDatabase();
    inTenant = createUnitOfWork(database.app);
  }, 60_000);
  afterAll(() => database.close());

  describe('of API calls', () => {
    const DAY = '2026-03-01';
    const count = (counted: { night?: number; visitor?: number; errors?: number }) => () => ({
      ...{ book: null, counted, result: undefined },
    });

    it('count by day and lane', async () => {
      const budget = createBudgetStore(inTenant);
      const tenantId = randomUUID();
      await budget.change(tenantId, DAY, count({ night: 2 }));
      await budget.change(tenantId, DAY, count({ visitor: 1, errors: 1 }));
      await budget.change(tenantId, '2026-03-02', count({ night: 1 }));
      expect(await budget.loadDay(tenantId, DAY)).toEqual({ night: 2, visitor: 1, errors: 1 });
      const none = await budget.loadDay(tenantId, '2026-02-01');
      expect(none).toEqual({ night: 0, visitor: 0, errors: 0 });
      expect(await budget.countCalls(tenantId)).toBe(4);
    });

    it('show each change the one before it, however many come at once', async () => {
      const budget = createBudgetStore(inTenant);
      const tenantId = randomUUID();
      const seen = await Promise.all(
        Array.from({ length: 20 }, () =>
          budget.change<number, readonly number[]>(tenantId, DAY, (book, { today }) => {
            const next = (book ?? 0) + 1;
            return { book: next, counted: { night: 1 }, result: [next, today.night + 1] };
          }),
        ),
      );
      for (const [inBook, inDay] of seen) expect(inDay).toBe(inBook);
      expect(await budget.loadDay(tenantId, DAY)).toMatchObject({ night: 20 });
    });

    it('keep the books of two tenants apart', async () => {
      const budget = createBudgetStore(inTenant);
      const write = (book: string | null) => ({ book: book ?? 'mine', counted: {}, result: book });
      const [one, two] = [randomUUID(), randomUUID()];
      await budget.change(one, DAY, write);
      expect(await budget.change(one, DAY, write)).toBe('mine');
      expect(await budget.change(two, DAY, write)).toBeNull();
    });

    it('count the calls of a night, also those of a worker that was killed', async () => {
      const { nights, tenantId } = storesOfNewTenant(database);
      const budget = createBudgetStore(inTenant);
      const call = () => budget.change(tenantId, DAY, count({ night: 1 }));
      await call();
      const startedAt = '2026-03-01T00:00:00.000Z';
      const night = await nights.startNight(tenantId, { startedAt, windows: [] });
      await call();
      await budget.change(tenantId, '2026-03-02', count({ visitor: 1 }));
      expect((await nights.loadLatest(tenantId))?.apiCalls).toBe(2);
      const end = { finishedAt: '2026-03-01T00:10:00.000Z', outcome: 'complete', receipt: null };
      await nights.finishNight(tenantId, night.id, { ...end, outcome: 'complete' });
      await call();
      expect(await nights.loadLatest(tenantId)).toMatchObject({ apiCalls: 2, phase: 'finished' });
    });
  });

  describe('of tenants and their connections', () => {
    const account = { vendor: 'hubspot', accountId: '4711' } as const;
    const wanted = { ...account, name: 'Larkfield', timeZone: 'Europe/London' };

    it('know an account once, whoever asks first', async () => {
      const tenants = createTenantStore({ inTenant, dispatcher: database.dispatcher });
      const ids = await Promise.all([1, 2, 3, 4].map(() => tenants.ensureTenant(wanted)));
      expect(new Set(ids).size).toBe(1);
      expect(await tenants.findTenant(account)).toBe(ids[0]);
      expect(await tenants.findTenant({ vendor: 'salesforce', accountId: '4711' })).toBeNull();
      expect(await tenants.loadTenant(ids[0] ?? '')).toMatchObject(wanted);
      await expect(tenants.loadTenant(randomUUID())).rejects.toMatchObject({
        code: 'tenant_unknown',
      });
    });

    it('mark what an older reader read, once', async () => {
      const stores = storesOfNewTenant(database);
      const tenants = createTenantStore({ inTenant, dispatcher: database.dispatcher });
      const tenantId = await tenants.ensureTenant({ ...wanted, accountId: randomUUID() });
      const activities = [read(activity('m1')), read(activity('m2'), { readByModel: 'cues-2' })];
      await stores.sync.commitRefresh(tenantId, page({ activities }));
      await tenants.adoptReader(tenantId, 'cues-2');
      const dirty = await stores.sync.loadDirtyRecords(tenantId, 10);
      expect(dirty.map(({ ref }) => ref.id)).toEqual(['m1']);
      await stores.sync.clearDirtyRecords(tenantId, dirty);
      await tenants.adoptReader(tenantId, 'cues-2');
      expect(await stores.sync.loadDirtyRecords(tenantId, 10)).toEqual([]);
    });

    it('keep credentials sealed, and let one renewal win', async () => {
      const cipher = createCredentialCipher({ current: 'k', keys: { k: randomBytes(32) } });
      const tenants = createTenantStore({ inTenant, dispatcher: database.dispatcher });
      const tenantId = await tenants.ensureTenant({ ...wanted, accountId: randomUUID() });
      const connections = createConnectionStore({ inTenant, cipher });
      const unnamed = { installedBy: null, grantedScopes: [], at: '2026-11-20T10:00:00.000Z' };
      await connections.connect(tenantId, { credentials: { token: 'plain-secret' }, ...unnamed });
      const loaded = await connections.load(tenantId);
      expect(loaded).toEqual({
        credentials: { token: 'plain-secret' },
        tokenVersion: 1,
        state: 'active',
        ended: false,
      });
      const leases = await Promise.all(
        [1, 2, 3].map(() => connections.leaseRefresh(tenantId, { version: 1, ended: false })),
      );
      expect(leases.filter(Boolean)).toHaveLength(1);
      const saved = [1, 2].map((n) => connections.saveRefreshed(tenantId, 1, { token: `t${n}` }));
      expect((await Promise.all(saved)).filter(Boolean)).toHaveLength(1);
      expect(await connections.load(tenantId)).toMatchObject({ tokenVersion: 2 });
      const { rows } = await inTenant(tenantId, ({ trx }) =>
        sql<{ all: string }>`select encode(ciphertext, 'escape') as all from connection`.execute(
          trx,
        ),
      );
      expect(rows[0]?.all).not.toContain('plain-secret');
    });
  });

  it('of webhooks take each event once, and mark its record', async () => {
    const stores = storesOfNewTenant(database);
    const inbox = createInboxStore(inTenant);
    const told = { change: 'changed', happenedAt: '2026-03-04T02:00:00.000Z' } as const;
    const notice = { key: 'k1', kind: 'deal', id: 'd1', ...told } as const;
    const sent = [notice, notice, { ...notice, key: 'k2', kind: 'contact', id: 'dana' } as const];
    expect(await inbox.takeIn(stores.tenantId, sent)).toBe(2);
    expect(await inbox.settle(stores.tenantId, 10)).toBe(2);
    const dirty = await stores.sync.loadDirtyRecords(stores.tenantId, 10);
    expect(dirty.map(({ ref }) => ref.id).toSorted()).toEqual(['d1', 'dana']);
    await stores.sync.clearDirtyRecords(stores.tenantId, dirty);
    expect(await inbox.takeIn(stores.tenantId, sent)).toBe(0);
    expect(await inbox.settle(stores.tenantId, 10)).toBe(0);
    expect(await stores.sync.loadDirtyRecords(stores.tenantId, 10)).toEqual([]);
  });

  describe('of due work', () => {
    const newWork = () => ({ workId: randomUUID(), tenantId: randomUUID(), kind: 'walk_unit' });

    it('give each work to one worker only', async () => {
      const works = createWorkStore(database.dispatcher);
      const all = Array.from({ length: 10 }, newWork);
      for (const work of all) await works.enqueue(work, 0);
      const claims = await Promise.all(all.map(() => works.claim(['walk_unit'], 60_000)));
      const ids = claims.map((claim) => claim?.workId).toSorted();
      expect(ids).toEqual(all.map(({ workId }) => workId).toSorted());
      expect(await works.claim(['walk_unit'], 60_000)).toBeNull();
      for (const claim of claims) if (claim) await works.complete(claim);
    });

    it('come back when the worker that held it died', async () => {
      const works = createWorkStore(database.dispatcher);
      const work = newWork();
      await works.enqueue(work, 0);
      const lost = await works.claim(['walk_unit'], 50);
      expect(await works.listDue(10)).toEqual([]);
      await sleep(60);
      expect((await works.listDue(10)).map(({ workId }) => workId)).toEqual([work.workId]);
      const found = await works.claim(['walk_unit'], 60_000);
      expect(found?.workId).toBe(work.workId);
      if (lost) expect(await works.extend(lost, 1_000)).toBe(false);
      if (found) await works.complete(found);
    });

    it('are not ended by a worker that lost it', async () => {
      const works = createWorkStore(database.dispatcher);
      await works.enqueue(newWork(), 0);
      const slow = await works.claim(['walk_unit'], 1);
      await sleep(5);
      const quick = await works.claim(['walk_unit'], 60_000);
      if (!slow || !quick) throw new Error('Both should have had it.');
      await works.complete(slow);
      expect(await works.postpone(quick, { inMs: 0, attempts: 0 })).toMatchObject({
        workId: quick.workId,
      });
      const again = await works.claim(['walk_unit'], 60_000);
      expect(again?.workId).toBe(quick.workId);
      if (again) await works.complete(again);
    });

    it('are due at once after a restart that knows itself alone', async () => {
      const works = createWorkStore(database.dispatcher);
      await works.enqueue(newWork(), 0);
      await works.claim(['walk_unit'], 60_000);
      await works.releaseLeases();
      const again = await works.claim(['walk_unit'], 60_000);
      expect(again).not.toBeNull();
      if (again) await works.complete(again);
    });
  });
});
