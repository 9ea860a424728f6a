import type { Phrase } from '../../shared/card.ts';
import type { Belief } from '../domain/belief.ts';
import type { Evidence } from '../domain/evidence.ts';
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
/** A quote shorter than this says nothing. */
const LEAST_QUOTE = 24;

const MAY_HELP = ['may matter most', 'may help most', 'may come first'] as const;

/** The buyer's concern in their own words, and what it may mean for the next moment in the calendar. */
export function writeHeadline(situation: Situation, belief: Belief): Phrase {
  const lead = belief.support[0];
  const meaning = meaningOf(situation, belief);
  if (lead === undefined) return capitalised(meaning);
  const openings = openingsOf(situation, belief, lead);
  const room = HEADLINE_LIMIT - longestRendered(meaning) - 4;
  const opening =
    openings.find((each) => lead.shown.length + each.length <= room) ?? openings.at(-1) ?? '';
  if (room - opening.length < LEAST_QUOTE) return capitalised(meaning);
  const quote = inQuotes(lead.shown, room - opening.length);
  const stop = /[?…]”$/.test(quote) ? ' ' : '. ';
  return phrase(opening, quote, stop, capitalised(meaning));
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

function meaningOf(situation: Situation, belief: Belief): Phrase {
  const { remedy, met } = NEED_WORDS[belief.driver];
  const { meeting } = factsOf(situation, belief);
  const before = meeting === undefined ? [] : phrase(' before ', meeting);
  if (belief.pole === 'met') {
    if (belief.word === 'hint') return [`can we take it that ${met}?`];
    return meeting === undefined ? [`${met}.`] : phrase(`${met}: a good start for `, meeting, '.');
  }
  if (belief.word === 'hint') return phrase(`is ${remedy} what is needed`, before, '?');
  const may = chooseBySeed(MAY_HELP, `${situation.person.id} ${belief.driver}`) ?? MAY_HELP[0];
  return phrase(`${remedy} ${may}`, before, '.');
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
  return [`What ${name} hopes for: ${inQuotes(wish.shown, 70)}. What stands in its way?`];
}
