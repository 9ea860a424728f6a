import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CardRow } from '../../../server/insight/port.ts';
import type { UnitPhase } from '../../../server/sync/port.ts';
import { refreshRecords } from '../../../server/sync/refresh-records.ts';
import { markCitedSoon, markCitedUnlisted } from '../../../server/sync/verify-cited.ts';
import {
  activity,
  contact,
  deal,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';
import { cardRow } from '../../support/cards/card-rows.ts';
import { fakeCrm, toolsOf } from '../../support/sync/fake-crm.ts';
import { sql } from '../../support/postgres.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';
import { openUnitOf } from '../../support/sync/sync-unit.ts';
import { anActivity } from '../../unit/sync/activity-record.ts';

const NOW = '2026-03-04T02:00:00.000Z';
/** Later than any moment at which these tests can run. */
const LATER = '2099-03-04T02:00:00.000Z';

describe('the verification of cited activities', () => {
  const stores = storesForEachTest();
  beforeEach(async () => {
    const mail = activity('m1', { tie: { kind: 'deal', dealId: 'd1' } });
    const subjects = [salesPipeline, contact('dana'), deal('d1', { contactIds: ['dana'] })];
    await stores.apply(page({ subjects, activities: [read(mail)] }));
  });

  const saveCard = async (meetingsAt: readonly string[]) => {
    const [touched] = await stores.insight.loadTouched(stores.tenantId, 1);
    if (touched === undefined) throw new Error('Nothing was touched.');
    const row = cardRow({ dealId: 'd1', personId: 'dana' });
    const cited = [{ kind: 'email' as const, id: 'm1', parts: ['quotes'] }];
    const facts: CardRow['facts'] = { ...row.facts, meetingsAt };
    await stores.saveCards(touched, [{ ...row, facts, cited }]);
  };
  const verifiedAt = async () => {
    const [row] = await stores.insight.loadCards(stores.tenantId, { kind: 'deal', id: 'd1' });
    return row?.cited[0]?.verifiedAt;
  };
  const forgetOwn = () =>
    stores.inTenant(stores.tenantId, ({ trx }) =>
      sql`update activity set verified_at = null`.execute(trx),
    );
  const finish = async (phase: UnitPhase, ends = false) => {
    const unit = await openUnitOf(stores, { kind: 'email', phase, to: LATER });
    if (ends) await stores.sync.endUnit(unit, []);
    else await stores.sync.commitPage(unit, page({}), null);
  };

  it('starts with the moment at which the activity was read, and is renewed by each reading', async () => {
    await saveCard([]);
    const first = await verifiedAt();
    expect(typeof first).toBe('string');
    await stores.apply(page({ activities: [read(activity('m1'))] }));
    await saveCard([]);
    expect(String(await verifiedAt()) > String(first)).toBe(true);
  });

  it('is not there for an activity that no night has confirmed', async () => {
    await saveCard([]);
    await forgetOwn();
    expect(await verifiedAt()).toBeNull();
  });

  it('moves with a night that read both the deletions and the changes of its kind to their ends', async () => {
    await saveCard([]);
    await finish('gone');
    expect(await verifiedAt()).not.toBe(LATER);
    await finish('changes');
    expect(await verifiedAt()).toBe(LATER);
  });

  it.each(['gone', 'changes'] as const)(
    'does not move with a night in which the unit of %s ended before its end',
    async (cut) => {
      await saveCard([]);
      await finish('gone', cut === 'gone');
      await finish('changes', cut === 'changes');
      expect(await verifiedAt()).not.toBe(LATER);
    },
  );

  it.each([
    ['does not ask for what cards cite of a kind whose deletions are listed', ['email'], 0],
    ['asks for what cards cite of a kind whose deletions nothing tells', [], 1],
  ] as const)('%s', async (_what, listed, count) => {
    await saveCard([]);
    const can = { kinds: ['deal', 'email'], listed } as const;
    expect(await markCitedUnlisted(stores.sync, stores.tenantId, can)).toBe(count);
    expect(await stores.sync.loadDirtyRecords(stores.tenantId, 10)).toHaveLength(count);
  });

  describe('before a meeting', () => {
    const mark = () => markCitedSoon(stores.sync, stores.tenantId, NOW);

    it.each([
      ['in 47 hours', ['2026-03-06T01:00:00.000Z'], 1],
      ['in 49 hours', ['2026-03-06T03:00:00.000Z'], 0],
      ['an hour ago', ['2026-03-04T01:00:00.000Z'], 0],
      ['that nobody has planned', [], 0],
    ])('%s asks for so many activities', async (_when, meetingsAt, count) => {
      await saveCard(meetingsAt);
      expect(await mark()).toBe(count);
      expect(await stores.sync.loadDirtyRecords(stores.tenantId, 10)).toHaveLength(count);
    });

    it('takes the card and the claims of an activity that the CRM no longer has', async () => {
      await saveCard(['2026-03-05T02:00:00.000Z']);
      await mark();
      await refreshRecords(toolsOf(stores, fakeCrm([])), stores.tenantId);
      const record = { kind: 'deal', id: 'd1' } as const;
      expect(await stores.insight.loadCards(stores.tenantId, record)).toEqual([]);
      const file = await stores.fileOf({
        kind: 'deal',
        dealId: 'd1',
      });
      expect(file?.evidence).toEqual([]);
      expect(await stores.takeMarksOf('deal')).toEqual(['deal d1']);
    });

    it('confirms one that is still there', async () => {
      await saveCard(['2026-03-05T02:00:00.000Z']);
      await forgetOwn();
      await mark();
      const mail = anActivity({ id: 'm1', updatedAt: '2026-03-03T09:00:00.000Z' });
      await refreshRecords(toolsOf(stores, fakeCrm([mail])), stores.tenantId);
      expect(typeof (await verifiedAt())).toBe('string');
    });
  });
});
