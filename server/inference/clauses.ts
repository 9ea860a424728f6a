import { lazily } from './lazily.ts';
import type { SourceText, Span } from './source-text.ts';

/** One sentence with its clauses. Offsets are those of the decoded text. */
export interface Sentence extends Span {
  /** Lower case, plain quotes, dashes and spaces; as long as the sentence, so that offsets agree. */
  readonly normal: string;
  /** As written. */
  readonly text: string;
  /** Ascending, without gaps that hold words. */
  readonly clauses: readonly Span[];
}

/** The first one of a process loads Unicode's tables, which takes 20 ms. */
const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/** After these a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|approx|ca|incl|excl|e\.g|i\.e|etc|resp|dept|ext|fig|para|art|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|min|max|avg|tel|p\.a|\p{L})\.\s*$/iu;
const BULLET = /^\s*(?:[-–—*•·+>▪]|=>|->|→|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/iu;
/** Nothing that ends a sentence, but for one sign at the end. */
const ONE_SENTENCE = /^[\p{L}\p{M}\p{N} ,;:'"’()/&%+*@#=_€$£-]*[.!?]? *$/u;
const SENTENCE_END = /[.!?:;]["')\]]*\s*$/;

/** Three times what the longest of 39,000 labelled sentences has (2026-11-23): what is longer is none. */
const LONGEST = 1_000;

/** A line this long, without an end, was wrapped by the mail program. */
const WRAP_AT = 45;

export function sentencesOf(source: SourceText, passage: Span): readonly Sentence[] {
  // In HTML a line break is meant; in plain text mail programs put them in.
  const isWrapped = source.starts === null;
  return paragraphsOf(source.text, passage, isWrapped).flatMap((paragraph) =>
    sentencesIn(source.text, paragraph),
  );
}

/** Lines joined where a mail program wrapped them; bullets and blank lines stand apart. */
function paragraphsOf(text: string, passage: Span, isWrapped: boolean): readonly Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  let previous = '';
  for (let start = passage.start; start < passage.end;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 || newline > passage.end ? passage.end : newline;
    const line = text.slice(start, end);
    const last = paragraphs.at(-1);
    if (last !== undefined && isWrapped && continues(previous, line)) last.end = end;
    else if (line.trim() !== '') paragraphs.push({ start, end });
    previous = line;
    start = end + 1;
  }
  return paragraphs;
}

function continues(previous: string, line: string): boolean {
  if (previous.trim().length < WRAP_AT || line.trim() === '' || BULLET.test(line)) return false;
  return !SENTENCE_END.test(previous) || /^\s*\p{Ll}/u.test(line);
}

function sentencesIn(text: string, paragraph: Span): readonly Sentence[] {
  const bullet = BULLET.exec(
    text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 12)),
  );
  const from = paragraph.start + (bullet?.[0].length ?? 0);
  const body = text.slice(from, paragraph.end).replace(/\n/g, ' ');
  const spans: { start: number; end: number }[] = [];
  let open = false;
  for (const { segment, index } of segmentsOf(body)) {
    const last = spans.at(-1);
    if (open && last !== undefined) last.end = from + index + segment.length;
    else spans.push({ start: from + index, end: from + index + segment.length });
    open = isUnfinished(segment, body.slice(index + segment.length, index + segment.length + 3));
  }
  const pieces = spans.flatMap((span) => piecesOf(text, trimmed(text, span)));
  return pieces.flatMap((piece) => toSentence(text, trimmed(text, piece)) ?? []);
}

/** A sentence, which may be long without end, in pieces that patterns can be tried on in any number. */
function piecesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end;) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const cut = space > from ? space : from + LONGEST;
    const to = from + LONGEST < end ? cut : end;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return pieces;
}

/** Sentences by Unicode's rules, asked only where more than one is possible. */
function segmentsOf(body: string): Iterable<{ readonly segment: string; readonly index: number }> {
  return ONE_SENTENCE.test(body) ? [{ segment: body, index: 0 }] : segmenter().segment(body);
}

