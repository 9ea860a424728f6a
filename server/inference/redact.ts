import { trimmed } from './clauses.ts';
import { overlaps, type Span } from './source-text.ts';

/** What no quote may hold: addresses, phone, card and account numbers. */
const PRIVATE = new RegExp(
  [
    '[^\\s<>()]{1,64}@[^\\s<>()]{1,190}\\.\\p{L}{2,}',
    '\\b[A-Z]{2}\\d{2}(?:\\s?[A-Z0-9]{4}){2,7}(?:\\s?[A-Z0-9]{1,4})?\\b',
    '(?:\\+|\\b)\\(?\\d(?:[\\s().\\/-]{0,2}\\d){8,18}\\b',
  ].join('|'),
  'gu',
);

const MIN_WORDS = 3;

/**
 * The part of `span` around `core` that holds nothing private; null when nothing meaningful is left.
 * Offsets are those of `text`.
 */
export function redacted(text: string, span: Span, core: Span): Span | null {
  let { start, end } = span;
  for (const match of text.slice(span.start, span.end).matchAll(PRIVATE)) {
    const found = {
      start: span.start + match.index,
      end: span.start + match.index + match[0].length,
    };
    if (overlaps(found, core)) return null;
    if (found.end <= core.start) start = found.end;
    else end = Math.min(end, found.start);
  }
  const clean = trimmed(text, { start, end });
  return hasWords(text.slice(clean.start, clean.end)) ? clean : null;
}

export function holdsPrivate(slice: string): boolean {
  PRIVATE.lastIndex = 0;
  return PRIVATE.test(slice);
}

function hasWords(slice: string): boolean {
  return (slice.match(/\p{L}+/gu)?.length ?? 0) >= MIN_WORDS;
}
