import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { createPlainWording } from '../../../../server/inference/heads/plain-wording.ts';
import { DANA, OMAR, SAM } from '../../../support/reading-input.ts';

const plain = createPlainWording([DANA, OMAR, SAM]);

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
    expect(createPlainWording([])('we wait for dana')).toBe('we wait for dana');
  });

  test('any name can be looked for, and is not in what is left', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 20, unit: 'binary' }), (name) => {
        const wording = createPlainWording([{ ...DANA, name }]);
        expect(wording('nothing to see')).toEqual(expect.any(String));
      }),
    );
  });
});
