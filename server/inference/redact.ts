import { trimmed } from './clauses.ts';
import { nameWords, wordsOf } from './people.ts';
import type { Participant } from './reading.ts';
import { overlaps, type Span } from './source-text.ts';

/** What no quote may hold: addresses of mail and post, phone, card and account numbers. */
const PRIVATE = new RegExp(
  [
    '[^\\s<>()]{1,64}@[^\\s<>()]{1,190}\\.\\p{L}{2,}',
    '\\b\\d{1,4}[a-z]?,? (?:\\p{Lu}[\\p{L}’-]+ ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Close|Crescent|Boulevard|Blvd|Square|Terrace)\\b',
    '\\p{Lu}[\\p{L}’-]*(?:straße|strasse|weg|platz|gasse|straat|laan|gatan|vägen|gade|vej) \\d{1,4}\\b',
    '\\b[A-Z]{2}\\d{2}(?:\\s?[A-Z0-9]{4}){2,7}(?:\\s?[A-Z0-9]{1,4})?\\b',
    '(?:\\+|\\b)\\(?\\d(?:[\\s().\\/-]{0,2}\\d){8,18}\\b',
  ].join('|'),
  'gu',
);

/** A person by title and name; without a title nothing tells a person from a town. */
const TITLED =
  /\b(?:Mrs?|Ms|Mx|Miss|Dr|Prof|Herrn?|Frau|Madame|Mme|Monsieur|Señora?|Sra?|Signora?)\.?\s+(?<name>\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+){0,2})/gu;

const MIN_WORDS = 3;

interface Quotable {
  readonly span: Span;
  /** What carries the claim; all of the span where that is not known. */
  readonly core: Span;
  /** Those who take part may be named. */
  readonly people: readonly Participant[];
}

/**
 * The part of `span` around `core` that holds nothing private and names nobody who does not take part; null when nothing
 * meaningful is left. Offsets are those of `text`.
 */
export function redacted(text: string, { span, core, people }: Quotable): Span | null {
  let { start, end } = span;
  for (const found of privateParts(text, span, people)) {
    if (overlaps(found, core) && !(found.isName && isWhole(span, core))) return null;
    if (leavesMoreBehind({ start, end }, found, core)) start = Math.max(start, found.end);
    else end = Math.min(end, found.start);
  }
  const clean = trimmed(text, { start, end });
  return hasWords(text.slice(clean.start, clean.end)) ? clean : null;
}

interface PrivatePart extends Span {
  /** A sentence goes on without a name; without its number or address it is about nothing. */
  readonly isName: boolean;
}

function privateParts(
  text: string,
  span: Span,
  people: readonly Participant[],
): readonly PrivatePart[] {
  const words = text.slice(span.start, span.end);
  const known = new Set(people.flatMap(nameWords));
  const strangers = [...words.matchAll(TITLED)].filter(
    ({ groups }) => !wordsOf(groups?.['name'] ?? '').some((word) => known.has(word)),
  );
  return [...words.matchAll(PRIVATE), ...strangers].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
    isName: match.groups?.['name'] !== undefined,
  }));
}

function isWhole(span: Span, core: Span): boolean {
  return core.start <= span.start && core.end >= span.end;
}

/** Whether the words behind the private part are to be kept, and not those before it. */
function leavesMoreBehind(kept: Span, found: Span, core: Span): boolean {
  if (!overlaps(found, core)) return found.end <= core.start;
  return kept.end - found.end > found.start - kept.start;
}

export function holdsPrivate(slice: string): boolean {
  PRIVATE.lastIndex = 0;
  return PRIVATE.test(slice);
}

function hasWords(slice: string): boolean {
  return (slice.match(/\p{L}+/gu)?.length ?? 0) >= MIN_WORDS;
}
