import type { DealFile } from '../../domain/deal-file.ts';
import type { Evidence } from '../../domain/evidence.ts';

/** Words of a buyer that we hold, and where they stand in the CRM. */
export type KnownWords = Pick<
  Evidence,
  'id' | 'activityKind' | 'activityId' | 'at' | 'quote' | 'shown' | 'start' | 'end'
>;

/** A stretch of what `words` show. */
export interface Stretch {
  readonly words: KnownWords;
  readonly from: number;
  readonly to: number;
}

/** So many words in a row are somebody's own; fewer, such as "on Thursday", are everybody's. */
export const OWN_WORDS = 4;

/** All words of buyers that could stand on a card of these deals, made ready to be looked for. */
export interface WordBook {
  readonly all: readonly KnownWords[];
  readonly byId: ReadonlyMap<string, KnownWords>;
  /** Where each run of OWN_WORDS words begins. */
  readonly runs: ReadonlyMap<string, Stretch>;
}

export function openWordBook(files: readonly DealFile[]): WordBook {
  const all = files.flatMap(({ evidence, statements }) => [...evidence, ...statements]);
  const newestFirst = all.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return {
    all: newestFirst,
    byId: new Map(newestFirst.map((each) => [each.id, each])),
    runs: new Map(newestFirst.toReversed().flatMap(runsOf)),
  };
}

function runsOf(words: KnownWords): readonly (readonly [string, Stretch])[] {
  return runsIn(plain(words.shown)).map(({ text, from, to }) => [text, { words, from, to }]);
}

/** Every run of OWN_WORDS words of a text, as it is written. */
export function runsIn(
  text: string,
): readonly { readonly text: string; readonly from: number; readonly to: number }[] {
  const words = [...text.matchAll(WORD)];
  return words.slice(0, Math.max(0, words.length - OWN_WORDS + 1)).map((first, index) => {
    const last = words[index + OWN_WORDS - 1] ?? first;
    const to = last.index + last[0].length;
    return { text: text.slice(first.index, to), from: first.index, to };
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Quotation marks within a quote are printed as single ones (playbook/quote-words.ts); nothing moves. */
export function plain(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}
