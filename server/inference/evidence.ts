import { QUOTE_LIMIT } from '../domain/evidence.ts';
import type { Sentence } from './clauses.ts';
import type { ReadingInput } from './reading.ts';
import { holdsPrivate, redacted } from './redact.ts';
import { shown } from './shown.ts';
import { overlaps, toOriginal, type SourceText, type Span } from './source-text.ts';

/** A quote of fewer words says too little alone; one of more is cut at a comma or an "and". */
const FEW_WORDS = 4;
const MANY_WORDS = 16;

/** Words at a clause's edge that carry nothing. */
const LEADING =
  /^(?:(?:and|but|so|or|also|well|okay|ok|yes|no|right|because|bc|then|plus|anyway|honestly|look|that)\b[,\s]*)+(?=\S+\s+\S+\s+\S)/;
/** What a mail opens with, before it comes to the matter. */
const GREETING =
  /^(?:(?:good (?:morning|afternoon|evening|day)|hi|hello|hey|dear|hallo|guten tag|bonjour|buongiorno|hola)(?: \p{L}[\p{L}.'-]*){0,4}\s*[,:!\u2013-]\s*)?(?:(?:just )?(?:for (?:your )?information|fyi|a quick note)\s*[,:\u2013-]?\s*)?(?=\S+\s+\S+)/u;
const TRAILING = /[\s.,;:!\-"'(]+$/;
const WEAK_BOUNDARY = /,\s+|\s+(?:&|and|that|which|while|where)\s+/g;

export interface Quote extends Span {
  readonly quote: string;
  readonly shown: string;
}

/** The shortest run of clauses that holds `core` and can stand alone. Offsets of the decoded text. */
export function clauseSpan(sentence: Sentence, core: Span): Span {
  const first = sentence.clauses.findIndex((clause) => overlaps(clause, core));
  const last = sentence.clauses.findLastIndex((clause) => overlaps(clause, core));
  const span = joined(sentence, first, last) ?? core;
  if (wordCount(sentence, span) > MANY_WORDS) return narrowed(sentence, span, core);
  if (wordCount(sentence, span) >= FEW_WORDS) return span;
  const wider = [joined(sentence, first, last + 1), joined(sentence, first - 1, last)];
  return wider.find((each) => each !== null && wordCount(sentence, each) <= MANY_WORDS) ?? span;
}

function joined({ clauses }: Sentence, first: number, last: number): Span | null {
  const start = clauses[first]?.start;
  const end = clauses[last]?.end;
  return start === undefined || end === undefined || first < 0 ? null : { start, end };
}

/** A long clause cut at commas and "and", keeping what carries the need with a few words around it. */
function narrowed(sentence: Sentence, span: Span, core: Span): Span {
  const normal = sentence.normal.slice(span.start - sentence.start, span.end - sentence.start);
  const cuts = [...normal.matchAll(WEAK_BOUNDARY)];
  const before = cuts.findLast((cut) => span.start + cut.index + cut[0].length <= core.start);
  const after = cuts.find((cut) => span.start + cut.index >= core.end);
  const start = before === undefined ? span.start : span.start + before.index + before[0].length;
  const end = after === undefined ? span.end : span.start + after.index;
  const cut = { start, end };
  const kept = wordCount(sentence, cut) >= FEW_WORDS ? cut : { start, end: span.end };
  return kept.end - kept.start <= QUOTE_LIMIT ? kept : core;
}

function wordCount(sentence: Sentence, span: Span): number {
  const text = sentence.normal.slice(span.start - sentence.start, span.end - sentence.start);
  return text.match(/[\p{L}\p{N}']+/gu)?.length ?? 0;
}

/** An exact, clean slice of the original for `span`; null when none can be given. */
export function quoteOf(
  {
    input,
    source,
  }: { readonly input: Pick<ReadingInput, 'text' | 'people'>; readonly source: SourceText },
  {
    span,
    core,
    sentence,
  }: { readonly span: Span; readonly core: Span; readonly sentence: Sentence },
): Quote | null {
  const clean = redacted(source.text, {
    span: withoutEdges(sentence, span, core),
    core,
    people: input.people,
  });
  if (clean === null) return null;
  const { start, end } = toOriginal(source, clean);
  const quote = input.text.slice(start, end);
  if (quote.length === 0 || quote.length > QUOTE_LIMIT || holdsPrivate(quote)) return null;
  const printed = shown(quote);
  return printed === '' ? null : { start, end, quote, shown: printed };
}

function withoutEdges(sentence: Sentence, span: Span, core: Span): Span {
  const normal = sentence.normal.slice(span.start - sentence.start, span.end - sentence.start);
  const greeting = GREETING.exec(normal)?.[0].length ?? 0;
  const leading = greeting + (LEADING.exec(normal.slice(greeting))?.[0].length ?? 0);
  const trailing = TRAILING.exec(normal)?.[0].length ?? 0;
  return {
    start: Math.min(span.start + leading, Math.max(core.start, span.start)),
    end: Math.max(span.end - trailing, Math.min(core.end, span.end)),
  };
}
