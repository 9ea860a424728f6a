import { lazily } from '../lazily.ts';
import type { Language } from './language.ts';
import { OTHER_LANGUAGES } from './other-languages.ts';
import { ENGLISH, READ_LANGUAGES } from './read-languages.ts';

/** Fewer different words may be of many languages ("Ok, danke"); they carry little, and are read. */
const FEWEST_WORDS = 5;
/** A language shows in a few sentences; longer texts cost no more. */
const MOST_CHARACTERS = 2_000;
const WORD = /[\p{Script=Latin}\p{M}'’]+/gu;
/** Written with a letter that English lacks, and neither as a name nor in a wrong charset ("mÃ¶glich", "â€œso"). */
const ACCENTED = /^(?!\p{Lu})(?!.*[ÃÂ]|â$).*[^A-Za-z'’]/u;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

const othersWords = lazily(() => Object.values(OTHER_LANGUAGES).map(wordsOf));

/**
 * The language that people wrote this in, if it is one that is read: the one of which it has most common words; English
 * where these do not tell (docs/decisions/0020-other-languages-are-left-alone.md).
 */
export function languageOf(text: string): Language | null {
  const start = text.slice(0, MOST_CHARACTERS);
  if (isInAnotherScript(start)) return null;
  const written = [...new Set(start.match(WORD))];
  if (written.length < FEWEST_WORDS) return ENGLISH;
  const words = written.map((word) => word.replaceAll('’', "'").toLowerCase());
  const [likeliest = ENGLISH] = READ_LANGUAGES.toSorted(
    (a, b) => countOf(words, b.commonWords) - countOf(words, a.commonWords),
  );
  const strange = written.filter((_, at) => !likeliest.commonWords.has(words[at] ?? ''));
  return strangest(strange) > Math.max(1, words.length - strange.length) ? null : likeliest;
}

/** How many of the words are those of one other language. */
function strangest(words: readonly string[]): number {
  const plain = words.filter((word) => !ACCENTED.test(word)).map((word) => word.toLowerCase());
  const counts = othersWords().map((common) => countOf(plain, common));
  return words.length - plain.length + Math.max(...counts);
}

function countOf(words: readonly string[], common: ReadonlySet<string>): number {
  return words.filter((word) => common.has(word)).length;
}

function isInAnotherScript(text: string): boolean {
  const letters = (text.match(LETTER) ?? []).length;
  return (text.match(LATIN_LETTER) ?? []).length * 2 < letters;
}

function wordsOf(common: string): ReadonlySet<string> {
  return new Set(common.split(' '));
}
