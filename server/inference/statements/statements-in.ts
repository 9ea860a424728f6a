import type { StatementKind } from '../../../shared/vocabulary.ts';
import type { Sentence } from '../clauses.ts';
import { isOffLimits } from '../off-limits.ts';
import { createSieve } from '../sieve/sieve.ts';
import type { Span } from '../source-text.ts';
import { ACCOMMODATION } from './accommodations.ts';
import { COMMITMENT } from './commitments.ts';
import { COMPETITOR, NAMED_COMPETITOR } from './competitors.ts';
import { OBJECTION } from './objections.ts';
import { OBSTACLE } from './obstacles.ts';
import { PERSONA_SIGNS } from './persona-signs.ts';
import { RISK_INVESTMENT, RISK_JOB, RISK_PRODUCTIVITY, RISK_REPUTATION } from './risks.ts';
import type { StatementSign } from './statement-sign.ts';
import { SURVEY_SCORE } from './survey-scores.ts';

const SIGNS: readonly StatementSign[] = [
  ...PERSONA_SIGNS,
  ...[COMMITMENT, OBJECTION, OBSTACLE, NAMED_COMPETITOR, COMPETITOR],
  ...[RISK_INVESTMENT, RISK_PRODUCTIVITY, RISK_REPUTATION, RISK_JOB],
  ...[ACCOMMODATION, SURVEY_SCORE],
];

const signsFor = createSieve(SIGNS, ({ pattern }) => [pattern]);

/** A question put to us, not one thrown into the air: it begins as one in one of its clauses, or says "you". */
const DIRECT_QUESTION =
  /(?:^|[,:;-] ?|\b(?:and|so|but|also) )\W{0,3}(?:can|could|would|will|do|does|did|is|are|was|were|have|has|how|what|which|who|when|where|why|may|might|shall|should|any|what's|who's|how's)\b|\byou\b/u;

export interface Statement {
  readonly kind: StatementKind;
  readonly core: Span;
  /** The date, owner, name or number in it that the product sorts by. */
  readonly detail: Span | null;
}

/** Statements a sentence makes. `pain` is true where it holds a present pain (a reading of `relief`). */
export function statementsIn(sentence: Sentence, pain: boolean): readonly Statement[] {
  if (isOffLimits(sentence.normal)) return [];
  const found = signsFor(sentence.normal).flatMap((sign) => statementBy(sign, sentence) ?? []);
  const whole = { core: { start: sentence.start, end: sentence.end }, detail: null };
  return [
    ...found.filter(({ kind }, at) => found.findIndex((each) => each.kind === kind) === at),
    ...(pain ? [{ kind: 'pain_point', ...whole } as const] : []),
    ...(isDirectQuestion(sentence) ? [{ kind: 'question', ...whole } as const] : []),
  ];
}

function statementBy(
  { kind, pattern, unless, namesSomebody }: StatementSign,
  sentence: Sentence,
): Statement | null {
  const match = pattern.exec(sentence.normal);
  if (match === null || unless?.test(sentence.normal) === true) return null;
  if (isQuotation(sentence.normal.slice(0, match.index))) return null;
  const start = sentence.start + match.index;
  const detail = detailOf(match, start);
  const named = namesSomebody ? nameIn(sentence, detail) : detail;
  if (namesSomebody && named === null) return null;
  return { kind, core: { start, end: start + match[0].length }, detail: named };
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
function nameIn(sentence: Sentence, detail: Span | null): Span | null {
  if (detail === null) return null;
  const name = NAME.exec(
    sentence.text.slice(detail.start - sentence.start, detail.end - sentence.start),
  );
  return name === null ? null : { start: detail.start, end: detail.start + name[0].length };
}

export function isQuestion(sentence: Sentence): boolean {
  return /\?["')\s]*$/u.test(sentence.normal);
}

function isDirectQuestion(sentence: Sentence): boolean {
  return isQuestion(sentence) && DIRECT_QUESTION.test(sentence.normal);
}
