import type { SalesforceRecord, Value } from '../org/org.ts';
import type { FieldPath } from './field-path.ts';
import { notUnderstood, RefusedQuery } from './refused-query.ts';

export type Keep = (record: SalesforceRecord) => boolean;

/** One comparison as the parser gives it; `openParen` and `closeParen` count the brackets around it. */
interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly literalType?: string | readonly string[];
  readonly value: string | readonly string[];
  readonly openParen?: number;
  readonly closeParen?: number;
}

/** The parser nests conditions to the right, whatever their brackets say. */
export interface ParsedWhere {
  readonly left: unknown;
  readonly operator?: string;
  readonly right?: unknown;
}

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Comparison;

/** Brackets are obeyed; AND beside OR without them is refused, as Salesforce does. */
export function compileWhere(
  where: ParsedWhere | undefined,
  fieldOf: (path: string) => FieldPath,
): Keep {
  if (where === undefined) return () => true;
  const tokens = flatten(where);
  const keep = new WhereReader(tokens, fieldOf).readAll();
  if (tokens.length > 0) throw notUnderstood('what follows the condition');
  return keep;
}

function flatten(where: ParsedWhere): Token[] {
  const { left, operator, right } = where;
  const own = left === null ? [] : comparisonTokens(asComparison(left));
  const word = operator === undefined ? [] : [asWord(operator)];
  // What the parser nests is of the same form.
  return [...own, ...word, ...(right === undefined ? [] : flatten(right as ParsedWhere))];
}

function comparisonTokens(comparison: Comparison): Token[] {
  const { openParen = 0, closeParen = 0 } = comparison;
  return [...Array<Token>(openParen).fill('('), comparison, ...Array<Token>(closeParen).fill(')')];
}

function asComparison(left: unknown): Comparison {
  if (typeof left === 'object' && left !== null && 'field' in left && 'value' in left)
    return left as Comparison; // checked as far as the parser varies
  throw notUnderstood('a condition that compares no plain field');
}

function asWord(operator: string): 'AND' | 'OR' | 'NOT' {
  if (operator === 'AND' || operator === 'OR' || operator === 'NOT') return operator;
  throw notUnderstood(operator);
}

/** Takes tokens from the front of the list it was given. */
class WhereReader {
  readonly #tokens: Token[];
  readonly #fieldOf: (path: string) => FieldPath;

  constructor(tokens: Token[], fieldOf: (path: string) => FieldPath) {
    this.#tokens = tokens;
    this.#fieldOf = fieldOf;
  }

  readAll(): Keep {
    const parts = [this.#readOne()];
    const words = new Set<Token>();
    while (this.#tokens[0] === 'AND' || this.#tokens[0] === 'OR') {
      words.add(this.#take());
      parts.push(this.#readOne());
    }
    if (words.size > 1)
      throw new RefusedQuery('MALFORMED_QUERY', 'AND and OR stand side by side without brackets.');
    return words.has('OR')
      ? (record) => parts.some((keep) => keep(record))
      : (record) => parts.every((keep) => keep(record));
  }

  #readOne(): Keep {
    const token = this.#take();
    if (token === 'NOT') {
      const keep = this.#readOne();
      return (record) => !keep(record);
    }
    if (token === '(') {
      const keep = this.readAll();
      this.#take();
      return keep;
    }
    if (typeof token === 'string') throw notUnderstood(`${token} here`);
    return compileComparison(token, this.#fieldOf(token.field));
  }

  #take(): Token {
    const token = this.#tokens.shift();
    if (token === undefined) throw notUnderstood('a condition that breaks off');
    return token;
  }
}

const ORDERED: Readonly<Record<string, (a: Comparable, b: Comparable) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

type Comparable = string | number | boolean;

function compileComparison(comparison: Comparison, field: FieldPath): Keep {
  const { operator } = comparison;
  if (field.type === 'textarea')
    throw new RefusedQuery(
      'INVALID_FIELD',
      `${comparison.field} can not be filtered in a query call.`,
    );
  const bounds = boundsOf(comparison, field);
  const own = (record: SalesforceRecord) => comparable(field, field.valueOf(record));
  const among = (record: SalesforceRecord) => bounds.includes(own(record));
  if (operator === '=' || operator === 'IN') return among;
  if (operator === '!=' || operator === 'NOT IN') return (record) => !among(record);
  const { compare, bound } = orderOf(operator, bounds);
  return (record) => {
    const mine = own(record);
    return mine !== null && compare(mine, bound);
  };
}

function orderOf(operator: string, [bound = null]: readonly (Comparable | null)[]) {
  const compare = ORDERED[operator];
  if (compare === undefined || bound === null) throw notUnderstood(`${operator} with this value`);
  return { compare, bound };
}

function boundsOf(
  { value, literalType }: Comparison,
  field: FieldPath,
): readonly (Comparable | null)[] {
  const written = typeof value === 'string' ? [value] : value;
  const type = typeof literalType === 'object' ? literalType[0] : literalType;
  return written.map((each) => {
    const read = literal(each, type);
    return read === null ? null : comparable(field, read);
  });
}

/** Ids compare letter by letter, other text without its capitals, moments by what they mean. */
function comparable({ type }: FieldPath, value: Value): Comparable | null {
  if (typeof value !== 'string') return value;
  if (type === 'datetime') return Date.parse(value);
  return type === 'id' || typeof type === 'object' ? value : value.toLowerCase();
}

function literal(written: string, type: string | undefined): Value {
  const read = LITERALS[type ?? ''];
  if (read === undefined) throw notUnderstood(`a value such as ${written}`);
  return read(written);
}

const LITERALS: Readonly<Record<string, (written: string) => Value>> = {
  STRING: (written) => written.slice(1, -1).replaceAll(/\\(['\\])/g, '$1'),
  DATETIME: (written) => written,
  DATE: (written) => written,
  INTEGER: Number,
  DECIMAL: Number,
  BOOLEAN: (written) => written.toUpperCase() === 'TRUE',
  NULL: () => null,
};
