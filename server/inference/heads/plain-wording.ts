import { normalised } from '../clauses.ts';
import { nameWords } from '../people.ts';
import type { Participant } from '../reading.ts';
import type { Span } from '../source-text.ts';

/** What must change no reading, and the word that stands in for it. */
export type AlikeWording = readonly [RegExp, string];

/** Marks of direction, joiners and soft hyphens: nobody sees them, and they change no reading. */
const UNSEEN = /\p{Cf}/gu;
const NAME = 'name';
const NAMES_IN_A_ROW = /\bname(?:[\s.-]+name\b)+/g;
const FEWEST_LETTERS = 2;
const LETTER = /[\p{L}\p{M}]/u;

/** The wording of a sentence as the heads see it; `normal` is its normalised text. */
export type PlainWording = (normal: string) => string;

export function createPlainWording(
  people: readonly Participant[],
  alike: readonly AlikeWording[],
): PlainWording {
  const names = namesOf(people);
  return (normal) => {
    const named = withoutNames(normal.replace(UNSEEN, ''), names);
    const plain = alike.reduce((text, [wording, word]) => text.replace(wording, word), named);
    return plain.replace(NAMES_IN_A_ROW, NAME);
  };
}

/** Whole names, and their words. */
function namesOf(people: readonly Participant[]): readonly string[] {
  const names = people
    .flatMap((person) => [person.name, ...nameWords(person)])
    .map((name) => normalised(name).trim())
    .filter((name) => name.length >= FEWEST_LETTERS);
  return [...new Set(names)];
}

/**
 * The first name first, of two at one place the longer. Searched for by hand: an expression made for each text is
 * compiled for each text, and while one thread writes code, all threads of a process wait.
 */
function withoutNames(normal: string, names: readonly string[]): string {
  const places = names
    .flatMap((name) => placesOf(name, normal))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let plain = '';
  let from = 0;
  for (const { start, end } of places) {
    if (start < from) continue;
    plain += normal.slice(from, start) + NAME;
    from = end;
  }
  return plain + normal.slice(from);
}

function placesOf(name: string, normal: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = normal.indexOf(name); start !== -1; start = normal.indexOf(name, start + 1)) {
    const end = start + name.length;
    if (!isLetter(lastOf(normal, start)) && !isLetter(normal.codePointAt(end)))
      places.push({ start, end });
  }
  return places;
}

/** The code point that ends at `end`. */
function lastOf(text: string, end: number): number | undefined {
  const wide = end < 2 ? undefined : text.codePointAt(end - 2);
  return wide !== undefined && wide > 0xffff ? wide : text.codePointAt(end - 1);
}

function isLetter(codePoint: number | undefined): boolean {
  return codePoint !== undefined && LETTER.test(String.fromCodePoint(codePoint));
}
