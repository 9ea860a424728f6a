import { describe, expect, it } from '@jest/globals';
import { tieActivity } from '../../../server/sync/tie-activity.ts';
import type { SurroundingDeal } from '../../../server/sync/port.ts';
import { aPerson, anActivity } from './activity-record.ts';

const migration: SurroundingDeal = {
  id: 'd1',
  name: 'Fenwick - Platform migration',
  open: true,
  personIds: ['p1', 'p2'],
};
const renewal: SurroundingDeal = {
  id: 'd2',
  name: 'Fenwick - Larkfield Plan',
  open: true,
  personIds: ['p1', 'p3'],
};
const unlinked = anActivity({ dealIds: [], text: 'A general word.' });

function tie(
  record: typeof unlinked,
  persons = ['p1'],
  around: Partial<Parameters<typeof tieActivity>[2]> = {},
) {
  const buyers = persons.map((id) => aPerson({ id }));
  return tieActivity(
    record,
    { buyers },
    { deals: [migration, renewal], threadDeals: new Map(), ...around },
  );
}

const toMigration = { kind: 'deal', dealId: 'd1' };
const toBoth = { kind: 'shared', dealIds: ['d1', 'd2'] };

describe('whose deal an activity is', () => {
  it('is the single deal that the CRM links it to, known or not', () => {
    expect(tie({ ...unlinked, dealIds: ['d9'] })).toEqual({ kind: 'deal', dealId: 'd9' });
  });

  it('is the deal of its thread when the CRM links none or several', () => {
    const threadDeals = new Map([['t1', 'd1']]);
    expect(tie({ ...unlinked, threadId: 't1' }, ['p1'], { threadDeals })).toEqual(toMigration);
    expect(
      tie({ ...unlinked, threadId: 't1', dealIds: ['d2', 'd1'] }, ['p1'], { threadDeals }),
    ).toEqual(toMigration);
  });

  it('is not the deal of its thread when the CRM links it to two others', () => {
    const threadDeals = new Map([['t1', 'd7']]);
    expect(
      tie({ ...unlinked, threadId: 't1', dealIds: ['d1', 'd2'] }, ['p1'], { threadDeals }),
    ).toEqual(toBoth);
  });

  it('is the one deal whose name it writes', () => {
    expect(tie({ ...unlinked, text: 'About Fenwick - Platform migration: when?' })).toEqual(
      toMigration,
    );
    expect(tie({ ...unlinked, title: 'Re: the MIGRATION' })).toEqual(toMigration);
  });

  it('does not take an everyday word for a product, and does take the product', () => {
    expect(tie({ ...unlinked, text: 'We plan to meet.' })).toEqual(toBoth);
    expect(tie({ ...unlinked, text: 'How is Plan doing on phones?' })).toEqual({
      kind: 'deal',
      dealId: 'd2',
    });
  });

  it('is shared when it names both deals', () => {
    expect(tie({ ...unlinked, text: 'Plan first, then the migration.' })).toEqual(toBoth);
  });

  it('is the deal of which two of the buying group take part', () => {
    expect(tie(unlinked, ['p1', 'p2'])).toEqual(toMigration);
  });

  it('is the only open deal of its persons', () => {
    const closed = { ...renewal, open: false };
    expect(tie(unlinked, ['p1'], { deals: [migration, closed] })).toEqual(toMigration);
    expect(
      tie({ ...unlinked, dealIds: ['d1', 'd2'] }, ['p1'], { deals: [migration, closed] }),
    ).toEqual(toMigration);
  });

  it('is shared among the linked deals, or among the open deals of its persons, when nothing decides', () => {
    expect(tie({ ...unlinked, dealIds: ['d2', 'd1'] })).toEqual(toBoth);
    expect(tie(unlinked)).toEqual(toBoth);
  });

  it('belongs to no deal when its persons have none that is open', () => {
    expect(tie(unlinked, ['p8'])).toEqual({ kind: 'none' });
    expect(tie(unlinked, ['p1'], { deals: [{ ...migration, open: false }] })).toEqual({
      kind: 'none',
    });
  });
});
