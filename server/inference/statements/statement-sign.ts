import type { StatementKind } from '../../../shared/vocabulary.ts';
import { expression } from '../cues/expression.ts';

/** Wordings that make a statement of one kind. Over normalised sentences. */
export interface StatementSign {
  readonly kind: StatementKind;
  /** Its group `detail`, where it has one, is the part that the product sorts by: a date, an owner, a name, a number. */
  readonly pattern: RegExp;
  /** False friends: where this matches the sentence, the sign says nothing. */
  readonly unless: RegExp | null;
  /** The detail is a name, and so begins with a capital as written. */
  readonly namesSomebody: boolean;
}

export interface SignSpec {
  readonly kind: StatementKind;
  /** Any of these; a space stands for any white space. */
  readonly anyOf: readonly string[];
  readonly unless: readonly string[];
  readonly namesSomebody?: boolean;
}

export function compileSign({
  kind,
  anyOf,
  unless,
  namesSomebody = false,
}: SignSpec): StatementSign {
  return {
    kind,
    pattern: expression(joined(anyOf)),
    unless: expression(joined(unless)),
    namesSomebody,
  };
}

function joined(alternatives: readonly string[]): string {
  return `(?:${alternatives.join('|')})`;
}

export const ASKED = '\\?["\')]*\\s*$';
