import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Card } from '../../../shared/card.ts';
import type { DealFile } from '../../../server/domain/deal-file.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import { composeCard, type Viewing } from '../../../server/insight/compose-card.ts';
import type { CardRow } from '../../../server/insight/port.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  aPerson,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';

const HOUR_MS = 60 * 60_000;
const hoursAgo = (hours: number): string =>
  new Date(Date.parse(NOW) - hours * HOUR_MS).toISOString();
const OLD = hoursAgo(49);
const FRESH = hoursAgo(47);

const rowOf = (more: Partial<DealFile> = {}): CardRow => {
  const evidence = [
    anEvidence({ id: 'e1', activityId: 'm1', at: day(-9) }),
    anEvidence({ id: 'e2', activityId: 'm2', at: day(-3), driver: 'trust' }),
  ];
  const activities = [anActivity({ id: 'm1' }), anActivity({ id: 'm2', at: day(-3) })];
  const file = aDealFile({ persons: [aPerson()], evidence, activities, ...more });
  const [row] = buildCards(file, NOW);
  if (row === undefined) throw new Error('The file made no card.');
  return row;
};

/** The row with the moments at which its sources were last confirmed. */
const verified = (row: CardRow, at: (id: string) => string | null): CardRow => ({
  ...row,
  cited: row.cited.map((each) => ({ ...each, verifiedAt: at(each.id) })),
});

const view = (row: CardRow, over: Partial<Viewing> = {}): Card =>
  composeCard({
    record: { kind: 'deal', id: 'd1' },
    rows: [row],
    choice: null,
    now: NOW,
    readable: () => true,
    syncedAt: hoursAgo(1),
    ...over,
  });

const insightOf = (card: Card) => {
  if (card.kind !== 'insight') throw new Error(`This card is ${card.kind}.`);
  return card;
};

const quotesOf = (card: Card) => {
  const { drivers, concerns } = insightOf(card);
  return [...drivers.flatMap(({ quotes }) => quotes), ...concerns.map(({ quote }) => quote)];
};

const noticesOf = (card: Card) =>
  insightOf(card).notices.map(
    ({ kind, text }) => `${kind}: ${renderPhrase(text, { now: NOW, timeZone: 'Europe/London' })}`,
  );

describe('a card whose sources the CRM has not confirmed for 48 hours', () => {
  it('shows no quote, and says since when', () => {
    const card = view(verified(rowOf(), () => OLD));
    expect(quotesOf(card)).toEqual([]);
    expect(insightOf(card).headline).toEqual([
      'What is on their mind is hidden until its sources are checked again.',
    ]);
    expect(noticesOf(card)).toEqual([
      expect.stringMatching(/^old_reading: Sources not checked since \w{3} \d\d:\d\d\.$/),
    ]);
  });

  it('keeps no word of a hidden source anywhere', () => {
    const row = rowOf();
    const words = quotesOf(view(row)).map(({ shown }) => shown);
    const text = JSON.stringify(view(verified(row, () => OLD)));
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((shown) => text.includes(shown))).toEqual([]);
  });

  it('says it once although the whole CRM was not read for as long', () => {
    const card = view(
      verified(rowOf(), () => OLD),
      { syncedAt: OLD },
    );
    expect(insightOf(card).notices.map(({ kind }) => kind)).toEqual(['old_reading']);
  });

  it('hides only what rests on the unconfirmed ones, and names the earliest moment', () => {
    const hidden = verified(rowOf(), (id) => (id === 'm1' ? OLD : FRESH));
    const sources = new Set(quotesOf(view(hidden)).map(({ source }) => source.id));
    expect([...sources]).toEqual(['m2']);
  });

  it('says so where a source was never confirmed', () => {
    const card = view(verified(rowOf(), () => null));
    expect(noticesOf(card)).toEqual(['old_reading: Sources not checked yet.']);
  });

  it('of a lost deal shows nothing that was left open', () => {
    const ended = rowOf({ deal: aDeal({ outcome: 'lost' }) });
    const card = view(verified(ended, () => OLD));
    expect(card).toMatchObject({ kind: 'ended', leftOpen: [] });
    expect(JSON.stringify(card)).toContain('Sources not checked since');
  });

  it('does not say more to a viewer who may not open the sources anyway', () => {
    const card = view(
      verified(rowOf(), () => OLD),
      { readable: () => false },
    );
    expect(card.kind).toBe('no_permission');
  });
});

describe('a card whose sources were confirmed', () => {
  it('is the same as a card that was just built', () => {
    const row = rowOf();
    expect(view(verified(row, () => FRESH))).toEqual(view(row));
  });

  it('loses its quotes after exactly 48 hours, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 96 * 60 }), (minutes) => {
        const card = view(verified(rowOf(), () => hoursAgo(minutes / 60)));
        expect(quotesOf(card).length > 0).toBe(minutes <= 48 * 60);
      }),
    );
  });
});
