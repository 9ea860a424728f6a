import {
  PAYLOAD_LIMIT,
  type InsightPayload,
  type PayloadView,
} from '../../../shared/insight-payload.ts';
import { dropUnused } from './drop-unused.ts';

type Reduce = (payload: InsightPayload) => InsightPayload;

/**
 * As much as the org's field holds, first left out what a rep looks at last. Pure. Null: even the least is too long, which
 * no limit of the CRM's own fields allows to happen.
 */
export function fitPayload(payload: InsightPayload): InsightPayload | null {
  let fitting = dropUnused(payload);
  for (const reduce of REDUCTIONS) {
    if (JSON.stringify(fitting).length <= PAYLOAD_LIMIT) return fitting;
    fitting = dropUnused(reduce(fitting));
  }
  return JSON.stringify(fitting).length <= PAYLOAD_LIMIT ? fitting : null;
}

const viewsUpTo =
  (most: number): Reduce =>
  (payload) =>
    keepViews(payload, most);

const REDUCTIONS: readonly Reduce[] = [
  (payload) => mapViews(payload, (view, isFirst) => (isFirst ? view : withoutPanels(view))),
  viewsUpTo(12),
  (payload) => mapViews(payload, withFewPeople),
  viewsUpTo(6),
  viewsUpTo(3),
  (payload) => mapViews(payload, withoutPanels),
  viewsUpTo(1),
  (payload) => mapViews(payload, withOneQuoteEach),
];

const FEW_PEOPLE = 8;

/** Views that the focus will turn to stay before others; `most` counts views, not turns. */
function keepViews(payload: InsightPayload, most: number): InsightPayload {
  const turns = payload.focus.map(({ view }) => view);
  const inOrder = [...new Set([...turns, ...payload.views.keys()])];
  const kept = inOrder.slice(0, most).toSorted((a, b) => a - b);
  return {
    ...payload,
    views: kept.flatMap((index) => payload.views[index] ?? []),
    focus: payload.focus
      .filter(({ view }) => kept.includes(view))
      .map((turn) => ({ ...turn, view: kept.indexOf(turn.view) })),
  };
}

function mapViews(
  payload: InsightPayload,
  change: (view: PayloadView, isFirst: boolean) => PayloadView,
): InsightPayload {
  const first = payload.focus[0]?.view ?? 0;
  return { ...payload, views: payload.views.map((view, index) => change(view, index === first)) };
}

function withoutPanels(view: PayloadView): PayloadView {
  const { card } = view;
  if (card.kind !== 'insight') return view;
  const panels = { brief: [], map: [], persona: [], people: [], groupNotes: [], why: null };
  return {
    ...view,
    card: { ...card, ...panels },
    rests: view.rests.filter(({ part }) => !/^(brief|member|group)/.test(part)),
  };
}

function withFewPeople(view: PayloadView): PayloadView {
  const { card } = view;
  if (card.kind !== 'insight') return view;
  const gone = card.people.slice(FEW_PEOPLE).map(({ person }) => `member ${person.id} `);
  return {
    ...view,
    card: { ...card, people: card.people.slice(0, FEW_PEOPLE) },
    rests: view.rests.filter(({ part }) => !gone.some((member) => part.startsWith(member))),
  };
}

function withOneQuoteEach(view: PayloadView): PayloadView {
  const { card } = view;
  if (card.kind !== 'insight') return view;
  const drivers = card.drivers.map((claim) => ({ ...claim, quotes: claim.quotes.slice(0, 1) }));
  return { ...view, card: { ...card, drivers } };
}
