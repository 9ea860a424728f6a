import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReadActivity } from '../../../server/sync/port.ts';
import {
  activity,
  contact,
  deal,
  evidence,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { sql } from '../../support/postgres.ts';
import { openUnit, storesOfNewTenant, type TenantStores } from '../../support/store.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

describe('what sync keeps', () => {
  const stores = storesForEachTest();

  const fileOf = (dealId: string) => stores.fileOf({ kind: 'deal', dealId });
  const toDeal = (dealId: string) => ({ tie: { kind: 'deal', dealId } }) as const;

  describe('a page and its cursor', () => {
    it('are committed by one worker only', async () => {
      const unit = await openUnit(stores);
      const committing = [1, 2, 3, 4].map((n) =>
        stores.sync.commitPage(unit, page({ subjects: [contact(`p${n}`)] }), 'next'),
      );
      expect((await Promise.all(committing)).toSorted()).toEqual([false, false, false, true]);
      const night = await stores.nights.loadLatest(stores.tenantId);
      expect(night?.records).toBe(1);
    });

    it('move the unit on by one generation, until there is no next page', async () => {
      const unit = await openUnit(stores);
      await stores.sync.commitPage(unit, page({}), 'page-2');
      const second = await stores.sync.loadUnit(stores.tenantId, unit.workId);
      expect(second).toMatchObject({ cursor: 'page-2', generation: 1, done: false });
      if (second) await stores.sync.commitPage(second, page({}), null);
      const done = await stores.sync.loadUnit(stores.tenantId, unit.workId);
      expect(done).toMatchObject({ cursor: null, generation: 2, done: true });
      if (done) expect(await stores.sync.commitPage(done, page({}), null)).toBe(false);
    });

    it('count every record of the CRM in the night, and its readings', async () => {
      const unit = await openUnit(stores);
      const activities = [read(activity('m1')), read(activity('m2'))];
      await stores.sync.commitPage(unit, page({ subjects: [contact('dana')], activities }), null);
      expect(await stores.nights.loadLatest(stores.tenantId)).toMatchObject({
        records: 3,
        activities: 2,
        readings: 2,
      });
    });

    it('leave nothing behind when a row is refused', async () => {
      const unit = await openUnit(stores);
      const broken = read(activity('m1', { at: 'no moment at all' }));
      const committing = stores.sync.commitPage(
        unit,
        page({ subjects: [contact('dana')], activities: [broken] }),
        'next',
      );
      await expect(committing).rejects.toThrow();
      expect(await stores.sync.loadUnit(stores.tenantId, unit.workId)).toEqual(unit);
      expect(
        await stores.insight.recordExists(stores.tenantId, { kind: 'contact', id: 'dana' }),
      ).toBe(false);
    });
  });

  it('changes nothing when a page is applied again', async () => {
    const versions = fc.record({
      id: fc.constantFrom('m1', 'm2', 'm3'),
      day: fc.integer({ min: 1, max: 5 }),
      readings: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(versions, { minLength: 1, maxLength: 6 }), async (drawn) => {
        const tenant = storesOfNewTenant(stores.database);
        const subjects = [salesPipeline, contact('dana'), deal('d1', { contactIds: ['dana'] })];
        const applied = page({ subjects, activities: drawn.map(toVersion) });
        await tenant.apply(applied);
        const once = await dump(tenant);
        await tenant.apply(applied);
        expect(await dump(tenant)).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });

  it('ends in the newest version, in whatever order versions arrive', async () => {
    const orders = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 });
    await fc.assert(
      fc.asyncProperty(orders, async (days) => {
        const tenant = storesOfNewTenant(stores.database);
        for (const day of days) {
          const version = toVersion({ id: 'm1', day, readings: day });
          const subjects = [contact('dana', { name: `Dana ${day}`, updatedAt: instant(day) })];
          await tenant.apply(page({ subjects, activities: [version] }));
        }
        const { rows } = await tenant.inTenant(tenant.tenantId, ({ trx }) =>
          sql`select person.name, count(*) as readings from person, evidence group by 1`.execute(
            trx,
          ),
        );
        expect(rows).toEqual([{ name: 'Dana 4', readings: 4 }]);
      }),
      { numRuns: 10 },
    );
  });

  it('replaces the readings of an activity that was read again', async () => {
    const mail = activity('m1', toDeal('d1'));
    await stores.apply(page({ subjects: [deal('d1')], activities: [read(mail)] }));
    const again = [evidence('e-new', mail, { driver: 'trust' })];
    await stores.apply(
      page({ activities: [read(mail, { evidence: again, readByModel: 'cues-2' })] }),
    );
    expect((await fileOf('d1'))?.evidence.map(({ id }) => id)).toEqual(['e-new']);
  });

  it('takes what Postgres text cannot hold, without moving an offset', async () => {
    const mail = activity('m1', toDeal('d1'));
    const quote = 'a\u0000b\ud800c';
    const odd = evidence('e1', mail, { quote, shown: quote, start: 4, end: 9 });
    await stores.apply(
      page({ subjects: [deal('d1')], activities: [read(mail, { evidence: [odd] })] }),
    );
    const [kept] = (await fileOf('d1'))?.evidence ?? [];
    expect(kept?.quote).toBe('a\uFFFDb\uFFFDc');
    expect(kept?.quote).toHaveLength(quote.length);
  });

  describe('its surroundings', () => {
    it('are the persons by id or address, their deals, and the deals of their threads', async () => {
      const subjects = [
        salesPipeline,
        contact('dana', { email: 'Dana@Buyer.example' }),
        deal('d1', { contactIds: ['dana'] }),
        deal('d2', { stageId: 'won' }),
        deal('d3'),
      ];
      const tied = read(activity('m1', { ...toDeal('d2'), threadId: 't1' }));
      await stores.apply(page({ subjects, activities: [tied] }));
      const found = await stores.sync.loadSurroundings(stores.tenantId, {
        contactIds: [],
        emails: ['dana@buyer.example'],
        dealIds: [],
        threadIds: ['t1', 't2'],
      });
      expect(found.persons.map(({ id }) => id)).toEqual(['dana']);
      expect(found.deals).toEqual([
        { id: 'd1', name: 'Deal d1', open: true, pipelineId: 'sales', personIds: ['dana'] },
        { id: 'd2', name: 'Deal d2', open: false, pipelineId: 'sales', personIds: [] },
      ]);
      expect([...found.threadDeals]).toEqual([['t1', 'd2']]);
    });
  });

  describe('marks', () => {
    const subjects = [
      salesPipeline,
      contact('dana'),
      contact('lee'),
      deal('d1', { contactIds: ['dana'] }),
      deal('d2', { contactIds: ['dana'] }),
      deal('old', { contactIds: ['lee'], stageId: 'lost', createdAt: '2025-01-01T00:00:00.000Z' }),
    ];
    const marksOf = async (of: ReadActivity) => {
      await stores.apply(page({ activities: [of] }));
      return stores.takeMarks();
    };

    beforeEach(async () => {
      await stores.apply(page({ subjects }));
      await stores.takeMarks();
    });

    it('go to the deal that an activity is tied to', async () => {
      expect(await marksOf(read(activity('m1', toDeal('d1'))))).toEqual(['deal d1']);
    });

    it('go to both deals when the tie changes', async () => {
      await marksOf(read(activity('m1', toDeal('d1'))));
      expect(await marksOf(read(activity('m1', toDeal('d2'))))).toEqual(['deal d1', 'deal d2']);
    });

    it('go to all deals of the persons when it is shared', async () => {
      const shared = activity('m1', { tie: { kind: 'shared', dealIds: ['d1'] } });
      expect(await marksOf(read(shared))).toEqual(['deal d1', 'deal d2']);
    });

    it('go to the conversation of a person without an open deal', async () => {
      const fromLee = activity('m1', { authorPersonId: 'lee', personIds: ['lee'] });
      expect(await marksOf(read(fromLee))).toEqual(['conversation lee']);
    });

    it('stay when something marks the subject again while it is being built', async () => {
      await stores.apply(page({ activities: [read(activity('m1', toDeal('d1')))] }));
      const [touched] = await stores.insight.loadTouched(stores.tenantId, 1);
      await stores.apply(page({ activities: [read(activity('m2', toDeal('d1')))] }));
      if (touched) await stores.saveCards(touched, []);
      expect(await stores.takeMarks()).toEqual(['deal d1']);
    });
  });

  describe('dirty records', () => {
    it('keep a mark that was renewed while they were fetched', async () => {
      const mark = () => stores.apply(page({ gone: [{ kind: 'deal', id: 'd1' }] }));
      const mail = activity('m1', toDeal('d1'));
      await stores.apply(page({ subjects: [deal('d1')], activities: [read(mail)] }));
      await mark();
      const first = await stores.sync.loadDirtyRecords(stores.tenantId, 10);
      expect(first.map(({ ref }) => ref)).toEqual([{ kind: 'email', id: 'm1' }]);
      await mark();
      await stores.sync.clearDirtyRecords(stores.tenantId, first);
      const second = await stores.sync.loadDirtyRecords(stores.tenantId, 10);
      expect(second).toHaveLength(1);
      await stores.sync.clearDirtyRecords(stores.tenantId, second);
      expect(await stores.sync.loadDirtyRecords(stores.tenantId, 10)).toEqual([]);
    });
  });
});

function instant(day: number): string {
  return `2026-03-0${day}T10:00:00.000Z`;
}

interface Version {
  readonly id: string;
  readonly day: number;
  readonly readings: number;
}

function toVersion({ id, day, readings }: Version): ReadActivity {
  const mail = activity(id, { tie: { kind: 'deal', dealId: 'd1' }, questions: day });
  const found = Array.from({ length: readings }, (_each, n) => evidence(`${id}-${day}-${n}`, mail));
  return read(mail, { updatedAt: instant(day), evidence: found });
}

/** All rows of a tenant that a page writes, without marks and the moment of the last confirmation. */
async function dump({ inTenant, tenantId }: TenantStores): Promise<unknown> {
  const tables = ['person', 'deal', 'deal_person', 'activity', 'activity_person', 'evidence'];
  return inTenant(tenantId, async ({ trx }) => {
    const found: unknown[] = [];
    for (const table of tables) {
      const all = sql`select to_jsonb(each) - 'verified_at' as row from ${sql.table(table)} as each order by 1`;
      found.push((await all.execute(trx)).rows);
    }
    return found;
  });
}
