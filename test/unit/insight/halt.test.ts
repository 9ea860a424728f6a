import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../../shared/card.ts';
import { buildCards } from '../../../server/insight/build-cards.ts';
import { composeCard } from '../../../server/insight/compose-card.ts';
import type { Halt } from '../../../server/insight/view/halt.ts';
import type { CardReach, CardRow } from '../../../server/insight/port.ts';
import { createViewCard } from '../../../server/insight/view/view-card.ts';
import {
  NOW,
  aDeal,
  aDealFile,
  anActivity,
  anEvidence,
  day,
} from '../../support/cards/deal-file.ts';
import { renderPhrase } from '../../support/cards/render-phrase.ts';

const SPENT: Halt = {
  kind: 'budget_spent',
  readUntil: day(-1),
  dailyCalls: 40_000,
  timeZone: 'Europe/Berlin',
};
const RECORD = { kind: 'deal', id: 'd1' } as const;
const told = aDealFile({ evidence: [anEvidence()], activities: [anActivity()] });
const rows = buildCards(told, NOW);

function noticesOf(card: Card): readonly string[] {
  if (!('notices' in card)) return [];
  const at = { now: NOW, timeZone: 'Europe/London' };
  return (card.notices ?? []).map(({ text }) => renderPhrase(text, at));
}

function view(halt: Halt | null, some: readonly CardRow[] = rows): Card {
  const at = { choice: null, now: NOW, readable: () => true, syncedAt: day(-3) };
  return composeCard({ record: RECORD, rows: some, halt, ...at });
}

describe('a card of an account that is not being read', () => {
  it('says up to when it was read, what is used, and when it goes on', () => {
    const notices = noticesOf(view(SPENT));
    expect(notices).toContainEqual(
      expect.stringMatching(
        /^Read until \S+ \d\d:\d\d; today's 40,000 calls are used, continues after 00:00 Europe\/Berlin\.$/,
      ),
    );
    expect(notices.join(' ')).not.toContain('last read the CRM');
  });

  it('says that the past is still being read where no night has come to its end', () => {
    expect(noticesOf(view({ ...SPENT, readUntil: null }))).toContain(
      "The past is still being read; today's 40,000 calls are used, continues after 00:00 Europe/Berlin.",
    );
  });

  it('says it on empty and ended cards, too', () => {
    const lost = aDealFile({ deal: aDeal({ outcome: 'lost' }), activities: [anActivity()] });
    for (const some of [[], buildCards(aDealFile(), NOW), buildCards(lost, NOW)]) {
      expect(noticesOf(view(SPENT, some)).join(' ')).toContain("today's 40,000 calls are used");
    }
  });

  it('says up to when its own sources were read, and nothing where the night did reach it', () => {
    const until = (reaches: readonly CardReach[]) =>
      noticesOf(
        composeCard({
          ...{ record: RECORD, rows, halt: SPENT, reaches, choice: null, now: NOW },
          ...{ readable: () => true, syncedAt: day(-3) },
        }),
      ).join(' ');
    expect(until([{ readUntil: '2026-03-02T05:06:00.000Z' }])).toContain('Read until Mon 05:06; ');
    expect(until([{ readUntil: null }])).toContain('The past is still being read; ');
    expect(until(['reached'])).not.toMatch(/calls are used|last read/);
  });

  it('says nothing of the kind while all is well', () => {
    expect(noticesOf(view(null)).join(' ')).not.toContain('calls are used');
    expect(noticesOf(view(null)).join(' ')).toContain('last read the CRM');
  });
});

describe('opening a card', () => {
  type Tools = Parameters<typeof createViewCard>[0];
  const open = (over: Partial<Tools>): Promise<Card> => {
    const viewCard = createViewCard({
      store: {
        loadCards: () => Promise.resolve(rows),
        loadReach: () => Promise.resolve([]),
        recordExists: () => Promise.resolve(true),
        isSilent: () => Promise.resolve(false),
      },
      syncedAt: () => Promise.resolve(NOW),
      mayRead: (_tenant, _viewer, cited) => Promise.resolve(cited),
      quotesHeldBack: () => Promise.resolve(false),
      haltOf: () => Promise.resolve(null),
      isKnownAdmin: () => Promise.resolve(false),
      reconnectUrlOf: () => Promise.resolve('https://attune.example/install?account=1'),
      clock: () => new Date(NOW),
      ...over,
    });
    return viewCard('tenant', { record: RECORD, choice: null, viewerUserId: '9001' });
  };

  it('of an account whose key is refused gives one plain line, without a call', async () => {
    const card = await open({
      haltOf: () => Promise.resolve({ kind: 'reconnect_needed' }),
      mayRead: () => Promise.reject(new Error('The CRM was asked.')),
    });
    const line =
      "Attune can no longer read this account. An admin can reconnect it in Attune's settings.";
    expect(card).toMatchObject({ kind: 'empty', text: [line] });
  });

  it('of an account whose calls are used up still shows what was read', async () => {
    const card = await open({ haltOf: () => Promise.resolve(SPENT) });
    expect(card.kind).toBe('insight');
    expect(noticesOf(card).join(' ')).toContain("today's 40,000 calls are used");
  });

  it('of an account whose calls are used up asks how far each of its cards came', async () => {
    const asked: unknown[] = [];
    const loadReach: Tools['store']['loadReach'] = (_tenantId, subjects) => {
      asked.push(...subjects.map(({ dealId, personId }) => [dealId, personId]));
      return Promise.resolve(subjects.map(() => 'reached'));
    };
    const store = {
      loadCards: () => Promise.resolve(rows),
      recordExists: () => Promise.resolve(true),
      isSilent: () => Promise.resolve(false),
    };
    const card = await open({
      haltOf: () => Promise.resolve(SPENT),
      store: { ...store, loadReach },
    });
    expect(noticesOf(card).join()).not.toContain('calls are used');
    expect(asked).toEqual(rows.map(({ dealId, personId }) => [dealId, personId]));
    asked.length = 0;
    await open({ store: { ...store, loadReach } });
    expect(asked).toEqual([]);
  });
});
