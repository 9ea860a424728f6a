import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { BUCKETS, hashWording } from '../../../../server/inference/heads/hash-wording.ts';

describe('the wording of a sentence', () => {
  it('is its words, pairs, triples, words around one left open, and runs of letters', () => {
    // ^ a b $: words a, b; pairs ^a, ab, b$; around ^b, a$; triples ^ab, ab$.
    expect(hashWording('a b')).toHaveLength(2 + 3 + 2 + 2);
    // One run of four letters, one word, two pairs, one around it, one triple.
    expect(hashWording('hope')).toHaveLength(1 + 1 + 2 + 1 + 1);
    expect(hashWording('')).toHaveLength(1);
  });

  it('tells the order of words, and a question from a statement', () => {
    expect(hashWording('we need you')).not.toEqual(hashWording('you need we'));
    expect(hashWording('it works')).not.toEqual(hashWording('it works?'));
  });

  it('keeps to the words, whatever stands between them', () => {
    expect(hashWording('it works, again')).toEqual(hashWording('it  works - again'));
  });

  test('any text gives ascending buckets, each once, and ends soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const buckets = hashWording(text);
        expect(buckets).toEqual([...new Set(buckets)].toSorted((a, b) => a - b));
        expect(buckets.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true);
      }),
    );
    expect(hashWording('on and on '.repeat(100_000)).length).toBeLessThan(100);
    expect(hashWording('a'.repeat(1_000_000)).length).toBeLessThan(100);
  });
});
