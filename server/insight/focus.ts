import type { Instant } from '../../shared/ids.ts';
import { addDays } from '../domain/time-span.ts';
import type { CardRecord, CardRow } from './port.ts';

/** Which row the card speaks of, and the rule that chose it, for "Why". */
export interface FocusChoice {
  readonly row: CardRow;
  readonly because: string;
}

const MEETING_WITHIN_DAYS = 7;

/**
 * The focus rule of product.md; a deal asks for a person, a person for a deal, a company for a deal and then for a person
 * in it. Null when there is nothing to choose.
 */
export function chooseFocus(
  record: CardRecord,
  rows: readonly CardRow[],
  now: Instant,
): FocusChoice | null {
  return CHOOSE[record.kind](speakingOf(rows), now);
}

/** Of the people of one deal. */
export function choosePersonOf(rows: readonly CardRow[], now: Instant): FocusChoice | null {
  return choosePerson(speakingOf(rows), now);
}

/** Who must not be analysed is spoken of only where there is nobody else. */
function speakingOf(rows: readonly CardRow[]): readonly CardRow[] {
  const speaking = rows.filter((row) => row.card.kind !== 'do_not_analyse');
  return speaking.length > 0 ? speaking : rows;
}

type Choose = (rows: readonly CardRow[], now: Instant) => FocusChoice | null;

const CHOOSE: Readonly<Record<CardRecord['kind'], Choose>> = {
  deal: choosePerson,
  contact: chooseDeal,
  lead: chooseDeal,
  company: chooseDealAndPerson,
};

function chooseDealAndPerson(rows: readonly CardRow[], now: Instant): FocusChoice | null {
  const deal = chooseDeal(rows, now);
  if (deal === null || deal.row.dealId === null) return deal;
  const there = rows.filter(({ dealId }) => dealId === deal.row.dealId);
  const person = choosePerson(there, now) ?? deal;
  return { row: person.row, because: deal.because };
}

function choosePerson(rows: readonly CardRow[], now: Instant): FocusChoice | null {
  const within = addDays(now, MEETING_WITHIN_DAYS);
  return (
    first(inNextMeeting(rows, now, within), 'takes part in the next meeting') ??
    first(
      earliest(rows, (row) => row.facts.oldestOpenConcernAt),
      'raised the oldest open concern',
    ) ??
    first(
      latest(rows, (row) => row.facts.lastWroteAt),
      'wrote last',
    ) ??
    first(rows, 'is the first person of this deal')
  );
}

function chooseDeal(rows: readonly CardRow[], now: Instant): FocusChoice | null {
  const open = rows.filter((row) => row.facts.dealOutcome === 'open');
  const rest = rows.filter((row) => row.facts.dealOutcome !== 'open');
  return (
    first(inNextMeeting(open, now, null), 'is the open deal of the next meeting') ??
    first(
      latest(open, (row) => row.facts.lastWroteAt),
      'is the open deal they last wrote about',
    ) ??
    first(
      earliest(open, (row) => row.facts.dealClosesAt),
      'is the open deal that closes soonest',
    ) ??
    first(open, 'is the open deal') ??
    first(latest(rest, lastMoment), 'is where we last dealt with each other')
  );
}

function first(rows: readonly CardRow[], because: string): FocusChoice | null {
  const [row] = rows;
  if (row === undefined) return null;
  return { row, because };
}

/** Rows of the soonest meeting; among several persons, the one who has waited longest. */
function inNextMeeting(
  rows: readonly CardRow[],
  now: Instant,
  until: Instant | null,
): readonly CardRow[] {
  const soonest = (row: CardRow): Instant | null =>
    [...row.facts.meetingsAt].sort().find((at) => at >= now && (until === null || at <= until)) ??
    null;
  const next = earliest(rows, soonest)[0];
  const at = next === undefined ? null : soonest(next);
  const present = rows.filter((row) => at !== null && soonest(row) === at);
  const waiting = earliest(present, (row) => row.facts.oldestOpenConcernAt);
  const known = present.filter((row) => row.card.kind === 'insight');
  return [...waiting, ...latest(known, (row) => row.facts.lastWroteAt), ...known, ...present];
}

function lastMoment({ facts }: CardRow): Instant | null {
  return facts.dealOutcome === null ? facts.lastWroteAt : facts.dealClosesAt;
}

function earliest(
  rows: readonly CardRow[],
  momentOf: (row: CardRow) => Instant | null,
): readonly CardRow[] {
  return rows
    .filter((row) => momentOf(row) !== null)
    .sort((a, b) => ((momentOf(a) ?? '') < (momentOf(b) ?? '') ? -1 : 1));
}

function latest(
  rows: readonly CardRow[],
  momentOf: (row: CardRow) => Instant | null,
): readonly CardRow[] {
  return [...earliest(rows, momentOf)].reverse();
}
