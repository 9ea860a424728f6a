import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  activity,
  contact,
  deal,
  evidence,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { cardRow } from '../../support/cards/card-rows.ts';
import { sql } from '../../support/postgres.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

const LATER = '2026-03-10T08:00:00.000Z';

describe('what is forgotten', () => {
  const stores = storesForEachTest();

  /** Dana and Lee in one deal; a mail from each, and one from Lee about Dana. Dana's card quotes Lee. */
  beforeEach(async () => {
    const tie = { kind: 'deal', dealId: 'd1' } as const;
    const fromDana = activity('m1', { tie, personIds: ['dana', 'lee'] });
    const fromLee = activity('m2', { tie, authorPersonId: 'lee', personIds: ['lee'] });
    const aboutDana = [evidence('e2', fromLee), evidence('e3', fromLee, { personId: 'dana' })];
    await stores.apply(
      page({
        subjects: [
          salesPipeline,
          contact('dana'),
          contact('lee'),
          deal('d1', { contactIds: ['dana', 'lee'] }),
        ],
        activities: [read(fromDana), read(fromLee, { evidence: aboutDana })],
      }),
    );
    const [touched] = await stores.insight
      .loadTouched(stores.tenantId, 100)
      .then((all) => all.filter(({ subject }) => subject.kind === 'deal'));
    const cited = [{ kind: 'email', id: 'm2', parts: ['headline'] }] as const;
    if (touched)
      await stores.saveCards(touched, [
        cardRow({ dealId: 'd1', personId: 'dana', cited }),
        cardRow({ dealId: 'd1', personId: 'lee' }),
      ]);
    await stores.takeMarksOf('conversation');
  });

  const file = () => stores.fileOf({ kind: 'deal', dealId: 'd1' });
  const cardsOf = async () => {
    const rows = await stores.insight.loadCards(stores.tenantId, { kind: 'deal', id: 'd1' });
    return rows.map(({ personId }) => personId);
  };
  const tracesOf = async (personId: string) => {
    const places = [
      'person',
      'evidence',
      'statement',
      'verdict',
      'card',
      'activity_person',
      'deal_person',
    ];
    return stores.inTenant(stores.tenantId, async ({ trx }) => {
      const found: string[] = [];
      for (const place of places) {
        const all = sql`select 1 from ${sql.table(place)} as each where to_jsonb(each)::text like ${`%"${personId}"%`}`;
        if ((await all.execute(trx)).rows.length > 0) found.push(place);
      }
      return found;
    });
  };

  it('is all that was read of or about a person who must not be analysed', async () => {
    const silent = contact('dana', { doNotAnalyse: true, updatedAt: LATER });
    await stores.apply(page({ subjects: [silent] }));
    expect((await file())?.evidence.map(({ id }) => id)).toEqual(['e2']);
    expect(await cardsOf()).toEqual(['lee']);
    expect((await file())?.persons.find(({ id }) => id === 'dana')).toMatchObject({
      doNotAnalyse: true,
      title: null,
      companyId: null,
    });
    expect(await stores.takeMarks()).toContain('deal d1');
  });

  it('includes what a reader found of such a person afterwards', async () => {
    await stores.apply(
      page({ subjects: [contact('dana', { doNotAnalyse: true, updatedAt: LATER })] }),
    );
    await stores.apply(
      page({ activities: [read(activity('m3', { tie: { kind: 'deal', dealId: 'd1' } }))] }),
    );
    expect((await file())?.evidence.map(({ id }) => id)).toEqual(['e2']);
  });

  it('is fetched again when the person may be analysed again', async () => {
    await stores.apply(
      page({ subjects: [contact('dana', { doNotAnalyse: true, updatedAt: LATER })] }),
    );
    await stores.apply(
      page({ subjects: [contact('dana', { updatedAt: '2026-03-11T08:00:00.000Z' })] }),
    );
    const dirty = await stores.sync.loadDirtyRecords(stores.tenantId, 10);
    expect(dirty.map(({ ref }) => ref.id)).toEqual(['m1']);
  });

  it('is everything about a person who is gone', async () => {
    await stores.apply(page({ gone: [{ kind: 'contact', id: 'dana' }] }));
    expect(await tracesOf('dana')).toEqual([]);
    expect((await file())?.deal?.personIds).toEqual(['lee']);
    expect(await stores.takeMarks()).toContain('deal d1');
  });

  it('stays forgotten when an older page arrives late', async () => {
    await stores.apply(
      page({
        gone: [
          { kind: 'contact', id: 'dana' },
          { kind: 'email', id: 'm1' },
        ],
      }),
    );
    await stores.apply(page({ subjects: [contact('dana')], activities: [read(activity('m1'))] }));
    expect(await tracesOf('dana')).toEqual([]);
    expect((await file())?.activities.map(({ id }) => id)).toEqual(['m2']);
  });

  it('is an activity that is gone, with its readings and the cards that quote it', async () => {
    await stores.apply(page({ gone: [{ kind: 'email', id: 'm2' }] }));
    expect((await file())?.evidence.map(({ id }) => id)).toEqual(['e-m1']);
    expect(await cardsOf()).toEqual(['lee']);
    expect(await stores.takeMarks()).toEqual(['deal d1']);
  });

  it('is a deal that is gone; its activities are fetched and tied again', async () => {
    await stores.apply(page({ gone: [{ kind: 'deal', id: 'd1' }] }));
    expect(await file()).toBeNull();
    expect(await cardsOf()).toEqual([]);
    const dirty = await stores.sync.loadDirtyRecords(stores.tenantId, 10);
    expect(dirty.map(({ ref }) => ref.id)).toEqual(['m1', 'm2']);
    expect(await stores.takeMarks()).toEqual(['conversation dana', 'conversation lee', 'deal d1']);
  });

  it('shows no card of a silent person that was saved too late', async () => {
    await stores.apply(
      page({ subjects: [contact('dana', { doNotAnalyse: true, updatedAt: LATER })] }),
    );
    const [touched] = await stores.insight.loadTouched(stores.tenantId, 1);
    if (touched) await stores.saveCards(touched, [cardRow({ dealId: 'd1', personId: 'dana' })]);
    expect(await cardsOf()).not.toContain('dana');
  });
});
