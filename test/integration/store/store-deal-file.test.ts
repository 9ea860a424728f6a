import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LeadRecord, OwnerRecord } from '../../../server/crm/records.ts';
import type { Activity } from '../../../server/domain/activity.ts';
import { cardRow } from '../../support/cards/card-rows.ts';
import { aStatement } from '../../support/cards/deal-file.ts';
import {
  activity,
  contact,
  deal,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { openUnit } from '../../support/store.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

const CREATED = '2026-06-01T08:00:00.000Z';

describe('the deal file', () => {
  const stores = storesForEachTest();

  const fileOf = (dealId: string) => stores.fileOf({ kind: 'deal', dealId });
  const conversationOf = (personId: string) => stores.fileOf({ kind: 'conversation', personId });
  const idsOf = (file: { readonly activities: readonly Activity[] } | null) =>
    file?.activities.map(({ id }) => id);
  const won = { stageId: 'won' } as const;

  it('is unknown for a deal or person that nobody read', async () => {
    expect(await fileOf('d1')).toBeNull();
    expect(await conversationOf('dana')).toBeNull();
  });

  it('is the same for each of many subjects as for one alone, in the order asked', async () => {
    const tied = (dealId: string) => ({ tie: { kind: 'deal', dealId } }) as const;
    const alone = { tie: { kind: 'none' }, personIds: ['dana'], at: CREATED } as const;
    await stores.apply(page({ subjects: [salesPipeline, deal('d1'), deal('d2', won)] }));
    await stores.apply(
      page({
        activities: [
          read(activity('m1', tied('d1'))),
          read(activity('m2', tied('d2'))),
          read(activity('m3', alone)),
        ],
      }),
    );
    const subjects = [
      { kind: 'deal', dealId: 'd2' },
      { kind: 'conversation', personId: 'dana' },
      { kind: 'deal', dealId: 'unknown' },
      { kind: 'deal', dealId: 'd1' },
    ] as const;
    const together = await stores.insight.loadDealFiles(stores.tenantId, subjects);
    const each = await Promise.all(subjects.map((subject) => stores.fileOf(subject)));
    expect(together).toEqual(each);
    expect(together.map((file) => file?.deal?.id)).toEqual(['d2', undefined, undefined, 'd1']);
    expect(idsOf(together[3] ?? null)).toContain('m1');
    expect(idsOf(together[3] ?? null)).not.toContain('m2');
  });

  it('holds the deal as the CRM prints it', async () => {
    const company = {
      kind: 'company',
      id: 'c1',
      updatedAt: CREATED,
      archived: false,
      name: 'Fenwick Foods',
      domain: null,
      industry: 'food',
    } as const;
    const sam: OwnerRecord = {
      kind: 'owner',
      id: 'sam',
      updatedAt: CREATED,
      archived: false,
      name: 'Sam Okafor',
      email: 'sam@larkfield.example',
      userId: '7',
      teamIds: [],
    };
    const subjects = [salesPipeline, company, sam, deal('d1', { companyIds: ['c1'], ...won })];
    await stores.apply(page({ subjects }));
    expect(await fileOf('d1')).toMatchObject({
      deal: { pipelineLabel: 'Sales', stageLabel: 'Closed won', outcome: 'won', amount: 48000.5 },
      account: { id: 'c1', name: 'Fenwick Foods', industry: 'food' },
      sellers: [{ id: 'sam', name: 'Sam Okafor', email: 'sam@larkfield.example', userId: '7' }],
    });
  });

  it('takes a stage that no pipeline knows as open, by its id', async () => {
    await stores.apply(page({ subjects: [deal('d1', { pipelineId: 'x', stageId: 'y' })] }));
    expect((await fileOf('d1'))?.deal).toMatchObject({
      pipelineLabel: 'x',
      stageLabel: 'y',
      outcome: 'open',
    });
  });

  it('holds what is tied to it or shared with it, oldest first, and everyone who took part', async () => {
    const activities = [
      activity('m2', { tie: { kind: 'shared', dealIds: ['d1', 'd2'] }, personIds: ['lee'] }),
      activity('m1', { tie: { kind: 'deal', dealId: 'd1' }, at: '2026-03-01T00:00:00.000Z' }),
      activity('m3', { tie: { kind: 'deal', dealId: 'd2' } }),
    ];
    const subjects = [
      salesPipeline,
      contact('dana'),
      contact('lee'),
      deal('d1', { contactIds: ['dana'] }),
    ];
    await stores.apply(page({ subjects, activities: activities.map((each) => read(each)) }));
    const file = await fileOf('d1');
    expect(idsOf(file)).toEqual(['m1', 'm2']);
    expect(file?.persons.map(({ id }) => id)).toEqual(['dana', 'lee']);
    expect(file?.activities[1]?.tie).toEqual({ kind: 'shared', dealIds: ['d1', 'd2'] });
    expect(file?.evidence.map(({ tie }) => tie.kind)).toEqual(['deal', 'shared']);
  });

  it('holds what was stated as it was read, with the detail to sort by', async () => {
    const stated = [
      aStatement({ id: 's1', kind: 'commitment', shown: 'signed by Friday', detail: 'by Friday' }),
      aStatement({ id: 's2', kind: 'value', shown: 'plain facts', start: 20, end: 31 }),
    ];
    const tie = { kind: 'deal', dealId: 'd1' } as const;
    const mail = { ...read(activity('m1', { tie })), statements: stated };
    await stores.apply(page({ subjects: [salesPipeline, deal('d1')], activities: [mail] }));
    const file = await fileOf('d1');
    expect(file?.statements.map(({ kind, detail }) => ({ kind, detail }))).toEqual([
      { kind: 'commitment', detail: 'by Friday' },
      { kind: 'value', detail: null },
    ]);
  });

  describe('and a conversation', () => {
    const talk = [
      read(activity('too-old', { at: '2026-03-02T00:00:00.000Z' })),
      read(activity('before', { at: '2026-05-20T00:00:00.000Z' })),
      read(activity('after', { at: '2026-06-20T00:00:00.000Z' })),
    ];
    const newDeal = deal('d1', { contactIds: ['dana'], createdAt: CREATED });

    beforeEach(() =>
      stores.apply(page({ subjects: [salesPipeline, contact('dana')], activities: talk })),
    );

    it('is one person’s exchange that belongs to no deal', async () => {
      const file = await conversationOf('dana');
      expect(idsOf(file)).toEqual(['too-old', 'before', 'after']);
      expect(file).toMatchObject({ deal: null, otherDeals: [] });
    });

    it('becomes the first chapter of a deal created within 90 days after it', async () => {
      await stores.takeMarks();
      await stores.apply(page({ subjects: [newDeal] }));
      expect(idsOf(await fileOf('d1'))).toEqual(['before']);
      expect(await conversationOf('dana')).toBeNull();
      expect(await stores.takeMarks()).toEqual(['conversation dana', 'deal d1']);
    });

    it('is there again when the deal is closed', async () => {
      await stores.apply(page({ subjects: [newDeal] }));
      await stores.takeMarks();
      const lost = { ...newDeal, stageId: 'lost', updatedAt: '2026-07-01T00:00:00.000Z' };
      await stores.apply(page({ subjects: [lost] }));
      expect(idsOf(await conversationOf('dana'))).toEqual(['too-old', 'before', 'after']);
      expect(await stores.takeMarks()).toContain('conversation dana');
    });

    it('tells the deal when its first chapter grows', async () => {
      await stores.apply(page({ subjects: [newDeal] }));
      await stores.takeMarks();
      const late = read(activity('late', { at: '2026-05-25T00:00:00.000Z' }));
      await stores.apply(page({ activities: [late] }));
      expect(await stores.takeMarks()).toEqual(['deal d1']);
    });
  });

  it('says what waits in the other open deals of its persons', async () => {
    const both = { contactIds: ['dana'] };
    const subjects = [
      salesPipeline,
      contact('dana'),
      deal('d1', both),
      deal('d2', both),
      deal('d3', { ...both, ...won }),
    ];
    await stores.apply(page({ subjects }));
    const facts = {
      ...cardRow({ dealId: 'd2', personId: 'dana' }).facts,
      openConcerns: 2,
      oldestOpenConcernAt: '2026-02-01T00:00:00.000Z',
    };
    const touched = { subject: { kind: 'deal', dealId: 'd2' }, markedAt: CREATED } as const;
    await stores.takeMarks();
    await stores.saveCards(touched, [cardRow({ dealId: 'd2', personId: 'dana', facts })]);
    expect((await fileOf('d1'))?.otherDeals).toEqual([
      {
        id: 'd2',
        name: 'Deal d2',
        outcome: 'open',
        personIds: ['dana'],
        openConcerns: 2,
        oldestConcernAt: '2026-02-01T00:00:00.000Z',
      },
    ]);
    expect(await stores.takeMarks()).toEqual(['deal d1', 'deal d3']);
  });

  it('knows when the CRM was last read completely, and what of it could not be read', async () => {
    const unit = await openUnit(stores);
    const hidden = { readByModel: null, notReadBecause: 'private', evidence: [] };
    const tie = { kind: 'deal', dealId: 'd1' } as const;
    const activities = ['m1', 'm2'].map((id) => read(activity(id, { tie }), hidden));
    await stores.sync.commitPage(unit, page({ subjects: [deal('d1')], activities }), null);
    expect((await fileOf('d1'))?.coverage).toEqual({
      syncedAt: null,
      notRead: [{ reason: 'private', count: 2 }],
    });
    await stores.nights.finishNight(stores.tenantId, unit.nightId, {
      finishedAt: CREATED,
      outcome: 'complete',
      receipt: null,
    });
    expect((await fileOf('d1'))?.coverage.syncedAt).toBe(CREATED);
  });

  it('holds the rep’s verdicts of this deal, the latest for each driver', async () => {
    await stores.apply(page({ subjects: [deal('d1', { contactIds: ['dana'] }), contact('dana')] }));
    const verdict = {
      dealId: 'd1',
      personId: 'dana',
      driver: 'trust',
      givenBy: '7',
      at: CREATED,
    } as const;
    await stores.verdicts.save(stores.tenantId, { ...verdict, verdict: 'right' });
    await stores.verdicts.save(stores.tenantId, { ...verdict, verdict: 'not_right' });
    await stores.takeMarks();
    await stores.verdicts.save(stores.tenantId, { ...verdict, verdict: 'not_right' });
    expect(await stores.takeMarks()).toEqual([]);
    expect((await fileOf('d1'))?.verdicts).toEqual([
      { personId: 'dana', driver: 'trust', verdict: 'not_right', at: CREATED },
    ]);
  });

  it('holds the rep’s verdicts on single entries beside them, with the name of who said it', async () => {
    const said = { dealId: 'd1', personId: 'dana', givenBy: '7', at: CREATED } as const;
    const priya: OwnerRecord = {
      ...{ kind: 'owner', id: 'o1', updatedAt: CREATED, archived: false, name: 'Priya Raman' },
      ...{ email: null, userId: '7', teamIds: [] },
    };
    await stores.apply(
      page({
        subjects: [priya, deal('d1', { contactIds: ['dana'] }), contact('dana')],
      }),
    );
    const entry = { ...said, slot: 'values', entryId: 's1' } as const;
    await stores.verdicts.save(stores.tenantId, { ...said, driver: 'trust', verdict: 'right' });
    await stores.verdicts.saveSlot(stores.tenantId, { ...entry, verdict: 'right' });
    await stores.verdicts.saveSlot(stores.tenantId, { ...entry, entryId: 's2', verdict: 'right' });
    await stores.verdicts.saveSlot(stores.tenantId, { ...entry, verdict: 'not_right' });
    await stores.takeMarks();
    await stores.verdicts.saveSlot(stores.tenantId, { ...entry, verdict: 'not_right' });
    expect(await stores.takeMarks()).toEqual([]);
    const file = await fileOf('d1');
    expect(file?.verdicts).toHaveLength(1);
    const told = { personId: 'dana', slot: 'values', byUserId: '7', byName: 'Priya Raman' };
    expect(file?.slotVerdicts).toEqual([
      { ...told, entryId: 's1', verdict: 'not_right', at: CREATED },
      { ...told, entryId: 's2', verdict: 'right', at: CREATED },
    ]);
  });

  it('is found from deal, contact and lead', async () => {
    const lead: LeadRecord = {
      kind: 'lead',
      id: 'l1',
      updatedAt: CREATED,
      archived: false,
      name: 'Lead',
      contactIds: ['dana'],
      ownerId: null,
      createdAt: CREATED,
    };
    await stores.apply(
      page({ subjects: [deal('d1', { contactIds: ['dana'] }), contact('dana'), lead] }),
    );
    const save = (
      rows: Parameters<typeof stores.saveCards>[1],
      subject: Parameters<typeof stores.saveCards>[0]['subject'],
    ) => stores.saveCards({ subject, markedAt: CREATED }, rows);
    await save([cardRow({ dealId: 'd1', personId: 'dana' })], { kind: 'deal', dealId: 'd1' });
    await save([cardRow({ dealId: null, personId: 'dana' })], {
      kind: 'conversation',
      personId: 'dana',
    });
    const dealsOf = async (kind: 'deal' | 'contact' | 'lead', id: string) => {
      expect(await stores.insight.recordExists(stores.tenantId, { kind, id })).toBe(true);
      const rows = await stores.insight.loadCards(stores.tenantId, { kind, id });
      return rows.map(({ dealId }) => dealId);
    };
    expect(await dealsOf('deal', 'd1')).toEqual(['d1']);
    expect(await dealsOf('contact', 'dana')).toEqual(['d1', null]);
    expect(await dealsOf('lead', 'l1')).toEqual(['d1', null]);
    expect(await stores.insight.recordExists(stores.tenantId, { kind: 'lead', id: 'd1' })).toBe(
      false,
    );
  });
});
