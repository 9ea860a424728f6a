import type { Sentence } from './clauses.ts';
import { buyersOf, nameWords, only } from './people.ts';
import type { Participant } from './reading.ts';
import type { Span } from './source-text.ts';

/** A listed buyer named in a sentence; offsets of its normalised text. */
export interface Mention extends Span {
  readonly person: Participant;
}

/** Names that are common words too, and so cannot stand for a person by themselves. */
const COMMON = new Set(
  'will mark may april june grace rose hope bill frank art dawn ray joy summer guy drew case rich page price hand day'.split(
    ' ',
  ),
);

/** How a title is said, and how it is written in a record. */
const TITLES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bceo\b/gu, /chief executive|\bceo\b/iu],
  [/\bcfo\b/gu, /chief financ|finance director|head of finance|\bcfo\b/iu],
  [/\b(?:finance director|fd)\b/gu, /finance director/iu],
  [/\bcto\b/gu, /chief techn|\bcto\b/iu],
  [/\bcoo\b/gu, /chief operat|\bcoo\b/iu],
  [/\bcio\b/gu, /chief information officer|\bcio\b/iu],
  [/\bciso\b/gu, /chief information security|\bciso\b/iu],
  [/\bcmo\b/gu, /chief marketing|\bcmo\b/iu],
  [/\b(?:gm|general manager)\b/gu, /general manager|\bgm\b/iu],
  [/\b(?:md|managing director)\b/gu, /managing director|\bmd\b/iu],
  [/\bowner\b/gu, /owner/iu],
  [/\bfounder\b/gu, /founder/iu],
];

/** Buyers named in a sentence by name, by a title only they have, or by initials ("R says"), in order. */
export type FindMentions = (sentence: Sentence) => readonly Mention[];

/** Looks once at the people, since an activity has many sentences. */
export function createFindMentions(people: readonly Participant[]): FindMentions {
  const buyers = buyersOf(people);
  const names = buyers.map((person) => ({ person, words: ownWords(person, buyers) }));
  const titles = titlesOf(buyers);
  return (sentence) => {
    const folded = withoutAccents(sentence.normal);
    return [
      ...names.flatMap(({ person, words }) => nameMentions(folded, person, words)),
      ...titles.flatMap(({ person, said }) => titleMentions(sentence.normal, person, said)),
      ...initialMentions(sentence.text, buyers),
    ].toSorted((a, b) => a.start - b.start);
  };
}

/** Same length, so that offsets agree: "Bożena" and "Bozena" are one name. */
function withoutAccents(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => unit.normalize('NFD').charAt(0));
}

/** The words of a name that name nobody else. */
function ownWords(person: Participant, buyers: readonly Participant[]): readonly string[] {
  const others = buyers.filter((each) => each.id !== person.id).flatMap(nameWords);
  return nameWords(person)
    .filter((word) => word.length > 2 && !others.includes(word) && !COMMON.has(word))
    .map(withoutAccents);
}

function nameMentions(
  folded: string,
  person: Participant,
  words: readonly string[],
): readonly Mention[] {
  return words.flatMap((word) =>
    occurrences(folded, word).map((start) => ({ person, start, end: start + word.length })),
  );
}

function occurrences(folded: string, word: string): readonly number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
    if (!isLetter(folded.charAt(at - 1)) && !isLetter(folded.charAt(at + word.length)))
      found.push(at);
  }
  return found;
}

const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);

/** How the titles are said that only one buyer has. */
function titlesOf(
  buyers: readonly Participant[],
): readonly { person: Participant; said: RegExp }[] {
  return TITLES.flatMap(([said, title]) => {
    const person = only(buyers.filter((each) => title.test(each.title ?? '')));
    return person === null ? [] : [{ person, said }];
  });
}

function titleMentions(normal: string, person: Participant, said: RegExp): readonly Mention[] {
  return [...normal.matchAll(said)].map((match) => at(person, match));
}

const INITIALS =
  /(?<![\p{L}.])(\p{Lu}{1,3})(?=\s+(?:says?|said|thinks?|wants?|asks?|asked|reckons?|feels?|told|worried|likes?|is|was|will|to)\b|:)/gu;

function initialMentions(text: string, buyers: readonly Participant[]): readonly Mention[] {
  return [...text.matchAll(INITIALS)].flatMap((match) => {
    const person = only(buyers.filter((each) => hasInitials(each, match[1] ?? '')));
    return person === null ? [] : [at(person, match)];
  });
}

function hasInitials(person: Participant, initials: string): boolean {
  const parts = person.name.split(/[\s-]+/).map((part) => part.charAt(0).toUpperCase());
  return (
    initials === parts[0] ||
    initials === parts.join('') ||
    initials === [parts[0], parts.at(-1)].join('')
  );
}

function at(person: Participant, match: RegExpExecArray): Mention {
  return { person, start: match.index, end: match.index + match[0].length };
}
