import { normalised } from '../clauses.ts';
import { nameWords } from '../people.ts';
import type { Participant } from '../reading.ts';

/**
 * What must change no reading stands in as one word each: the day of the week, the month, any number, who is named and
 * whether they are a he or a she. (*May* is a month even where it is a verb: the heads have learnt it so.)
 */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day?s?\b/g, 'weekday'],
  [
    /\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/g,
    'month',
  ],
  [/\d+(?:[.,:/-]?\d+)*(?:st|nd|rd|th)?\b/g, '0'],
  [/\bs?he\b/g, 'they'],
  [/\b(?:him|his|hers?|their)\b/g, 'them'],
];
const NAME = 'name';
const NAMES_IN_A_ROW = /\bname(?:[\s.-]+name\b)+/g;
const FEWEST_LETTERS = 2;
/** Letters with a meaning of their own in a regular expression. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/** The wording of a sentence as the heads see it; `normal` is its normalised text. */
export type PlainWording = (normal: string) => string;

export function createPlainWording(people: readonly Participant[]): PlainWording {
  const names = namesOf(people);
  return (normal) => {
    const named = names === null ? normal : normal.replace(names, NAME);
    const plain = ALIKE.reduce((text, [wording, word]) => text.replace(wording, word), named);
    return plain.replace(NAMES_IN_A_ROW, NAME);
  };
}

/** Whole names first, then their words, longest first; null where nobody has a name. */
function namesOf(people: readonly Participant[]): RegExp | null {
  const names = people
    .flatMap((person) => [person.name, ...nameWords(person)])
    .map((name) => normalised(name).trim())
    .filter((name) => name.length >= FEWEST_LETTERS)
    .toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return null;
  const written = names.map((name) => name.replace(SYNTAX, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${written})(?![\\p{L}\\p{M}])`, 'gu');
}
