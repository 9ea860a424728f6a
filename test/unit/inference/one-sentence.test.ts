import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from '../../../server/inference/clauses.ts';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Everything that a line may hold and be one sentence for certain, in every script. */
const unit = fc.oneof(
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 1 })
    .filter((each) => /[\p{L}\p{M}\p{N}]/u.test(each)),
  fc.constantFrom(...' ,;:\'"’()/&%+*@#=_€$£-'.split('')),
  fc.constantFrom('we ', 'need ', 'It ', 'İ', 'ß', '3', 'A'),
);
const line = fc
  .tuple(fc.array(unit, { minLength: 1, maxLength: 30 }), fc.constantFrom('', '.', '!', '?'))
  // A word before and after, so that nothing is a bullet and the sign ends a sentence.
  .map(([units, sign]) => `We ${units.join('')} say${sign}`);

describe('a line without an end but its own', () => {
  test('is one sentence by Unicode’s rules, and is read as one', () => {
    fc.assert(
      fc.property(line, (text) => {
        const source = { text, starts: null, ends: null, removed: [] };
        const sentences = sentencesOf(source, { start: 0, end: text.length });
        expect([...SEGMENTER.segment(text)]).toHaveLength(1);
        expect(sentences.map((sentence) => sentence.text)).toEqual([text]);
      }),
      { numRuns: 2_000 },
    );
  });
});
