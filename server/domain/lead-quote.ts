import type { Belief } from './belief.ts';
import type { Evidence } from './evidence.ts';
import { daysBetween } from './time-span.ts';

/** Words about the asking instead of what was asked: "I ask it a second time", "same question". */
const ABOUT_ASKING = /\b(ask(ed|ing)? (it|this|you|again)|same question|told you)\b/i;
/** Words that lean on something said before them. */
const LEANING = /^(it|this|that|they|he|she)\b|\b(it|this|that|him|them)$|\bif it is\b/i;
/** A clause that was cut off in the middle. */
const BROKEN = /\b(when|that|because|and|or|but|to|the|an?|of|if|with|for|which)$/i;

const FEW_WORDS = 6;
/** Longer words leave a headline no room for anything else. */
const MANY_CHARACTERS = 90;
/** Days that make an older quote one point worse. */
const DAYS_A_POINT = 14;

/**
 * The quote that a card shows first of a belief: the newest that can be understood alone, of what was said since the
 * matter last stood the other way.
 */
export function leadOf({ support, against }: Belief): Evidence | undefined {
  const turned = against[0]?.at;
  const since = support.filter((each) => turned === undefined || each.at > turned);
  return mostTelling(since.length > 0 ? since : support);
}

const TO_SEE = /\b(see|seen|show|shown|proof|prove|eyes|hype|swore|promised (me|us) the same)\b/i;

/** Trust has two faces: our statements differ, or they have heard enough and want to see. */
export function wantsToSee(lead: Evidence | undefined): boolean {
  return lead !== undefined && TO_SEE.test(lead.shown);
}

/** Of quotes that say the same, the one that says it best; on equal terms the first. */
export function mostTelling(quotes: readonly Evidence[]): Evidence | undefined {
  const newest = quotes.reduce((last, { at }) => (at > last ? at : last), '');
  const pointsOf = (each: Evidence): number =>
    pointsFor(each) - daysBetween(each.at, newest) / DAYS_A_POINT;
  return quotes.reduce<Evidence | undefined>(
    (best, each) => (best === undefined || pointsOf(each) > pointsOf(best) ? each : best),
    undefined,
  );
}

function pointsFor(evidence: Evidence): number {
  return statusPoints(evidence) + tellingPoints(evidence.shown);
}

function statusPoints({ status, tie }: Evidence): number {
  const own = status === 'said' ? 3 : status === 'implied' ? 2 : 0;
  return tie.kind === 'shared' ? own - 4 : own;
}

/** Below zero: words that say little without what stood around them. */
export function tellingPoints(shown: string): number {
  const words = shown.trim().replace(/[.,;:]+$/, '');
  const few = words.split(/\s+/).length < FEW_WORDS;
  return (
    (ABOUT_ASKING.test(words) ? -2 : 0) +
    (LEANING.test(words) ? -1 : 0) +
    (BROKEN.test(words) ? -2 : 0) +
    (few ? -1 : 0) +
    (words.length > MANY_CHARACTERS ? -0.5 : 0) +
    (words.endsWith('?') && !few ? 1 : 0)
  );
}
