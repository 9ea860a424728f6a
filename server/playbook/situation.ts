import type { Instant } from '../../shared/ids.ts';
import type { Phrase } from '../../shared/card.ts';
import type { BuyingRole, Stage } from '../../shared/vocabulary.ts';
import type { Activity } from '../domain/activity.ts';
import type { Belief } from '../domain/belief.ts';
import type { Concern } from '../domain/concern.ts';
import type { DealFile } from '../domain/deal-file.ts';
import type { Evidence } from '../domain/evidence.ts';
import { leadOf } from '../domain/lead-quote.ts';
import type { Person } from '../domain/person.ts';
import { firstName, nameWords } from '../domain/person.ts';
import { fixedWords, moment, phrase } from '../domain/phrase.ts';
import { daysBetween } from '../domain/time-span.ts';
import { findBreach } from './ethics-floor.ts';
import type { TemplateFacts } from './fill-template.ts';
import { inQuotes } from './quote-words.ts';

/** All that a suggestion looks at: one person in one deal, at one moment. */
export interface Situation {
  readonly file: DealFile;
  readonly person: Person;
  readonly role: BuyingRole | null;
  readonly stage: Stage | null;
  /** This person's, the one that matters most first. */
  readonly beliefs: readonly Belief[];
  /** This person's, all states, oldest first. */
  readonly concerns: readonly Concern[];
  /** The next meeting with this person, when one is booked. */
  readonly meeting: Activity | null;
  readonly now: Instant;
}

const MEETING_WITHIN_DAYS = 7;
/** A quote said to the buyer may be longer than one inside a line of advice. */
const QUOTE_LENGTH = 120;
const WORDS_LENGTH = 90;

/** The facts a line may be filled with when it speaks of this belief. */
export function factsOf(situation: Situation, belief: Belief): TemplateFacts {
  const lead = leadOf(belief);
  const concern = belief.pole === 'threatened' ? openConcernOf(situation, belief) : null;
  return {
    first: [firstName(situation.person)],
    ...(lead === undefined ? {} : quoteFacts(lead)),
    ...(lead === undefined ? {} : plainFact(situation, lead, concern)),
    ...(concern === null ? {} : concernFacts(concern, situation.now)),
    ...meetingFacts(situation),
    ...colleagueFacts(situation),
  };
}

/** Whether our own words about this situation keep to the ethics floor, whatever the people in it are called. */
export function isFit({ file }: Situation, text: Phrase): boolean {
  return findBreach(fixedWords(text), nameWords([...file.persons, ...file.sellers])) === null;
}

export function openConcernOf(situation: Situation, belief: Belief): Concern | null {
  const open = situation.concerns.filter((each) => each.state === 'open');
  return open.find((each) => each.driver === belief.driver) ?? null;
}

function quoteFacts(lead: Evidence): Partial<TemplateFacts> {
  const words = inQuotes(lead.shown, QUOTE_LENGTH);
  const short = inQuotes(lead.shown, WORDS_LENGTH);
  return {
    ...(short === null ? {} : { words: [short] }),
    ...(short !== null && verbOf(lead) === 'asked' ? { question: [short] } : {}),
    You_said: words === null ? toldUs(lead) : [`${howSaid(lead)} ${words}`],
    ago: [moment(lead.at, 'ago')],
  };
}

function howSaid(lead: Evidence): string {
  return lead.status === 'reported' ? 'From our talk I noted' : `You ${verbOf(lead)}`;
}

/** Where their words are too long to say again. */
function toldUs(lead: Evidence): Phrase {
  const how = lead.status === 'reported' ? 'We spoke of this ' : 'You told us of this ';
  return phrase(how, moment(lead.at, 'ago'));
}

/** How often, how long or when: whichever says most. */
function plainFact(
  { file, person, now }: Situation,
  lead: Evidence,
  concern: Concern | null,
): Partial<TemplateFacts> {
  const count = concern?.raised.length ?? 0;
  const ago = moment(lead.at, 'ago');
  const name = firstName(person);
  if (count > 1) {
    return {
      fact: [`${name} raised it ${timesWord(count)}`],
      Your_fact: [`You raised this ${timesWord(count)}`],
    };
  }
  if (concern !== null && daysBetween(concern.raisedAt, now) >= 2) {
    const age = moment(concern.raisedAt, 'age');
    return {
      fact: phrase('it has been open for ', age),
      Your_fact: phrase('You raised this ', ago),
    };
  }
  if (lead.status === 'reported') {
    return {
      fact: phrase(`${noterOf(file, lead)} noted it `, ago),
      Your_fact: phrase('We spoke of this ', ago),
    };
  }
  return { fact: phrase(`${name} told us `, ago), Your_fact: phrase('You told us of this ', ago) };
}

/** How the words reached us: asked, wrote or said. */
export function verbOf(evidence: Evidence): string {
  if (evidence.shown.trim().endsWith('?')) return 'asked';
  const spoken = evidence.activityKind === 'call' || evidence.activityKind === 'meeting';
  return spoken ? 'said' : 'wrote';
}

export function noterOf(file: DealFile, evidence: Evidence): string {
  const seller = file.sellers.find((each) => each.id === evidence.notedBySellerId);
  return seller === undefined ? 'a colleague' : firstName(seller);
}

function concernFacts(concern: Concern, now: Instant): Partial<TemplateFacts> {
  const count = concern.raised.length;
  const old = daysBetween(concern.raisedAt, now) >= 2;
  return {
    ...(count > 1 ? { times: [timesWord(count)] } : {}),
    ...(old ? { since: [moment(concern.raisedAt, 'age')] } : {}),
  };
}

export function timesWord(count: number): string {
  const words = ['never', 'once', 'twice', 'three times', 'four times', 'five times'];
  return words[count] ?? `${count} times`;
}

function meetingFacts({ meeting, now }: Situation): Partial<TemplateFacts> {
  if (meeting === null || daysBetween(now, meeting.at) > MEETING_WITHIN_DAYS) return {};
  return { meeting: meetingPhrase(meeting) };
}

/** "Thursday's meeting", for within the week. */
export function meetingPhrase(meeting: Activity): Phrase {
  return phrase(moment(meeting.at, 'day'), '’s ', meeting.kind === 'call' ? 'call' : 'meeting');
}

function colleagueFacts({ file, person }: Situation): Partial<TemplateFacts> {
  const others = file.persons.filter((each) => each.id !== person.id && !each.doNotAnalyse);
  const [only] = others;
  return others.length === 1 && only !== undefined ? { colleague: [firstName(only)] } : {};
}
