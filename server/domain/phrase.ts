import type { Instant } from '../../shared/ids.ts';
import type { Moment, Phrase } from '../../shared/card.ts';

/** The longest each kind of moment can become in English: "12 September", "23 months ago", "less than a day", "Wed 12:14". */
const LONGEST: Readonly<Record<Moment['as'], number>> = { day: 12, ago: 13, age: 15, time: 9 };

export function moment(at: Instant, as: Moment['as']): Moment {
  return { at, as };
}

/** Strings and moments joined into one phrase: neighbouring strings merge, empty ones vanish. */
export function phrase(...parts: readonly (string | Moment | Phrase)[]): Phrase {
  return parts.flat().reduce<(string | Moment)[]>(append, []);
}

function append(done: (string | Moment)[], part: string | Moment): (string | Moment)[] {
  const last = done.at(-1);
  if (part === '') return done;
  if (typeof part === 'string' && typeof last === 'string')
    return [...done.slice(0, -1), last + part];
  return [...done, part];
}

/** Characters a phrase can take at most once its moments are words. */
export function longestRendered(text: Phrase): number {
  return text.reduce(
    (sum, part) => sum + (typeof part === 'string' ? part.length : LONGEST[part.as]),
    0,
  );
}

/** Only the fixed words of a phrase, for checks on language. */
export function fixedWords(text: Phrase): string {
  return text.map((part) => (typeof part === 'string' ? part : '…')).join('');
}
