import type { Instant } from '../../shared/ids.ts';
import type { MapCell, StatementKind } from '../../shared/vocabulary.ts';
import { MAP_CELLS } from '../../shared/vocabulary.ts';
import type { Activity } from '../domain/activity.ts';
import { isFromBuyer } from '../domain/activity.ts';
import type { Belief } from '../domain/belief.ts';
import type { Concern } from '../domain/concern.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Evidence } from '../domain/evidence.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import type { EmpathyMap, MapEntry } from '../domain/persona.ts';
import { findFeelingWord } from './feeling-words.ts';
import { sourceOf } from './fill-slots.ts';
import { observeActs, observeVisits } from './observe-responses.ts';
import { CELL_QUESTIONS, THOUGHTS } from './thoughts.ts';

const MOST = 3;

const CELL_OF: Readonly<Partial<Record<StatementKind, MapCell>>> = {
  task: 'tasks',
  influencer: 'influences',
  desired_outcome: 'goals',
  value: 'goals',
  pain_point: 'pains',
  risk_investment: 'risks',
  risk_productivity: 'risks',
  risk_reputation: 'risks',
  risk_job: 'risks',
};

/** What one person has told us, in their words, and what it lets us suppose. */
export interface KnownOfPerson {
  readonly personId: string;
  readonly beliefs: readonly Belief[];
  readonly concerns: readonly Concern[];
  readonly now: Instant;
}

/** Eleven cells from statements, readings and behaviour; an empty one becomes a question to ask. */
export function fillMap(file: DealFile, known: KnownOfPerson): EmpathyMap {
  const { now, personId } = known;
  const past = file.activities.filter((each) => each.at <= now);
  const responses = file.persons.find(({ id }) => id === personId)?.responses ?? null;
  const filled: Readonly<Record<MapCell, readonly MapEntry[]>> = {
    tasks: stated(file, known.personId, 'tasks'),
    influences: stated(file, known.personId, 'influences'),
    risks: [
      ...stated(file, known.personId, 'risks'),
      ...quoted(known.beliefs, (each) => each.driver === 'safety' && each.pole === 'threatened'),
    ],
    goals: [
      ...stated(file, known.personId, 'goals'),
      ...quoted(known.beliefs, (each) => each.driver === 'progress' && each.pole === 'met'),
    ],
    pains: [...stated(file, known.personId, 'pains'), ...quoted(known.beliefs, isPain)],
    sees: [...seen(past, personId), ...observeVisits(responses, now)],
    hears: quoted(known.beliefs, (each) => each.driver === 'alignment'),
    says: said(file.evidence, known.personId),
    does: [...done(past, known), ...observeActs(responses, now)],
    thinks: thought(known.beliefs),
    feels: felt(known.beliefs),
  };
  const cells = MAP_CELLS.map((cell) => [cell, orQuestion(filled[cell], cell)] as const);
  // Object.fromEntries widens the keys; MAP_CELLS holds exactly the keys of EmpathyMap.
  return Object.fromEntries(cells) as EmpathyMap;
}

function orQuestion(entries: readonly MapEntry[], cell: MapCell): readonly MapEntry[] {
  const once = [
    ...new Map(
      entries.map((each) => [each.text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''), each]),
    ).values(),
  ];
  if (once.length > 0) return once.slice(0, MOST);
  return [{ text: CELL_QUESTIONS[cell], status: 'asked', source: null }];
}

function isPain(belief: Belief): boolean {
  return belief.pole === 'threatened' && (belief.driver === 'relief' || belief.driver === 'ease');
}

function stated(file: DealFile, personId: string, cell: MapCell): readonly MapEntry[] {
  return file.statements
    .filter((each) => each.personId === personId && CELL_OF[each.kind] === cell)
    .reverse()
    .map((each) => ({ text: wordsOf(each), status: 'said', source: sourceOf(each) }));
}

function quoted(
  beliefs: readonly Belief[],
  wanted: (belief: Belief) => boolean,
): readonly MapEntry[] {
  return beliefs.filter(wanted).flatMap((belief) => belief.support.slice(0, 1).map(asQuote));
}

