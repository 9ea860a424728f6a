import { describe, expect, it } from '@jest/globals';
import { createSettingsStore } from '../../../server/store/tenant/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';
import { cardRow } from '../../support/cards/card-rows.ts';
import {
  activity,
  contact,
  deal,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { sql } from '../../support/postgres.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

describe('the choice of pipelines', () => {
  const stores = storesForEachTest();

  const choose = (...pipelineIds: readonly string[]) =>
    createSettingsStore(stores.inTenant).save(stores.tenantId, {
      settings: { ...DEFAULT_SETTINGS, pipelineIds: [...pipelineIds] },
      by: 'admin',
      at: '2026-03-04T09:00:00.000Z',
    });
  const dirty = async () =>
    (await stores.sync.loadDirtyRecords(stores.tenantId, 100)).map(({ ref }) => ref.id);
  const fileOf = (dealId: string) => stores.fileOf({ kind: 'deal', dealId });
  const readings = async () => {
    const { rows } = await stores.inTenant(stores.tenantId, ({ trx }) =>
      sql<{ id: string }>`select id from evidence order by id`.execute(trx),
    );
    return rows.map(({ id }) => id);
  };
  const tied = (id: string, dealId: string) =>
    read(activity(id, { tie: { kind: 'deal', dealId } }));
  const arrange = async () => {
    const subjects = [
      salesPipeline,
      contact('dana'),
      deal('d1', { contactIds: ['dana'] }),
      deal('d2', { pipelineId: 'renewal' }),
    ];
    await stores.apply(page({ subjects, activities: [tied('m1', 'd1'), tied('m2', 'd2')] }));
    await stores.takeMarks();
  };

  it('lets only deals of chosen pipelines have cards', async () => {
    await choose('sales');
    await arrange();
    expect((await fileOf('d1'))?.deal?.id).toBe('d1');
    expect(await fileOf('d2')).toBeNull();
  });

  it('hides nothing where nobody has decided anything yet', async () => {
    await arrange();
    expect((await fileOf('d2'))?.deal?.id).toBe('d2');
  });

  it('takes readings and cards of a dropped pipeline at once, and leaves the others', async () => {
    await choose('sales', 'renewal');
    await arrange();
    const touched = {
      subject: { kind: 'deal', dealId: 'd2' } as const,
      markedAt: '2026-03-04T09:00:00.000Z',
    };
    await stores.saveCards(touched, [cardRow({ dealId: 'd2', personId: 'dana' })]);
    await stores.takeMarks();
    await choose('sales');
    expect(await readings()).toEqual(['e-m1']);
    expect(await stores.insight.loadCards(stores.tenantId, { kind: 'deal', id: 'd2' })).toEqual([]);
    expect(await stores.takeMarksOf('deal')).toEqual(['deal d2']);
  });

  it('has the activities of an added pipeline read', async () => {
    await choose('sales');
    await arrange();
    await choose('sales', 'renewal');
    expect(await dirty()).toEqual(['m2']);
    expect(await stores.takeMarksOf('deal')).toEqual(['deal d2']);
  });

  it('changes nothing when it is repeated', async () => {
    await choose('sales');
    await arrange();
    await choose('sales');
    expect([await dirty(), await stores.takeMarks()]).toEqual([[], []]);
  });

  it.each([
    ['into a chosen pipeline', { id: 'd2', pipelineId: 'sales' }, ['m2']],
    ['out of a chosen pipeline', { id: 'd1', pipelineId: 'renewal' }, ['m1']],
    ['between pipelines that nobody chose', { id: 'd2', pipelineId: 'upsell' }, []],
  ])(
    'has what belongs to a deal read again when it moves %s',
    async (_way, { id, pipelineId }, again) => {
      await choose('sales');
      await arrange();
      const updatedAt = '2026-03-05T08:00:00.000Z';
      await stores.apply(page({ subjects: [deal(id, { pipelineId, updatedAt })] }));
      expect(await dirty()).toEqual(again);
    },
  );
});
