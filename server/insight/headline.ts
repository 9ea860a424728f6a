import type { Phrase } from '../../shared/card.ts';
import type { Driver } from '../../shared/vocabulary.ts';
import type { Belief } from '../domain/belief.ts';
import type { Evidence } from '../domain/evidence.ts';
import { leadOf, wantsToSee } from '../domain/lead-quote.ts';
import { NEED_WORDS } from '../domain/need-words.ts';
import { firstName } from '../domain/person.ts';
import { longestRendered, phrase } from '../domain/phrase.ts';
import { chooseBySeed } from '../playbook/choose.ts';
import { inQuotes } from '../playbook/quote-words.ts';
import type { Situation } from '../playbook/situation.ts';
import { factsOf, noterOf, openConcernOf, timesWord, verbOf } from '../playbook/situation.ts';
import { desiredOutcome } from './brief.ts';

/** Characters of the headline once rendered. */
const HEADLINE_LIMIT = 140;
/** Longer words stand on the card once, under the need: said twice they would fill it. */
const QUOTE_LIMIT = 72;

const MAY_HELP = ['may help', 'could help'] as const;

/** The buyer's concern in their own words, never cut, and what it may mean for the next moment in the calendar. */
export function writeHeadline(situation: Situation, belief: Belief): Phrase {
  const lead = leadOf(belief);
  const meaning = meaningOf(situation, belief, lead);
  if (lead === undefined) return capitalised(meaning);
  const meanings = [meaning, meaningOf({ ...situation, meeting: null }, belief, lead)];
  const quoted = meanings.flatMap((each) =>
    openingsOf(situation, belief, lead).flatMap((opening) => withWords(opening, lead, each) ?? []),
  );
  return quoted.find(isShort) ?? inNeedWords(situation, belief, meaning);
}

function withWords(opening: string, lead: Evidence, meaning: Phrase): readonly [Phrase] | null {
  const room = HEADLINE_LIMIT - opening.length - longestRendered(meaning);
  const quote = inQuotes(lead.shown, Math.min(room, QUOTE_LIMIT));
  if (quote === null) return null;
  const stop = /[?…]”$/.test(quote) ? ' ' : '. ';
  return [phrase(opening, quote, stop, capitalised(meaning))];
}

function isShort(headline: Phrase): boolean {
  return longestRendered(headline) <= HEADLINE_LIMIT;
}

/** Where their words are too long to be said whole. */
function inNeedWords(situation: Situation, belief: Belief, meaning: Phrase): Phrase {
  if (belief.pole === 'met') return capitalised(meaning);
  const name = firstName(situation.person);
  const count = openConcernOf(situation, belief)?.raised.length ?? 1;
  const often = count < 2 ? '' : ` ${timesWord(count)}`;
  const [did, what] = raisedAs(belief);
  const long = phrase(`${name} ${did}${often} ${what}. `, capitalised(meaning));
  return isShort(long) ? long : capitalised(meaning);
}

/** Trust that was lost asks for something to see, not for a corrected statement. */
function raisedAs(belief: Belief): readonly [did: string, what: string] {
  const toSee = belief.driver === 'trust' && wantsToSee(leadOf(belief));
  return toSee ? ['asked', 'for something to see'] : NEED_WORDS[belief.driver].raised;
}

/** The long form first; the short one leaves more room for their words. */
function openingsOf(situation: Situation, belief: Belief, lead: Evidence): readonly string[] {
  const name = firstName(situation.person);
  if (lead.status === 'reported') return [`${noterOf(situation.file, lead)} noted of ${name}: `];
  const count = openConcernOf(situation, belief)?.raised.length ?? 1;
  if (belief.pole === 'met' || count < 2) return [`${name} ${verbOf(lead)}: `, `${name}: `];
  const asked = verbOf(lead) === 'asked' ? 'asked' : 'raised it';
  return [`${name} ${asked} ${timesWord(count)}: `, `${name}, ${timesWord(count)}: `];
}

function meaningOf(situation: Situation, belief: Belief, lead: Evidence | undefined): Phrase {
  const { met } = NEED_WORDS[belief.driver];
  const { meeting } = factsOf(situation, belief);
  const before = meeting === undefined ? [] : phrase(' before ', meeting);
  if (belief.pole === 'met') {
    if (belief.word === 'hint') return [`can we take it that ${met}?`];
    return meeting === undefined ? [`${met}.`] : phrase(`${met}: a good start for `, meeting, '.');
  }
  const remedy = remedyFor(belief.driver, lead);
  if (belief.word === 'hint') return phrase(`would ${remedy} help`, before, '?');
  const may = chooseBySeed(MAY_HELP, `${situation.person.name} ${belief.driver}`) ?? MAY_HELP[0];
  return phrase(`${remedy} ${may}`, before, '.');
}

/** Who asks wants to hear, and who wants to see wants to be shown, whatever need stands behind it. */
function remedyFor(driver: Driver, lead: Evidence | undefined): string {
  if (driver === 'trust' && wantsToSee(lead)) return 'seeing it work';
  const asked = driver === 'safety' && lead?.shown.trim().endsWith('?') === true;
  return NEED_WORDS[asked ? 'certainty' : driver].remedy;
}

function capitalised(text: Phrase): Phrase {
  return text.map((part, index) =>
    index === 0 && typeof part === 'string' ? part.charAt(0).toUpperCase() + part.slice(1) : part,
  );
}

/** Where no need was named but a wish was, or where words are not tied to this deal alone. */
export function wishHeadline({ file, person }: Situation): Phrase {
  const name = firstName(person);
  const wish = desiredOutcome(file, person.id);
  if (wish === null)
    return [`${name} has named no need in this deal yet. What matters most to them here?`];
  const words = inQuotes(wish.shown, 80);
  if (words === null) return [`${name} has said what they hope for. What stands in its way?`];
  return [`What ${name} hopes for: ${words}. What stands in its way?`];
}
