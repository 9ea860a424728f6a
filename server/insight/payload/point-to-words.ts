import type { Phrase } from '../../../shared/card.ts';
import { plain, runsIn, type Stretch, type WordBook } from './known-words.ts';

/** A piece of our own text, a moment, or a stretch of a buyer's words. */
export type Piece = Phrase[number] | Stretch;

/**
 * A text of the card with every word of a buyer's taken out and pointed to: what stands in quotation marks, an entry that
 * is nothing but their words, and any run of words that is theirs. Pure; what it gives back holds no run of theirs.
 */
export function pointToWords(book: WordBook, text: string | Phrase): readonly Piece[] {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.flatMap((part) => (typeof part === 'string' ? piecesOf(book, part) : [part]));
}

export function isStretch(piece: Piece): piece is Stretch {
  return typeof piece !== 'string' && 'words' in piece;
}

function piecesOf(book: WordBook, text: string): readonly Piece[] {
  const whole = book.all.find(({ shown }) => shown === text);
  if (whole !== undefined) return [{ words: whole, from: 0, to: text.length }];
  const pieces = splitAtQuotes(text).map(({ quoted, words }) =>
    quoted ? quotedPieces(book, words) : withoutRuns(book, words),
  );
  return joined(pieces.flat());
}

/** Neighbouring strings merge, empty ones vanish. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1);
    if (piece === '') return done;
    if (typeof piece !== 'string' || typeof last !== 'string') return [...done, piece];
    return [...done.slice(0, -1), last + piece];
  }, []);
}

interface Part {
  readonly quoted: boolean;
  readonly words: string;
}

/** The marks themselves stay with our own text. */
function splitAtQuotes(text: string): readonly Part[] {
  return text.split(/(?<=“)([^“”]*)(?=”)/).map((words, index) => ({
    quoted: index % 2 === 1,
    words,
  }));
}

/** In quotation marks may also stand a question of ours. */
function quotedPieces(book: WordBook, words: string): readonly Piece[] {
  const wanted = plain(words);
  for (const known of book.all) {
    const from = wanted === '' ? -1 : plain(known.shown).indexOf(wanted);
    if (from >= 0) return [{ words: known, from, to: from + wanted.length }];
  }
  return withoutRuns(book, words);
}

/** Words that a text shares with a buyer's by chance are pointed to as well: the print is the same. */
function withoutRuns(book: WordBook, text: string): readonly Piece[] {
  const run = runsIn(text).find((each) => book.runs.has(plain(each.text)));
  const begin = run && book.runs.get(plain(run.text));
  if (run === undefined || begin === undefined) return [text];
  const extra = alikeAfter(text.slice(run.to), begin.words.shown.slice(begin.to));
  const stretch: Stretch = { ...begin, to: begin.to + extra };
  return [text.slice(0, run.from), stretch, ...withoutRuns(book, text.slice(run.to + extra))];
}

/** How many characters two texts share from their beginning. */
function alikeAfter(text: string, theirs: string): number {
  const most = Math.min(text.length, theirs.length);
  let count = 0;
  while (count < most && text[count] === theirs[count]) count += 1;
  return count;
}
