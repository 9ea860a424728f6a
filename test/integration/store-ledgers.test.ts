import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBudgetStore } from '../../server/store/budget-store.ts';
import { createConnectionStore } from '../../server/store/credentials/connection-store.ts';
import { createCredentialCipher } from '../../server/store/credentials/credential-cipher.ts';
import { createInboxStore } from '../../server/store/inbox-store.ts';
import { createTenantStore } from '../../server/store/tenant/tenant-store.ts';
import { createUnitOfWork, type UnitOfWork } from '../../server/store/unit-of-work.ts';
import { createWorkStore } from '../../server/store/work-store.ts';
import { activity, page, read } from '../support/crm-records.ts';
import { openTestDatabase, sql, type TestDatabase } from '../support/postgres.ts';
import { storesOfNewTenant } from '../support/store.ts';

describe('the ledgers', () => {
  let database: TestDatabase;
  let inTenant: UnitOfWork;

  beforeAll(async () => {
    database = await openTestDatabase();
    inTenant = createUnitOfWork(database.app);
  }, 60_000);
  afterAll(() => database.close());

  describe('of API calls', () => {
    const policy = { name: 'ten_secondly', capacity: 5, perSecond: 2 };

    it('never grant more than capacity and refill allow, in any stretch of time', async () => {
      const pauses = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 20, maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(pauses, async (pausesMs) => {
          let nowMs = Date.parse('2026-03-01T00:00:00.000Z');
          const budget = createBudgetStore(
            inTenant,
            () => sql`${new Date(nowMs).toISOString()}::timestamptz`,
          );
          const tenantId = randomUUID();
          const grantedAt: number[] = [];
          for (const pauseMs of pausesMs) {
            nowMs += pauseMs;
            if ((await budget.take(tenantId, policy)).granted) grantedAt.push(nowMs);
          }
          for (const [first, from] of grantedAt.entries()) {
            for (const [last, to] of grantedAt.entries()) {
              const allowed = policy.capacity + (policy.perSecond * (to - from)) / 1000;
              if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(allowed + 1e-6);
            }
          }
          expect(await budget.countCalls(tenantId)).toBe(grantedAt.length);
        }),
        { numRuns: 8 },
      );
    });

    it('grant no more to many who ask at once', async () => {
      const budget = createBudgetStore(inTenant);
      const tenantId = randomUUID();
      const slow = { ...policy, perSecond: 0.001 };
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => budget.take(tenantId, slow)),
      );
      expect(taken.filter(({ granted }) => granted)).toHaveLength(5);
    });

    it('say when to ask again, and then grant', async () => {
      const budget = createBudgetStore(inTenant);
      const tenantId = randomUUID();
      const quick = { name: 'search', capacity: 1, perSecond: 10 };
      await budget.take(tenantId, quick);
      const refused = await budget.take(tenantId, quick);
      if (refused.granted) throw new Error('It should be refused.');
      expect(refused.retryAfterMs).toBeLessThanOrEqual(100);
      await sleep(refused.retryAfterMs + 5);
      expect(await budget.take(tenantId, quick)).toEqual({ granted: true });
    });

    it('grant nothing while the CRM refuses, and a shorter refusal does not end a longer one', async () => {
      const budget = createBudgetStore(inTenant);
      const tenantId = randomUUID();
      await budget.block(tenantId, policy, 60_000);
      await budget.block(tenantId, policy, 10);
      const refused = await budget.take(tenantId, policy);
      if (refused.granted) throw new Error('It should be refused.');
      expect(refused.retryAfterMs).toBeGreaterThan(50_000);
    });

    it('count the calls of a night, also those of a worker that was killed', async () => {
      const { nights, tenantId } = storesOfNewTenant(database);
      const budget = createBudgetStore(inTenant);
      await budget.take(tenantId, policy);
      const night = await nights.startNight(tenantId, {
        startedAt: '2026-03-01T00:00:00.000Z',
        windows: [],
      });
      await budget.take(tenantId, policy);
      await budget.take(tenantId, { ...policy, name: 'search' });
      expect((await nights.loadLatest(tenantId))?.apiCalls).toBe(2);
      await nights.finishNight(tenantId, night.id, '2026-03-01T00:10:00.000Z');
      await budget.take(tenantId, policy);
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
      await connections.connect(tenantId, { token: 'plain-secret' });
      const loaded = await connections.load(tenantId);
      expect(loaded).toEqual({
        credentials: { token: 'plain-secret' },
        tokenVersion: 1,
        state: 'active',
      });
      const leases = await Promise.all([1, 2, 3].map(() => connections.leaseRefresh(tenantId)));
      expect(leases.filter(Boolean)).toHaveLength(1);
      const saved = [1, 2].map((n) => connections.saveRefreshed(tenantId, 1, { token: `t${n}` }));
      expect((await Promise.all(saved)).filter(Boolean)).toHaveLength(1);
      await connections.pause(tenantId);
      expect(await connections.load(tenantId)).toMatchObject({ tokenVersion: 2, state: 'paused' });
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
    const notice = { key: 'k1', kind: 'deal', id: 'd1' } as const;
    const sent = [notice, notice, { key: 'k2', kind: 'contact', id: 'dana' } as const];
    expect(await inbox.takeIn(stores.tenantId, sent)).toBe(2);
    const dirty = await stores.sync.loadDirtyRecords(stores.tenantId, 10);
    expect(dirty.map(({ ref }) => ref.id).toSorted()).toEqual(['d1', 'dana']);
    await stores.sync.clearDirtyRecords(stores.tenantId, dirty);
    expect(await inbox.takeIn(stores.tenantId, sent)).toBe(0);
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
