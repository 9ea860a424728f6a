/** The few forms of SOQL that the adapter writes, and nothing else: whatever it does not know, it refuses. */

export type Row = Record<string, unknown>;

export interface ParsedQuery {
  readonly fields: readonly string[];
  readonly object: string;
  readonly matches: (row: Row) => boolean;
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[];
  readonly limit: number | null;
}

const SHAPE = /^SELECT (.+?) FROM (\w+)(?: WHERE (.+?))?(?: ORDER BY (.+?))?(?: LIMIT (\d+))?$/;

export function parseSoql(soql: string): ParsedQuery {
  const flat = soql.replaceAll(/, \(SELECT .+? FROM \w+(?: WHERE [^)]+)?\)/g, '');
  const [, columns = '', object = '', where, order, limit] = SHAPE.exec(flat) ?? [];
  if (object === '') throw new Error(`Not understood: ${soql}`);
  return {
    fields: columns.split(', '),
    object,
    matches: where === undefined ? () => true : parseWhere(where),
    orderBy: order === undefined ? [] : order.split(', ').map(toOrder),
    limit: limit === undefined ? null : Number(limit),
  };
}

function toOrder(part: string): ParsedQuery['orderBy'][number] {
  return { field: part.split(' ')[0] ?? '', descending: part.includes(' DESC') };
}

const TOKEN = /\s*(\(|\)|,|NOT IN\b|IN\b|AND\b|OR\b|[<>]=?|!=|=|'(?:[^'\\]|\\.)*'|[\w.:+-]+)/y;

function tokensOf(where: string): string[] {
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < where.length;) {
    const found = TOKEN.exec(where)?.[1];
    if (found === undefined) throw new Error(`Not understood: ${where}`);
    tokens.push(found);
  }
  return tokens;
}

type Test = (row: Row) => boolean;

function parseWhere(where: string): Test {
  const tokens = tokensOf(where);
  const test = either(tokens);
  if (tokens.length > 0) throw new Error(`Not understood: ${where}`);
  return test;
}

function either(tokens: string[]): Test {
  const tests = [all(tokens)];
  while (tokens[0] === 'OR') tests.push((tokens.shift(), all(tokens)));
  return (row) => tests.some((test) => test(row));
}

function all(tokens: string[]): Test {
  const tests = [one(tokens)];
  while (tokens[0] === 'AND') tests.push((tokens.shift(), one(tokens)));
  return (row) => tests.every((test) => test(row));
}

function one(tokens: string[]): Test {
  const first = tokens.shift() ?? '';
  if (first === '(') {
    const inner = either(tokens);
    tokens.shift();
    return inner;
  }
  const operator = tokens.shift() ?? '';
  if (operator.endsWith('IN')) {
    const values = listOf(tokens);
    return (row) => values.includes(row[first] ?? null) !== operator.startsWith('NOT');
  }
  const value = literal(tokens.shift() ?? '');
  return (row) => holds(comparable(row[first]), operator, comparable(value));
}

function listOf(tokens: string[]): unknown[] {
  const values: unknown[] = [];
  for (let token = tokens.shift(); token !== ')'; token = tokens.shift())
    if (token !== '(' && token !== ',') values.push(literal(token ?? ''));
  return values;
}

function literal(token: string): unknown {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll(/\\(.)/g, '$1');
  if (token === 'true' || token === 'false') return token === 'true';
  return token;
}

const MOMENT = /^\d{4}-\d\d-\d\dT/;

export function comparable(value: unknown): string | number {
  if (typeof value === 'string' && MOMENT.test(value)) return Date.parse(value);
  if (typeof value === 'number') return value;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

function holds(left: string | number, operator: string, right: string | number): boolean {
  if (operator === '=') return left === right;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  if (operator === '<=') return left <= right;
  throw new Error(`Not understood: ${operator}`);
}
