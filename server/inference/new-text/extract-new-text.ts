import type { Participant } from '../reading.ts';
import type { Span } from '../source-text.ts';
import { cutDisclaimers } from './cut-disclaimers.ts';
import { cutQuotes } from './cut-quotes.ts';
import { cutSignature, signingNames } from './cut-signature.ts';
import { isAutomatic } from './is-automatic.ts';
import { textAt, type Line } from './lines.ts';

export interface NewText {
  /** What the author wrote in this activity, in reading order. */
  readonly lines: readonly Line[];
  readonly automatic: boolean;
}

/** Cuts away what was quoted, signed or attached by machines. */
export function extractNewText(
  lines: readonly Line[],
  { author, subject }: { readonly author: Participant | null; readonly subject: string | null },
): NewText {
  const quotes = cutQuotes(lines);
  const own = indicesBut(lines, quotes);
  const automatic = isAutomatic(own.map((index) => textAt(lines, index)).join('\n'), subject);
  const disclaimers = cutDisclaimers(lines);
  const written = own.filter((index) => !disclaimers.has(index));
  const names = author === null ? new Set<string>() : signingNames(author.name);
  const signature = cutSignature(lines, written, names);
  return {
    automatic,
    lines: written.filter((index) => !signature.has(index)).flatMap((index) => lines[index] ?? []),
  };
}

function indicesBut(lines: readonly Line[], cut: ReadonlySet<number>): readonly number[] {
  return lines.flatMap((_, index) => (cut.has(index) ? [] : [index]));
}

/** Kept lines that follow each other directly, joined: no quote can cross what was removed. */
export function passagesOf(lines: readonly Line[]): readonly Span[] {
  const passages: { start: number; end: number }[] = [];
  for (const line of lines) {
    const last = passages.at(-1);
    if (last?.end === line.start - 1) last.end = line.end;
    else passages.push({ start: line.start, end: line.end });
  }
  return passages;
}
