import type {
  Card,
  DriverClaim,
  EndedCard,
  InsightCard,
  Notice,
  OpenConcern,
  Phrase,
  SourceLink,
} from '../../../shared/card.ts';
import { CELL_QUESTIONS } from '../../persona/thoughts.ts';
import type { CitedActivity } from '../port.ts';

export type IsShown = (ref: { readonly kind: string; readonly id: string }) => boolean;

/** Sources that must not be shown, and what stands in their place. */
export interface Hiding {
  /** Cited, but not to be shown. */
  readonly closed: readonly CitedActivity[];
  readonly isShown: IsShown;
  readonly headline: Phrase;
  readonly endedHeadline: Phrase;
  readonly notice: Notice;
}

/** The card without anything that rests on the hidden sources. */
export function withoutSources(card: InsightCard | EndedCard, hiding: Hiding): Card {
  return card.kind === 'ended' ? endedWithout(card, hiding) : insightWithout(card, hiding);
}

function endedWithout(card: EndedCard, { isShown, endedHeadline }: Hiding): EndedCard {
  const leftOpen = openableConcerns(card.leftOpen, isShown);
  const hidden = leftOpen.length < card.leftOpen.length;
  return { ...card, leftOpen, headline: hidden ? endedHeadline : card.headline };
}

function insightWithout(card: InsightCard, { closed, isShown, ...words }: Hiding): InsightCard {
  const parts = new Set(closed.flatMap((each) => each.parts));
  const shows = (part: string): boolean => !parts.has(part);
  const steps = [card.nextStep, ...card.alternatives].filter((each) => each !== null);
  const [nextStep = null, ...alternatives] = steps.filter((each) => shows(`step ${each.id}`));
  return {
    ...card,
    headline: shows('headline') ? card.headline : words.headline,
    notices: [
      ...card.notices.filter((each) => each.kind !== 'hand_over' || shows('hand_over')),
      words.notice,
    ],
    nextStep,
    alternatives,
    drivers: openableClaims(card.drivers, isShown, shows),
    concerns: openableConcerns(card.concerns, isShown),
    prompts: shows('prompts')
      ? card.prompts
      : { understand: null, feel: null, act: null, avoid: null },
    brief: { sentences: card.brief.sentences.filter((_, index) => shows(`brief ${index}`)) },
    map: openableMap(card.map, isShown),
    persona: card.persona.map((slot) => ({ ...slot, entries: openable(slot.entries, isShown) })),
    people: openablePeople(card.people, shows),
    groupNotes: shows('group') ? card.groupNotes : [],
  };
}

function openableClaims(
  claims: readonly DriverClaim[],
  isShown: IsShown,
  shows: (part: string) => boolean,
): DriverClaim[] {
  return claims
    .filter(({ quotes: [first] }) => first !== undefined && isShown(first.source))
    .map((claim) => ({
      ...claim,
      quotes: claim.quotes.filter((quote) => isShown(quote.source)),
      against: shows(`against ${claim.driver}`) ? claim.against : null,
    }));
}

function openableConcerns(concerns: readonly OpenConcern[], isShown: IsShown): OpenConcern[] {
  return concerns.filter((each) => isShown(each.quote.source));
}

function openable<T extends { readonly source: SourceLink | null }>(
  entries: readonly T[],
  isShown: IsShown,
): T[] {
  return entries.filter(({ source }) => source === null || isShown(source));
}

function openableMap(map: InsightCard['map'], isShown: IsShown): InsightCard['map'] {
  return map.map(({ cell, entries }) => {
    const kept = openable(entries, isShown);
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
