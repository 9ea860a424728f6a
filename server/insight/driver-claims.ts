import type { DriverClaim, Phrase } from '../../shared/card.ts';
import type { Driver } from '../../shared/vocabulary.ts';
import type { Belief } from '../domain/belief.ts';
import type { Evidence } from '../domain/evidence.ts';
import { leadOf } from '../domain/lead-quote.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import { firstName } from '../domain/person.ts';
import { moment, phrase } from '../domain/phrase.ts';
import { chooseBySeed } from '../playbook/choose.ts';
import { inQuotes } from '../playbook/quote-words.ts';
import type { Situation } from '../playbook/situation.ts';
import { openConcernOf, timesWord, verbOf } from '../playbook/situation.ts';
import { quoteOf } from './quote.ts';

const MOST_DRIVERS = 3;
const MOST_QUOTES = 3;
/** One sentence of what speaks against it is enough where one can stand alone, in characters. */
const AGAINST_LENGTH = 80;

/** What is on their mind: two or three needs, each with its words. */
export function claimDrivers(situation: Situation): readonly DriverClaim[] {
  return situation.beliefs.slice(0, MOST_DRIVERS).map((belief) => ({
    driver: belief.driver,
    pole: belief.pole,
    word: belief.word,
    title: titleOf(belief.driver),
    sentence: sentenceOf(situation, belief),
    quotes: quotedOf(belief).map((each) => quoteOf(situation.file, each)),
    against: againstOf(situation, belief),
    verdict: verdictOf(situation, belief),
  }));
}

/** "Certainty: to know enough to choose". */
function titleOf(driver: Driver): string {
  const { name, aim } = NEED_WORDS[driver];
  return `${name}: ${aim}`;
}

/** The one that can be understood alone, then the newest. */
function quotedOf(belief: Belief): readonly Evidence[] {
  const lead = leadOf(belief);
  const others = belief.support.filter((each) => each !== lead);
  return [...(lead === undefined ? [] : [lead]), ...others].slice(0, MOST_QUOTES);
}

function sentenceOf(situation: Situation, belief: Belief): Phrase {
  if (belief.word === 'hint') return askOf(situation, belief);
  return belief.pole === 'met' ? metSentence(situation, belief) : openSentence(situation, belief);
}

function askOf(situation: Situation, { driver, pole, support }: Belief): Phrase {
  const { remedy, met } = NEED_WORDS[driver];
  const name = firstName(situation.person);
  const newest = support[0];
  const basis =
    newest?.status === 'said' ? phrase('Said ', moment(newest.at, 'ago')) : ['One sign so far'];
  if (pole === 'met') return phrase(basis, `: can we take it that ${met}?`);
  return phrase(basis, `: would ${remedy} help ${name}?`);
}

function openSentence(situation: Situation, belief: Belief): Phrase {
  const concern = openConcernOf(situation, belief);
  const newest = belief.support[0];
  if (concern === null) {
    return newest === undefined
      ? []
      : phrase('A present trouble, last named ', moment(newest.at, 'ago'), '.');
  }
  const count = concern.raised.length;
  const raised = count === 1 ? 'Raised ' : `Raised ${timesWord(count)}, first `;
  const tail = chooseBySeed(STILL_OPEN, `${concern.driver} ${concern.raisedAt}`) ?? STILL_OPEN[0];
  return phrase(raised, moment(concern.raisedAt, 'ago'), tail);
}

const STILL_OPEN = [
  '; nothing they said since settles it.',
  ' and still open.',
  '; not settled in their words so far.',
] as const;

function metSentence(situation: Situation, belief: Belief): Phrase {
  const answered = situation.concerns.findLast(
    (each) => each.driver === belief.driver && each.state === 'answered',
  );
  const newest = belief.support[0];
  if (answered?.settledBy) {
    return phrase(
      'Raised ',
      moment(answered.raisedAt, 'ago'),
      ', settled ',
      moment(answered.settledBy.at, 'ago'),
      '.',
    );
  }
  return newest === undefined
    ? []
    : phrase('Good news, ', moment(newest.at, 'ago'), ': ', `${NEED_WORDS[belief.driver].met}.`);
}

function againstOf({ person }: Situation, { against }: Belief): Phrase | null {
  const newest = against[0];
  if (newest === undefined) return null;
  const name = firstName(person);
  const verb = newest.status === 'reported' ? 'was noted as saying' : verbOf(newest);
  const words = inQuotes(newest.shown, AGAINST_LENGTH) ?? `“${newest.shown}”`;
  return phrase(moment(newest.at, 'ago'), ` ${name} ${verb} ${words}.`);
}

function verdictOf({ file }: Situation, belief: Belief): DriverClaim['verdict'] {
  const given = file.verdicts.findLast(
    (each) => each.personId === belief.personId && each.driver === belief.driver,
  );
  return given?.verdict ?? null;
}
