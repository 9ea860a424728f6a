import type { Instant } from '../../shared/ids.ts';
import type { ConfidenceWord, Driver, Pole, Status } from '../../shared/vocabulary.ts';
import type { Belief } from './belief.ts';
import type { Verdict } from './deal-file.ts';
import type { Evidence } from './evidence.ts';
import { byWeight } from './by-weight.ts';
import { byTime } from './evidence-order.ts';
import { daysBetween } from './time-span.ts';

/** An explicit quote this recent, in days, may be called Said. */
const FRESH_DAYS = 45;
/** Weight halves in this many days: newer words outweigh older ones without a cliff. */
const HALF_LIFE_DAYS = 30;
/** What pains them and what they are used to changes slowly, and is seldom said twice. */
const SLOW_HALF_LIFE_DAYS = 90;
const SLOW: ReadonlySet<Driver> = new Set(['relief', 'continuity']);
/** Below this, after ageing, we say nothing: a full quote falls silent after twelve weeks, of a slow need after eight months. */
const SILENCE_BELOW = 0.15;

const STATUS_WEIGHT: Readonly<Record<Status, number>> = {
  said: 1,
  implied: 0.7,
  reported: 0.6,
  observed: 0.35,
};

interface Folded {
  readonly evidence: readonly Evidence[];
  readonly verdicts: readonly Verdict[];
}

/** What each person's words let us suppose about their needs in this deal, strongest first. */
export function foldBeliefs(file: Folded, now: Instant): readonly Belief[] {
  const seen = file.evidence.filter((each) => each.at <= now && isStanding(each, file.verdicts));
  return [...groupByNeed(seen).values()]
    .map((group) => beliefOf(group.sort(byTime), file.verdicts, now))
    .filter((belief) => belief !== null)
    .sort((a, b) => byWeight(a.weight, b.weight) || compareText(keyOf(a), keyOf(b)));
}

/** "Not right" silences what had been read until then; only newer words may raise it again. */
export function isStanding(evidence: Evidence, verdicts: readonly Verdict[]): boolean {
  return !verdicts.some(
    (each) => each.verdict === 'not_right' && concerns(each, evidence) && evidence.at <= each.at,
  );
}

function concerns(verdict: Verdict, evidence: Evidence): boolean {
  return verdict.driver === evidence.driver && verdict.personId === evidence.personId;
}

type Held = Evidence & { readonly personId: string };

function groupByNeed(evidence: readonly Evidence[]): Map<string, Held[]> {
  const groups = new Map<string, Held[]>();
  for (const each of evidence) {
    if (each.personId === null) continue;
    const held = { ...each, personId: each.personId };
    const key = keyOf(held);
    groups.set(key, [...(groups.get(key) ?? []), held]);
  }
  return groups;
}

function keyOf(each: { readonly personId: string; readonly driver: Driver }): string {
  return `${each.personId} ${each.driver}`;
}

function beliefOf(
  group: readonly Held[],
  verdicts: readonly Verdict[],
  now: Instant,
): Belief | null {
  const pole = settlePole(group, now);
  const support = newestFirst(group.filter((each) => each.pole === pole));
  const newest = support[0];
  const oldest = support.at(-1);
  const weight = totalWeight(support, now);
  if (newest === undefined || oldest === undefined || weight < SILENCE_BELOW) return null;
  const confirmed = verdicts.some((each) => each.verdict === 'right' && concerns(each, newest));
  return {
    personId: newest.personId,
    driver: newest.driver,
    pole,
    word: confidenceWord(support, { confirmed, now }),
    weight,
    since: oldest.at,
    support,
    against: newestFirst(group.filter((each) => each.pole !== pole)),
  };
}

/** The newest activity first; within one activity, explicit words first, then the strongest, then as they stand. */
function newestFirst(evidence: readonly Held[]): readonly Held[] {
  const said = (each: Held): number => (each.status === 'said' ? 0 : 1);
  return evidence.toSorted(
    (a, b) =>
      compareText(b.at, a.at) ||
      compareText(b.activityId, a.activityId) ||
      said(a) - said(b) ||
      b.strength - a.strength ||
      byTime(a, b),
  );
}

/** The newest explicit words tied to this deal settle it; without any, the heavier side; on equal weight, the newer. */
function settlePole(group: readonly Held[], now: Instant): Pole {
  const said = group.filter((each) => each.status === 'said' && each.tie.kind !== 'shared');
  const newestSaid = said.at(-1);
  if (newestSaid !== undefined) return newestSaid.pole;
  const difference = weightOf(group, 'threatened', now) - weightOf(group, 'met', now);
  if (Math.abs(difference) > 1e-9) return difference > 0 ? 'threatened' : 'met';
  return group.at(-1)?.pole ?? 'threatened';
}

function weightOf(group: readonly Evidence[], pole: Pole, now: Instant): number {
  return totalWeight(
    group.filter((each) => each.pole === pole),
    now,
  );
}

function totalWeight(evidence: readonly Evidence[], now: Instant): number {
  return evidence.reduce((sum, each) => sum + weigh(each, now), 0);
}

function weigh(evidence: Evidence, now: Instant): number {
  const age = Math.max(0, daysBetween(evidence.at, now));
  return (
    evidence.strength *
    STATUS_WEIGHT[evidence.status] *
    share(evidence) *
    0.5 ** (age / (SLOW.has(evidence.driver) ? SLOW_HALF_LIFE_DAYS : HALF_LIFE_DAYS))
  );
}

/** Words that are not tied to one deal count half in each. */
function share(evidence: Evidence): number {
  return evidence.tie.kind === 'shared' ? 0.5 : 1;
}

function confidenceWord(
  support: readonly Evidence[],
  { confirmed, now }: { readonly confirmed: boolean; readonly now: Instant },
): ConfidenceWord {
  if (support.some((each) => isFreshWord(each, now))) return 'said';
  const quoted = support.some((each) => each.status !== 'observed');
  return quoted && (confirmed || independentSignals(support) >= 2) ? 'likely' : 'hint';
}

function isFreshWord(evidence: Evidence, now: Instant): boolean {
  return (
    evidence.status === 'said' &&
    evidence.tie.kind !== 'shared' &&
    daysBetween(evidence.at, now) <= FRESH_DAYS
  );
}

/** Two readings of one activity are one signal; a shared activity is half a signal. */
function independentSignals(support: readonly Evidence[]): number {
  const shares = new Map(support.map((each) => [each.activityId, share(each)]));
  return [...shares.values()].reduce((sum, each) => sum + each, 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
