import type {
  Card,
  DriverClaim,
  EndedCard,
  InsightCard,
  OpenConcern,
  SourceLink,
} from '../../shared/card.ts';
import { CELL_QUESTIONS } from '../persona/thoughts.ts';
import type { CardRow, CitedActivity } from './port.ts';

type Readable = (ref: { readonly kind: string; readonly id: string }) => boolean;

/** The card without what rests on activities that this viewer may not open, and with a line that says so. */
export function filterReadable(row: CardRow, readable: Readable): Card {
  const { card, cited } = row;
  if (card.kind !== 'insight' && card.kind !== 'ended') return card;
  const closed = cited.filter((each) => !readable(each));
  if (closed.length === 0) return card;
  if (closed.length === cited.length) return NO_PERMISSION;
  if (card.kind === 'ended') return endedFor(card, readable);
  const seen = insightFor(card, closed, readable);
  return saysNothing(seen) ? NO_PERMISSION : seen;
}

const NO_PERMISSION: Card = {
  kind: 'no_permission',
  text: [
    'You cannot open the mails, calls and notes this card rests on, so nothing of them is shown. The owner of the record can give you access.',
  ],
};

function endedFor(card: EndedCard, readable: Readable): EndedCard {
  const leftOpen = openableConcerns(card.leftOpen, readable);
  const hidden = leftOpen.length < card.leftOpen.length;
  return { ...card, leftOpen, headline: hidden ? ['This deal ended.'] : card.headline };
}

function insightFor(
  card: InsightCard,
  closed: readonly CitedActivity[],
  readable: Readable,
): InsightCard {
  const parts = new Set(closed.flatMap((each) => each.parts));
  const shows = (part: string): boolean => !parts.has(part);
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  const [nextStep = null, ...alternatives] = steps.filter((each) => shows(`step ${each.id}`));
  return {
    ...card,
    headline: shows('headline') ? card.headline : HIDDEN_HEADLINE,
    notices: [
      ...card.notices.filter((each) => each.kind !== 'hand_over' || shows('hand_over')),
      hiddenNotice(closed),
    ],
    nextStep,
    alternatives,
    drivers: openableClaims(card.drivers, readable, shows),
    concerns: openableConcerns(card.concerns, readable),
    prompts: shows('prompts')
      ? card.prompts
      : { understand: null, feel: null, act: null, avoid: null },
    brief: { sentences: card.brief.sentences.filter((_, index) => shows(`brief ${index}`)) },
    map: openableMap(card.map, readable),
    persona: card.persona.map((slot) => ({ ...slot, entries: openable(slot.entries, readable) })),
    people: openablePeople(card.people, shows),
    groupNotes: shows('group') ? card.groupNotes : [],
  };
}

function saysNothing({ headline, drivers, concerns }: InsightCard): boolean {
  return headline === HIDDEN_HEADLINE && drivers.length === 0 && concerns.length === 0;
}

const HIDDEN_HEADLINE = ['What is on their mind here rests on words that you cannot open.'];

function hiddenNotice(closed: readonly CitedActivity[]): InsightCard['notices'][number] {
  const quoted = closed.filter((each) => each.parts.includes('quotes'));
  const count = Math.max(1, quoted.length);
  const noun = NOUNS[quoted[0]?.kind ?? ''] ?? 'source';
  const text =
    count === 1
      ? `1 quote hidden: you cannot open its ${noun}.`
      : `${count} quotes hidden: you cannot open their sources.`;
  return { kind: 'partial', text: [text] };
}

const NOUNS: Readonly<Record<string, string>> = {
  email: 'mail',
  call: 'call',
  meeting: 'meeting',
  note: 'note',
  chat: 'chat',
  ticket: 'ticket',
  survey: 'survey answer',
};

function openableClaims(
  claims: readonly DriverClaim[],
  readable: Readable,
  shows: (part: string) => boolean,
): DriverClaim[] {
  return claims
    .filter(({ quotes: [first] }) => first !== undefined && readable(first.source))
    .map((claim) => ({
      ...claim,
      quotes: claim.quotes.filter((quote) => readable(quote.source)),
      against: shows(`against ${claim.driver}`) ? claim.against : null,
    }));
}

function openableConcerns(concerns: readonly OpenConcern[], readable: Readable): OpenConcern[] {
  return concerns.filter((each) => readable(each.quote.source));
}

function openable<T extends { readonly source: SourceLink | null }>(
  entries: readonly T[],
  readable: Readable,
): T[] {
  return entries.filter(({ source }) => source === null || readable(source));
}

function openableMap(map: InsightCard['map'], readable: Readable): InsightCard['map'] {
  return map.map(({ cell, entries }) => {
    const kept = openable(entries, readable);
    return {
      cell,
      entries:
        kept.length > 0 ? kept : [{ text: CELL_QUESTIONS[cell], status: 'asked', source: null }],
    };
  });
}

function openablePeople(
  people: InsightCard['people'],
  shows: (part: string) => boolean,
): InsightCard['people'] {
  return people.map((member) => ({
    ...member,
    drivers: member.drivers.filter(({ driver }) => shows(`member ${member.person.id} ${driver}`)),
  }));
}
