import type { Card, InsightCard, Notice } from '../../shared/card.ts';
import companyChoices from './company.json' with { type: 'json' };
import emptyCard from './empty.json' with { type: 'json' };
import endedCard from './ended.json' with { type: 'json' };
import insightCard from './insight.json' with { type: 'json' };
import noticeTexts from './notices.json' with { type: 'json' };
import silentCards from './silent.json' with { type: 'json' };

/** Every state of the card that was designed, in the order of the switch. */
export const DESIGNED_STATES = [
  'insight',
  'loading',
  'empty',
  'partial',
  'old_sources',
  'old_reading',
  'hand_over',
  'error',
  'no_permission',
  'do_not_analyse',
  'release',
  'not_connected',
  'company',
  'ended',
] as const;
export type DesignedState = (typeof DESIGNED_STATES)[number];

/** The moment at which the files' instants were written down. */
const WRITTEN_AT = Date.parse('2026-03-10T09:00:00.000Z');

const HOUR = 3_600_000;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

// The files are checked against shared/card.ts by test/unit/preview/designed-states.test.ts; JSON modules are typed too widely.
const BASE = insightCard as InsightCard;
const COMPANY_CHOICES = companyChoices as Pick<InsightCard['focus'], 'choices' | 'waiting'>;
const NOTICES = noticeTexts as Readonly<Record<Notice['kind'], Notice>>;

const CARDS: Readonly<Record<Exclude<DesignedState, 'loading' | 'error'>, Card>> = {
  insight: BASE,
  empty: emptyCard as Card,
  partial: withNotice('partial'),
  old_sources: withNotice('old_sources'),
  old_reading: withNotice('old_reading'),
  hand_over: withNotice('hand_over'),
  no_permission: silentCards.no_permission as Card,
  do_not_analyse: silentCards.do_not_analyse as Card,
  release: silentCards.release as Card,
  not_connected: silentCards.not_connected as Card,
  company: { ...BASE, focus: { ...BASE.focus, ...COMPANY_CHOICES } },
  ended: endedCard as Card,
};

/** A designed card as if it had been written for today; null where the state is no card at all. */
export function designedCard(state: DesignedState, now: Date): Card | null {
  if (state === 'loading' || state === 'error') return null;
  // Whole hours keep clock times like 09:00 readable.
  const shift = Math.floor((now.getTime() - WRITTEN_AT) / HOUR) * HOUR;
  return shiftInstants(CARDS[state], shift) as Card; // same shape, later instants
}

function withNotice(kind: Notice['kind']): Card {
  return { ...BASE, notices: [NOTICES[kind]] };
}

function shiftInstants(value: unknown, shift: number): unknown {
  if (typeof value === 'string')
    return INSTANT.test(value) ? new Date(Date.parse(value) + shift).toISOString() : value;
  if (Array.isArray(value)) return value.map((each: unknown) => shiftInstants(each, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, shiftInstants(each, shift)]),
  );
}