function isUnfinished(segment: string, next: string): boolean {
  return ABBREVIATION.test(segment.slice(-14)) || /^\p{Ll}/u.test(next);
}

function toSentence(text: string, span: Span): Sentence | null {
  if (span.start >= span.end) return null;
  const written = text.slice(span.start, span.end);
  const normal = normalised(written);
  let clauses: readonly Span[] | null = null;
  return {
    ...{ ...span, normal, text: written },
    // Only what holds a need or a statement is cut into clauses: one sentence of five.
    get clauses() {
      clauses ??= clauseSpans(normal).map(({ start, end }) => ({
        start: span.start + start,
        end: span.start + end,
      }));
      return clauses;
    },
  };
}

export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** Printable ASCII without the back quote: nothing to make plain. */
const PLAIN = /^[ -_a-~]*$/;

/** Same length as the text: one unit for one unit. */
export function normalised(text: string): string {
  const lower = text.toLowerCase();
  const cased = lower.length === text.length ? lower : text.replace(/\p{Lu}/gu, lowerUnit);
  if (PLAIN.test(cased)) return cased;
  return cased
    .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' ');
}

function lowerUnit(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

const JOINER =
  'and|but|so|or|because|bc|cause|although|though|while|whereas|which|who|if|when|unless|until|till|otherwise|then|yet|since|as|even|instead|only|not';
const SUBJECT =
  "i|we|you|he|she|it|they|this|that|there|these|those|the|my|our|your|his|her|their|its|nobody|no-?one|everyone|everybody|all|one|some|somebody|someone|i'[a-z]+|we'[a-z]+|it'[a-z]+|that'[a-z]+|he'[a-z]+|she'[a-z]+|they'[a-z]+|there'[a-z]+|please|thanks|what|how|why|can|could|is|are|do|does|did|have|has|no|now|still|just";

/** A run of spaces, looked at from its beginning only: a long one takes time in proportion to its length. */
const SPACES = '(?<!\\s)\\s+';

/** Where one clause may end and the next begin. */
const BOUNDARY = new RegExp(
  [
    '[;:]\\s+',
    `${SPACES}-{1,2}\\s+|(?:${SPACES})?(?:\\.{3}|=>|->|→|>>|[()])\\s*|…\\s*`,
    `,\\s+(?=(?:${JOINER}|${SUBJECT})\\b)`,
    `${SPACES}(?=(?:but|because|bc|although|though|however|otherwise|unless|whereas)\\b)`,
    `${SPACES}(?:[&+]|and)\\s+(?=(?:he|she|they|i|we|it|you|nobody|there|everyone|that is)\\b)`,
  ].join('|'),
  'g',
);

/** Shorter pieces ("So," "Okay:") belong to what follows. */
const CLAUSE_WORDS = 3;
const PUNCTUATION = /^[\s,.;:()-]*$/;

function clauseSpans(normal: string): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  const add = (end: number, next: number): void => {
    const words = wordCount(normal.slice(start, end));
    if (words === 0 && PUNCTUATION.test(normal.slice(start, end))) start = next;
    if (words < CLAUSE_WORDS && next < normal.length) return;
    if (words === 0 && spans.length > 0) return;
    spans.push(withBothBrackets(normal, { start, end }));
    start = next;
  };
  for (const match of normal.matchAll(BOUNDARY)) add(match.index, match.index + match[0].length);
  add(normal.length, normal.length);
  return spans;
}

/** A piece that takes in one bracket of a pair takes in the other, so that no quote shows half of it. */
function withBothBrackets(normal: string, { start, end }: Span): Span {
  const piece = normal.slice(start, end);
  const lacksFirst = /^[^(]*\)/.test(piece);
  const lacksLast = piece.lastIndexOf('(') > piece.lastIndexOf(')');
  const before = lacksFirst ? lengthOf(/\( ?$/, normal.slice(Math.max(0, start - 2), start)) : 0;
  const after = lacksLast ? lengthOf(/^ ?\)/, normal.slice(end, end + 2)) : 0;
  return { start: start - before, end: end + after };
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
