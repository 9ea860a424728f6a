import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSieve } from '../../../../server/inference/sieve/sieve.ts';

const sieveOf = (...expressions: readonly RegExp[]) => createSieve(expressions, (each) => [each]);

/** Pieces of expressions that every kind of part is in. */
const ATOMS = [
  'a',
  'b',
  'ab',
  'not ',
  "n't",
  ' ',
  'x y',
  '.',
  '\\w',
  '[ab]',
  '[^a]',
  '[a-c]',
  '\\.',
];
const PLACES = ['\\b', '^', '$', '(?=a)', '(?!b)', '(?<!a)', '(?<=b)', '\\B', ''];
const TIMES = ['', '', '?', '*', '+', '{2}', '{0,2}', '{1,}', '+?', '*?'];
/** Of groups: few, since a repeated repeat takes an expression for ever. */
const GROUP_TIMES = ['', '', '?', '{2}'];

const atom = fc
  .tuple(fc.constantFrom(...ATOMS), fc.constantFrom(...TIMES))
  .map(([each, times]) => `(?:${each})${times}`);
const place = fc.constantFrom(...PLACES);
const sequenceOf = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const groupOf = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(sequenceOf(part), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('(?:', '(', '(?=', '(?!'),
      fc.constantFrom(...GROUP_TIMES),
    )
    .map(([choices, opening, times]) =>
      opening.endsWith('=') || opening.endsWith('!')
        ? `${opening}${choices.join('|')})`
        : `${opening}${choices.join('|')})${times}`,
    );
const plain = fc.oneof(atom, fc.constantFrom(...ATOMS), place);
const source = sequenceOf(fc.oneof(plain, groupOf(fc.oneof(plain, groupOf(plain)))));

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'c',
      'n',
      'o',
      't',
      "'",
      ' ',
      '  ',
      '\n',
      '.',
      'x y',
      'not ',
      'é',
      '\b',
      '\u2003',
    ),
    {
      maxLength: 10,
    },
  )
  .map((pieces) => pieces.join(''));

describe('a sieve', () => {
  it.each(['  ', 'a  b'])('keeps an expression of several spaces for %j', (text) => {
    const spelledOut = '  (?:a)*';
    const expression = new RegExp(spelledOut);
    expect(expression.test(text)).toBe(true);
    expect(sieveOf(expression)(text)).toEqual([expression]);
  });

  it('never leaves out an expression that matches', () => {
    fc.assert(
      fc.property(source, fc.array(text, { minLength: 1, maxLength: 20 }), (pattern, texts) => {
        const expression = new RegExp(pattern);
        const sieve = sieveOf(expression);
        for (const each of texts) {
          if (expression.test(each)) expect([pattern, each, ...sieve(each)]).toContain(expression);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a word it lacks', /\bworried\b/, 'we are glad', 0],
    ['a word it has', /\bworried\b/, 'we are worried', 1],
    ['a word inside another', /\bcost\b/, 'the costs', 0],
    ['one of several words', /\b(?:price|cost)s?\b/, 'the costs', 1],
    ['words that must follow each other', /by\s+hand/, 'by a hand', 0],
    ['words over any white space', /by\s+hand/, 'by \n hand', 1],
    ['two words apart, of which one is missing', /worried.*archive/, 'worried about it', 0],
    ['nothing that must be there', /\w+/, '', 1],
    ['a letter written in an unknown way', /\x41bc/, 'Abc', 1],
  ])('knows by %s', (_what, ...[expression, given, count]) => {
    expect(sieveOf(expression)(given)).toHaveLength(count);
  });

  it('gives the rows in their order, whatever the order of their words', () => {
    const rows = [/second/, /first/, /third/];
    expect(sieveOf(...rows)('first second third')).toEqual(rows);
  });

  it('asks for the words of every expression of a row', () => {
    const rows = [{ all: [/worried/, /archive/] }];
    const sieve = createSieve(rows, ({ all }) => all);
    expect(sieve('worried')).toEqual([]);
    expect(sieve('worried about the archive')).toEqual(rows);
  });

  it('asks nothing of its expressions before its first text, nor again after it', () => {
    let asked = 0;
    const sieve = createSieve([/worried/], (each) => {
      asked += 1;
      return [each];
    });
    expect(asked).toBe(0);
    expect([sieve('worried'), sieve('glad')]).toEqual([[/worried/], []]);
    expect(asked).toBe(1);
  });

  it('finds each of more words than two bytes can number', () => {
    const words = Array.from({ length: 16_000 }, (_, at) => `${String(at).padStart(5, '0')}mark`);
    const rows = words.map((word) => new RegExp(word));
    expect(sieveOf(...rows)('a 00007mark, then the 15999mark')).toEqual([rows[7], rows[15_999]]);
  });

  it('forgets each text before the next', () => {
    const sieve = sieveOf(/worried.*archive/);
    expect([sieve('worried'), sieve('archive'), sieve('archive')]).toEqual([[], [], []]);
  });
});
