import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { ALIKE_WORDINGS } from '../../../../server/inference/english/alike-wordings.ts';
import { createPlainWording } from '../../../../server/inference/heads/plain-wording.ts';
import { normalised } from '../../../../server/inference/clauses.ts';
import { nameWords } from '../../../../server/inference/people.ts';
import type { Participant } from '../../../../server/inference/reading.ts';
import { DANA, OMAR, SAM } from '../../../support/reading-input.ts';

const plain = createPlainWording([DANA, OMAR, SAM], ALIKE_WORDINGS);

describe('the wording that the heads see', () => {
  it.each([
    ['dana whitlock wants it in writing', 'name wants it in writing'],
    ['dana and omar agree', 'name and name agree'],
    ['omar farouk-lindt, not sam', 'name, not name'],
    ['she told him', 'they told them'],
    ['by thursday, 3 march', 'by weekday, 0 month'],
    ['the 2nd, at 09:30, for 1,200.50', 'the 0, at 0, for 0'],
    ['on mondays we close', 'on weekday we close'],
    ['we waited 14 days', 'we waited 0 days'],
  ])('of “%s” is “%s”', (normal, expected) => {
    expect(plain(normal)).toBe(expected);
  });

  it('leaves a name inside another word alone', () => {
    expect(plain('the samples are here')).toBe('the samples are here');
  });

  it('is the text itself where nobody has a name', () => {
    expect(createPlainWording([], ALIKE_WORDINGS)('we wait for dana')).toBe('we wait for dana');
  });

  test('any name can be looked for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 20, unit: 'binary' }), (name) => {
        const wording = createPlainWording([{ ...DANA, name }], ALIKE_WORDINGS);
        expect(wording('nothing to see')).toEqual(expect.any(String));
      }),
    );
  });

  test('has a word for each name that an expression of all names would find', () => {
    const word = fc.string({
      minLength: 2,
      maxLength: 4,
      unit: fc.constantFrom('a', 'n', '.', 'é', '𝒜'),
    });
    const text = fc.array(fc.oneof(word, fc.constantFrom(' ', '-')), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), text, (names, words) => {
        const people = names.map((name) => ({ ...DANA, name }));
        const normal = words.join('');
        expect(createPlainWording(people, ALIKE_WORDINGS)(normal)).toBe(
          replacedBy(expressionOf(people), normal),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** Longest first, as leftmost-longest wants it; null where nobody has a name. */
function expressionOf(people: readonly Participant[]): RegExp | null {
  const names = people
    .flatMap((person) => [person.name, ...nameWords(person)])
    .map((name) => normalised(name).trim())
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.'));
  if (names.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${names.join('|')})(?![\\p{L}\\p{M}])`, 'gu');
}

const replacedBy = (names: RegExp | null, normal: string): string =>
  createPlainWording([], ALIKE_WORDINGS)(names === null ? normal : normal.replace(names, 'name'));
