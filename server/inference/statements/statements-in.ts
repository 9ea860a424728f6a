import type { StatementKind } from '../../../shared/vocabulary.ts';
import type { Sentence } from '../clauses.ts';
import { createSieve } from '../sieve/sieve.ts';
import type { Span } from '../source-text.ts';
import type { StatementSign } from './statement-sign.ts';

/** How a language states and asks. Over normalised sentences. */
export interface StatementWords {
  readonly signs: readonly StatementSign[];
  /** A question put to us, not one thrown into the air. */
  readonly directQuestion: RegExp;
}

export interface Statement {
  readonly kind: StatementKind;
  readonly core: Span;
  /** The date, owner, name or number in it that the product sorts by. */
  readonly detail: Span | null;
}

/** Statements a sentence makes. `pain` is true where it holds a present pain (a reading of `relief`). */
export type StatementsIn = (sentence: Sentence, pain: boolean) => readonly Statement[];

export function createStatements({ signs, directQuestion }: StatementWords): StatementsIn {
  const signsFor = createSieve(signs, ({ pattern }) => [pattern]);
  return (sentence, pain) => {
    const found = signsFor(sentence.normal).flatMap((sign) => statementBy(sign, sentence) ?? []);
    const isAsked = isQuestion(sentence) && directQuestion.test(sentence.normal);
    const whole = { core: { start: sentence.start, end: sentence.end }, detail: null };
    return [
      ...found.filter(({ kind }, at) => found.findIndex((each) => each.kind === kind) === at),
      ...(pain ? [{ kind: 'pain_point', ...whole } as const] : []),
      ...(isAsked ? [{ kind: 'question', ...whole } as const] : []),
    ];
  };
}

function statementBy(sign: StatementSign, sentence: Sentence): Statement | null {
  const match = sign.pattern.exec(sentence.normal);
  if (match === null || isMeantOtherwise(sign, sentence, match.index)) return null;
  const start = sentence.start + match.index;
  const detail = detailOf(match, start);
  const named = sign.namesSomebody && detail !== null ? nameIn(sentence, detail) : detail;
  if (sign.namesSomebody && named === null) return null;
  return { kind: sign.kind, core: { start, end: start + match[0].length }, detail: named };
}

function isMeantOtherwise({ unless }: StatementSign, { normal }: Sentence, at: number): boolean {
  return unless?.test(normal) === true || isQuotation(normal.slice(0, at));
}

/** Within quotation marks somebody else speaks. */
function isQuotation(before: string): boolean {
  return (before.match(/"/g) ?? []).length % 2 === 1;
}

/** The first of the pattern's named groups that took part. */
function detailOf(match: RegExpExecArray, start: number): Span | null {
  const words = Object.values<string | undefined>(match.groups ?? {}).find(
    (each) => each !== undefined,
  );
  if (words === undefined) return null;
  const from = start + match[0].lastIndexOf(words);
  return { start: from, end: from + words.length };
}

const NAME = /^\p{Lu}[\p{L}\p{N}'-]*(?: (?:[&+] )?\p{Lu}[\p{L}\p{N}'-]*)*/u;

/** A name's words begin with capitals, as written. */
function nameIn(sentence: Sentence, detail: Span): Span | null {
  const name = NAME.exec(
    sentence.text.slice(detail.start - sentence.start, detail.end - sentence.start),
  );
  return name === null ? null : { start: detail.start, end: detail.start + name[0].length };
}

export function isQuestion(sentence: Sentence): boolean {
  return /\?["')\s]*$/u.test(sentence.normal);
}