function asQuote(evidence: Evidence): MapEntry {
  return { text: wordsOf(evidence), status: 'said', source: sourceOf(evidence) };
}

/** What stands in a rep's note is said to be noted: it is not the buyer's own pen. */
function wordsOf({ shown, status }: Pick<Evidence, 'shown' | 'status'>): string {
  return status === 'reported' ? `we noted: ${inQuotes(shown)}` : inQuotes(shown);
}

function inQuotes(words: string): string {
  return `“${words}”`;
}

function said(evidence: readonly Evidence[], personId: string): readonly MapEntry[] {
  return evidence
    .filter((each) => each.personId === personId && each.status === 'said')
    .reverse()
    .map(asQuote);
}

const SEEN_WORDS = {
  demo: 'a demo',
  comparison: 'other options',
  reference: 'a reference',
} as const;

function seen(activities: readonly Activity[], personId: string): readonly MapEntry[] {
  return Object.entries(SEEN_WORDS).flatMap(([topic, what]) => {
    const last = activities.findLast(
      (each) => each.personIds.includes(personId) && each.topics.some((one) => one === topic),
    );
    return last === undefined ? [] : [observed(`came up: ${what}`, last)];
  });
}

function done(activities: readonly Activity[], known: KnownOfPerson): readonly MapEntry[] {
  const repeated = known.concerns.filter((each) => each.raised.length > 1);
  const meetings = activities.filter((each) => joined(each, known.personId));
  const last = meetings.at(-1);
  const took =
    last === undefined ? [] : [observed(`took part in ${counted(meetings.length)}`, last)];
  const wrote = activities.filter(
    (each) => isFromBuyer(each) && each.authorPersonId === known.personId,
  );
  const newest = wrote.at(-1);
  const mails =
    newest === undefined ? [] : [observed(`wrote to us ${times(wrote.length)}`, newest)];
  return [...repeated.flatMap(raisedAgain), ...took, ...mails];
}

function joined(activity: Activity, personId: string): boolean {
  const spoke = activity.kind === 'meeting' || activity.kind === 'call';
  return spoke && activity.outcome !== 'cancelled' && activity.personIds.includes(personId);
}

function raisedAgain(concern: Concern): readonly MapEntry[] {
  const last = concern.raised.at(-1);
  const need = NEED_WORDS[concern.driver].name;
  if (last === undefined) return [];
  const text = `raised the same point ${times(concern.raised.length)} (${need.toLowerCase()})`;
  return [{ text, status: 'observed', source: sourceOf(last) }];
}

function observed(text: string, activity: Activity): MapEntry {
  const source = { activityId: activity.id, activityKind: activity.kind, at: activity.at };
  return { text, status: 'observed', source };
}

function counted(count: number): string {
  return count === 1 ? 'one call or meeting' : `${count} calls and meetings`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function thought(beliefs: readonly Belief[]): readonly MapEntry[] {
  return beliefs.slice(0, 1).flatMap(({ driver, pole, support }) => {
    const { may, refutedBy } = THOUGHTS[driver][pole];
    const text = `may think that ${may}; it would speak against it if ${refutedBy}`;
    return support
      .slice(0, 1)
      .map((each) => ({ text, status: 'inferred' as const, source: sourceOf(each) }));
  });
}

/** The buyer's own feeling word, in quotation marks, else the need's word with "may feel". */
function felt(beliefs: readonly Belief[]): readonly MapEntry[] {
  return beliefs.slice(0, 2).flatMap(({ driver, pole, support }): readonly MapEntry[] => {
    const own = support.find((each) => findFeelingWord(each) !== null);
    const word = own === undefined ? null : findFeelingWord(own);
    if (own !== undefined && word !== null) {
      return [{ text: inQuotes(word), status: 'said', source: sourceOf(own) }];
    }
    const text = `may feel ${NEED_WORDS[driver].feels[pole]}`;
    return support
      .slice(0, 1)
      .map((each) => ({ text, status: 'inferred' as const, source: sourceOf(each) }));
  });
}
