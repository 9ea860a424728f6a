import type { PersonaSlot } from '../../shared/vocabulary.ts';

/**
 * What we write into the CRM as a note, and what the reader takes for ours in one: both sides use these words and no
 * others. Notes keep the words they were written with, so a question that is reworded stays known in OWN_QUESTIONS.
 */
export const SLOT_QUESTIONS: Readonly<Record<PersonaSlot, string>> = {
  values: 'What matters to them in their work?',
  where_and_how: 'Where and how do they like to deal with us?',
  pain_points: 'What is in their way?',
  influencers: 'Whom do they trust?',
  purchasing: 'How do they buy?',
};

const OWN_QUESTIONS: readonly string[] = Object.values(SLOT_QUESTIONS);

const HEADING = 'Questions to ask ';

/** The first line of such a note. */
export function questionsHeading(name: string): string {
  return HEADING + oneSpaced(name);
}

/** Our question with which a line begins; null: it begins with somebody's own words. */
export function ownQuestionOf(line: string): string | null {
  return OWN_QUESTIONS.find((question) => line.startsWith(question)) ?? null;
}

/** Capitals, with short words between ("van der"), and no end of a sentence: a name, perhaps of before a change. */
const LIKE_A_NAME = /^(?:(?:\p{Ll}{1,3} )*[^\p{Ll}\s:;!?][^\s:;!?]*(?: |$))+$/u;

/** `below`: the next line with words. A heading that somebody went on writing is theirs, too, and stays. */
export function isOwnHeading(line: string, names: readonly string[], below: () => string): boolean {
  if (!line.startsWith(HEADING)) return false;
  const name = oneSpaced(line.slice(HEADING.length));
  if (names.some((each) => isSame(each, name))) return true;
  return LIKE_A_NAME.test(name) && ownQuestionOf(below()) !== null;
}

function isSame(name: string, other: string): boolean {
  return oneSpaced(name).toLowerCase() === other.toLowerCase();
}

function oneSpaced(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ');
}
