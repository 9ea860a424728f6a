import type { EmptyCard, EndedCard, InsightCard } from '../../shared/card.ts';
import type { PayloadView } from '../../shared/insight-payload.ts';
import { designedCard, type DesignedState } from '../designed-states/designed-states.ts';
import type { Reading } from './lightning-org.ts';
import { orgId, writeCard, type WrittenCard } from './designed-payload.ts';

/** Every state of the card in an org, in the order of the switch; "error" is no reading at all. */
export const LIGHTNING_STATES = [
  'insight',
  'loading',
  'empty',
  'partial',
  'old_sources',
  'old_reading',
  'reconnect_needed',
  'disconnected',
  'hand_over',
  'hidden_quote',
  'error',
  'no_permission',
  'do_not_analyse',
  'not_read',
  'company',
  'ended',
] as const;
export type LightningState = (typeof LIGHTNING_STATES)[number];

const DEAL = { recordId: orgId('006', '9001'), objectApiName: 'Opportunity' };
const ACCOUNT = { recordId: orgId('001', '8001'), objectApiName: 'Account' };

/** The record that a designed reading is about. */
export function designedRecord(state: LightningState) {
  return state === 'company' ? ACCOUNT : DEAL;
}

const HOUR = 3_600_000;

type Reader = (now: Date) => Reading;

const READERS: Readonly<Record<Exclude<LightningState, 'loading' | 'error'>, Reader>> = {
  insight: (now) => told(now, 'insight'),
  empty: (now) => tellEmpty(now),
  partial: (now) => told(now, 'partial'),
  old_sources: (now) => told(now, 'old_sources'),
  old_reading: (now) => ({ ...told(now, 'insight'), ...readHoursAgo(now, 78) }),
  reconnect_needed: (now) => ({
    ...told(now, 'insight'),
    ...readHoursAgo(now, 50),
    connectionState: 'reconnect_needed',
  }),
  disconnected: (now) => ({
    ...told(now, 'insight'),
    ...readHoursAgo(now, 200),
    connectionState: 'disconnected',
  }),
  hand_over: (now) => told(now, 'hand_over'),
  hidden_quote: (now) => closeFirst(told(now, 'insight')),
  no_permission: (now) => ({ state: 'closed', ...readHoursAgo(now, 6) }),
  do_not_analyse: (now) => ({ state: 'silenced', ...readHoursAgo(now, 6) }),
  not_read: (now) => ({ state: 'none', ...readHoursAgo(now, 6) }),
  company: (now) => told(now, 'company'),
  ended: (now) => told(now, 'ended'),
};

/** What the org's reader would hand out; null where it never answers, or answers with an error. */
export function designedReading(state: LightningState, now: Date): Reading | null {
  return state === 'loading' || state === 'error' ? null : READERS[state](now);
}

function told(now: Date, state: DesignedState): Reading {
  const card = designedCard(state, now) as InsightCard | EndedCard; // of the states asked for here
  const others = card.focus.choices.filter(({ chosen }) => !chosen);
  return handOut(now, writeCard(card, others.map(quietView)));
}

/** On an account the choice is another deal; its person does not matter here. */
function quietView({ key, label }: InsightCard['focus']['choices'][number]): PayloadView {
  return {
    person: { id: orgId('003', key), name: label, title: null, role: null },
    deal: null,
    label,
    waiting: null,
    card: emptied(`${label} has written once. That is not enough to go on.`),
    rests: [],
  };
}

function emptied(text: string) {
  return { kind: 'empty', text: [text], ask: null, stage: null, coverage: null } as const;
}

function tellEmpty(now: Date): Reading {
  const card = designedCard('empty', now) as EmptyCard; // that state's own card
  const view: PayloadView = {
    person: { id: orgId('003', '7101'), name: 'Dana Whitlock', title: null, role: null },
    deal: null,
    label: 'Dana Whitlock',
    waiting: null,
    card: { ...emptied(''), text: card.text, ask: card.ask, stage: card.stage },
    rests: [],
  };
  const focus = [{ from: '2026-01-01T00:00:00.000Z', view: 0, because: 'is the only one' }];
  const payload = { version: 1 as const, sources: [], quotes: [], views: [view], focus };
  return handOut(now, { payload, words: [] });
}

function handOut(now: Date, { payload, words }: WrittenCard): Reading {
  return {
    state: 'told',
    payload: JSON.stringify(payload),
    cuts: words.map((each) => ({ words: each })),
    openSources: payload.sources.map(() => true),
    connectionState: 'active',
    ...readHoursAgo(now, 6),
  };
}

function readHoursAgo(now: Date, hours: number) {
  const at = new Date(now.getTime() - hours * HOUR).toISOString();
  return { generatedAt: at, syncedAt: at };
}

/** As if the first source had been made private. */
function closeFirst(reading: Reading): Reading {
  const cuts = reading.cuts?.map((cut, quote) => (quote === 0 ? { missing: 'closed' } : cut));
  const opened = reading.openSources?.map((open, source) => source !== 0 && open);
  return { ...reading, cuts: cuts ?? [], openSources: opened ?? [] };
}
