import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateClosedDeals } from '../../simulators/hubspot/generate-closed-deals.ts';
import { generateScaleSet } from '../../simulators/hubspot/generate-scale-set.ts';
import type { HubSpotRecord } from '../../simulators/hubspot/hubspot-record.ts';
import { loadStories, readStoryBook, tellStories } from '../../simulators/hubspot/load-stories.ts';
import type { StoryAccount, StoryBook } from '../../simulators/hubspot/load-stories.ts';
import { neutralRecords } from '../../simulators/hubspot/neutral-records.ts';

/** A leap day, both clock changes, New Year, month ends, and every day of a week. */
const ANCHORS = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2026-11-29',
  '2028-02-29',
  '2027-01-01',
  '2027-03-29',
  '2027-11-01',
  '2026-12-31',
];

function recordsOf(account: StoryAccount): readonly HubSpotRecord[] {
  return [...account.records];
}

/** A record without its dates, the texts' dates included: what must be the same on every anchor. */
function timeless(record: HubSpotRecord): string {
  return JSON.stringify([record.type, record.id, record.properties, record.associations])
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
    .replaceAll(/(Mon|Tue|Wed|Thu|Fri)[a-z]*(, \d{1,2} \w{3} \d{4} at \d\d:\d\d)?/g, 'D');
}

describe('The stories of the sandbox', () => {
  let book: StoryBook;
  beforeAll(async () => {
    book = await readStoryBook();
  });

  it('all load, as at least 36 deals, 90 contacts and 500 activities', async () => {
    const records = recordsOf(await loadStories('2026-11-24'));
    const count = (type: string): number => records.filter((each) => each.type === type).length;
    const subjects = count('deals') + count('contacts') + count('companies') + count('leads');
    expect(count('deals')).toBeGreaterThanOrEqual(36);
    expect(count('contacts')).toBeGreaterThanOrEqual(90);
    expect(records.length - subjects).toBeGreaterThanOrEqual(500);
  });

  it.each(ANCHORS)('are the same on the night of %s, dates aside', (firstNight) => {
    const [here, there] = [tellStories(book, firstNight), tellStories(book, '2026-11-24')];
    expect(recordsOf(here).map(timeless)).toEqual(recordsOf(there).map(timeless));
  });

  it.each(ANCHORS)('have changed nothing after the night of %s began', (firstNight) => {
    const records = recordsOf(tellStories(book, firstNight));
    const late = records.filter((record) => record.updatedAt >= `${firstNight}T00:00:00.000Z`);
    expect(late.map((record) => record.id)).toEqual([]);
  });

  it('leave no template unfilled and give every record an id of its own', () => {
    const records = recordsOf(tellStories(book, '2026-11-24'));
    const ids = records.map((record) => `${record.type} ${record.id}`);
    expect(JSON.stringify(records)).not.toContain('{{');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^\w+ \d+$/.test(id))).toEqual([]);
  });

  it('point only at records that exist', () => {
    const records = recordsOf(tellStories(book, '2026-11-24'));
    const known = new Set(records.map((record) => `${record.type} ${record.id}`));
    const dangling = records.flatMap((record) =>
      Object.entries(record.associations ?? {}).flatMap(([type, ids]) =>
        ids.map((id) => `${type} ${id}`).filter((target) => !known.has(target)),
      ),
    );
    expect(dangling).toEqual([]);
  });

  it('tie each activity to the deals it names, and a conversation to none', () => {
    const account = tellStories(book, '2026-11-24');
    const dealsOf = (story: string, activity: string): readonly string[] | undefined => {
      const ids = account.stories.find((each) => each.story === story);
      const found = ids?.activities[activity];
      const record = recordsOf(account).find(
        (each) => each.type === found?.type && each.id === found.id,
      );
      const numbers = record?.associations?.deals;
      return numbers?.map((id) => (id === ids?.deals.first ? 'first' : 'second'));
    };
    expect(dealsOf('kallangridge-ledger-shield', 'a01')).toEqual(['first']);
    expect(dealsOf('kallangridge-ledger-shield', 'a03')).toEqual(['second']);
    expect(dealsOf('mizukaze-fieldplan', 'a01')).toEqual([]);
    expect(dealsOf('tamborly-desk', 'a01')).toEqual([]);
  });
});

describe('Generated records', () => {
  const options = { seed: 7, before: new Date('2026-11-24'), ownerIds: ['501', '502'] } as const;

  it('are the same for the same seed, others for another', () => {
    const [once, again, other] = [7, 7, 8].map((seed) => [
      ...generateClosedDeals({ ...options, seed, count: 20 }),
    ]);
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it('are closed deals with a history in order, named as generated, without words', () => {
    const neutral = [...neutralRecords(generateClosedDeals({ ...options, count: 200 }))];
    const deals = neutral.flatMap((record) => (record.kind === 'deal' ? [record] : []));
    expect(deals).toHaveLength(200);
    expect(
      neutral.every((record) => !('name' in record) || record.name.startsWith('Generated')),
    ).toBe(true);
    expect(neutral.every((record) => !('text' in record) || record.text === '')).toBe(true);
    for (const { stageHistory, closeAt } of deals) {
      const moments = stageHistory.map(({ at }) => at);
      expect(moments).toEqual([...moments].sort());
      expect(['closedwon', 'closedlost']).toContain(stageHistory.at(-1)?.stageId);
      expect(moments.at(-1)).toBe(closeAt);
    }
    const won = deals.filter((deal) => deal.stageId === 'closedwon').length;
    expect(won).toBeGreaterThan(40);
    expect(won).toBeLessThan(160);
  });

  it('come as a large account in any size', () => {
    const size = { deals: 30, activitiesPerDeal: 10 };
    const neutral = [...neutralRecords(generateScaleSet({ ...options, ...size }))];
    expect(neutral.filter((record) => record.kind === 'deal')).toHaveLength(30);
    expect(neutral.filter((record) => 'text' in record)).toHaveLength(300);
  });
});
