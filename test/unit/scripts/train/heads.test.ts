import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Example } from '../../../../scripts/train/collect-examples.ts';
import { fitHeads, logitsOf, type Heads } from '../../../../scripts/train/fit-heads.ts';
import { measureHeads } from '../../../../scripts/train/measure-heads.ts';
import { writeHeads } from '../../../../scripts/train/write-heads.ts';
import { openDriverHeads } from '../../../../server/inference/heads/driver-heads.ts';
import { featuresOf } from '../../../../server/inference/heads/features-of.ts';
import { indexOfNeed, NEEDS } from '../../../../server/inference/heads/needs.ts';

const WORRY = { driver: 'safety', pole: 'threatened' } as const;
const PRICE = { driver: 'fairness', pole: 'threatened' } as const;

function example(text: string, needs: Example['needs'], optional: Example['optional'] = []) {
  return { writer: 'w', itemId: text, features: featuresOf(text, []), needs, optional };
}

/** Twelve texts about ledgers, twelve about invoices, twelve about nothing. */
const EXAMPLES: readonly Example[] = Array.from({ length: 12 }, (_, n) => [
  example(`a lost ledger ${n} would end me`, [indexOfNeed(WORRY)]),
  example(`invoice ${n} was never agreed`, [indexOfNeed(PRICE)]),
  example(`the meeting is at ${n}`, []),
]).flat();

describe('heads fitted to labelled sentences', () => {
  let heads: Heads;
  beforeAll(() => {
    heads = fitHeads(EXAMPLES);
  }, 60_000);

  const likeliest = (text: string): number => {
    const logits = logitsOf(heads, example(text, []));
    return logits.indexOf(Math.max(...logits));
  };

  it('know the need in words that they have not seen together', () => {
    expect(likeliest('a lost ledger')).toBe(indexOfNeed(WORRY));
    expect(likeliest('never agreed')).toBe(indexOfNeed(PRICE));
  });

  it('answer from the file as they did when they were made', () => {
    const weigh = openDriverHeads(writeHeads(heads));
    for (const { features } of EXAMPLES) {
      const made = logitsOf(heads, { features }).map((logit) => 1 / (1 + Math.exp(-logit)));
      const read = weigh(features);
      for (const [need, likelihood] of read.entries())
        expect(likelihood).toBeCloseTo(made[need] ?? Number.NaN, 3);
    }
  });

  it('find every label of what they have learnt', () => {
    const score = measureHeads(heads, EXAMPLES);
    expect(score).toMatchObject({ texts: 36, labels: 24, bestF1: 1 });
    expect(score.recallAtPrecision['0.82']).toBe(1);
  });

  it('are not judged by what one reader would give and another would not', () => {
    const open = EXAMPLES.map((each) => ({
      ...each,
      needs: [],
      optional: NEEDS.map((_, at) => at),
    }));
    const [plain] = EXAMPLES;
    const score = measureHeads(heads, [...open, ...(plain ? [plain] : [])]);
    expect(score.labels).toBe(1);
  });
});

describe('heads that are told nothing', () => {
  it('learn nothing from what may be said either way', () => {
    const heads = fitHeads([
      example(
        'on the fence',
        [],
        NEEDS.map((_, at) => at),
      ),
    ]);
    expect(heads.words.every((weight) => weight === 0)).toBe(true);
  });
});
