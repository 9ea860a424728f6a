import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Example } from '../../../../scripts/train/collect-examples.ts';
import { measureHeads, type WeighExample } from '../../../../scripts/train/measure-heads.ts';
import { writeHeads } from '../../../../scripts/train/write-heads.ts';
import { openDriverHeads } from '../../../../server/inference/heads/driver-heads.ts';
import { MEANING_NUMBERS } from '../../../../server/inference/heads/encode-wording.ts';
import { CUE_FEATURES, featuresOf } from '../../../../server/inference/heads/features-of.ts';
import { BUCKETS } from '../../../../server/inference/heads/hash-wording.ts';
import { indexOfNeed, NEEDS, OUTPUTS } from '../../../../server/inference/heads/needs.ts';

const WORRY = indexOfNeed({ driver: 'safety', pole: 'threatened' });
const PRICE = indexOfNeed({ driver: 'fairness', pole: 'threatened' });

/** Weights as a trainer might find them: whole numbers of a small circle, so that no two neighbours are alike. */
function weights(length: number, step: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => (((at * step) % 17) - 8) / 8);
}

const GIVEN = {
  words: weights(BUCKETS * OUTPUTS, 5),
  cues: weights(CUE_FEATURES * OUTPUTS, 7),
  meanings: weights(MEANING_NUMBERS * OUTPUTS, 3),
  bias: weights(OUTPUTS, 11),
};

/** By the book: the sum over every feature of its value and its weight for the output. */
function logitsByHand(meaning: Float32Array | null): readonly number[] {
  const { buckets, each, cues } = SENTENCE;
  return Array.from({ length: OUTPUTS }, (_, output) => {
    const at = (matrix: Float32Array, row: number) => matrix[row * OUTPUTS + output] ?? Number.NaN;
    let sum = GIVEN.bias[output] ?? Number.NaN;
    for (const bucket of buckets) sum += each * at(GIVEN.words, bucket);
    for (const [cue, strength] of cues.entries()) sum += strength * at(GIVEN.cues, cue);
    for (const [number, value] of (meaning ?? []).entries())
      sum += value * at(GIVEN.meanings, number);
    return sum;
  });
}

const SENTENCE = featuresOf('a lost ledger would end me', [
  { cue: { driver: 'safety', pole: 'threatened', status: 'said' }, strength: 0.7 },
]);

describe('the file of the heads', () => {
  it('answers as the weights that it was made of', () => {
    const weigh = openDriverHeads(writeHeads({ ...GIVEN, meanings: new Float32Array(0) }));
    const expected = logitsByHand(null);
    for (const [output, logit] of weigh(SENTENCE).entries())
      expect(logit).toBeCloseTo(expected[output] ?? Number.NaN, 2);
  });

  it('answers so of a meaning, too', () => {
    const meaning = weights(MEANING_NUMBERS, 13);
    const weigh = openDriverHeads(writeHeads(GIVEN));
    const expected = logitsByHand(meaning);
    for (const [output, logit] of weigh(SENTENCE, meaning).entries())
      expect(logit).toBeCloseTo(expected[output] ?? Number.NaN, 2);
  });

  it('that was cut off is refused', () => {
    const whole = writeHeads(GIVEN);
    expect(() => openDriverHeads(whole.subarray(0, whole.length - 8))).toThrow();
  });
});

describe('what heads find in texts', () => {
  let examples: readonly Example[] = [];
  /** Sees a worry in every ledger, a price in every invoice. */
  const weigh: WeighExample = ({ wording }) =>
    Float64Array.from(NEEDS, (_, need) => {
      if (need === WORRY) return wording.includes('ledger') ? 3 : -3;
      if (need === PRICE) return wording.includes('invoice') ? 2 : -3;
      return -4;
    });

  function example(wording: string, needs: Example['needs']): Example {
    const seen = { features: featuresOf(wording, []), meaning: new Float32Array(MEANING_NUMBERS) };
    const label = { needs, optional: [], said: null, times: 1 };
    return { writer: 'w', itemId: wording, wording, ...seen, ...label };
  }

  beforeAll(() => {
    examples = Array.from({ length: 12 }, (_, n) => [
      example(`a lost ledger ${n} would end me`, [WORRY]),
      example(`invoice ${n} was never agreed`, [PRICE]),
      example(`the meeting is at ${n}`, []),
    ]).flat();
  });

  it('is every label when they see every one', () => {
    const score = measureHeads(weigh, examples);
    expect(score).toMatchObject({ texts: 36, labels: 24, bestF1: 1 });
    expect(score.recallAtPrecision['0.82']).toBe(1);
  });

  it('is less when they take something for a need', () => {
    const wrong = examples.map((each) => ({
      ...each,
      needs: each.needs.filter((n) => n !== PRICE),
    }));
    expect(measureHeads(weigh, wrong)).toMatchObject({ labels: 12, bestF1: 1 });
    expect(measureHeads(weigh, wrong.slice(0, 6)).recallAtPrecision['0.82']).toBe(0);
    const flipped: WeighExample = (each) => weigh(each).map((logit) => -logit);
    expect(measureHeads(flipped, wrong).bestF1).toBeLessThan(0.3);
  });

  it('counts neither way where one reader would give it and another would not', () => {
    const open = examples.map((each) => ({
      ...each,
      needs: [],
      optional: NEEDS.map((_, at) => at),
    }));
    expect(measureHeads(weigh, [...open, ...examples.slice(0, 1)]).labels).toBe(1);
  });
});
