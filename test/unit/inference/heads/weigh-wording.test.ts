import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { z } from 'zod';
import { openDriverHeads } from '../../../../server/inference/heads/driver-heads.ts';
import { openWordingEncoder } from '../../../../server/inference/heads/encode-wording.ts';
import { CUE_FEATURES, featuresOf } from '../../../../server/inference/heads/features-of.ts';
import { indexOfNeed } from '../../../../server/inference/heads/needs.ts';
import type { Weighable } from '../../../../server/inference/heads/weigh-wording.ts';
import { ENGLISH } from '../../../../server/inference/language/read-languages.ts';

const MODEL = new URL('../../../../server/inference/model/', import.meta.url);
const headsIn = (name: string) => openDriverHeads(readFileSync(new URL(name, MODEL)));
const Parity = z.array(
  z.object({
    wording: z.string(),
    cues: z.array(z.tuple([z.int(), z.number()])),
    gate: z.array(z.number()),
    heads: z.array(z.number()),
  }),
);
/** What the trainer answered when it wrote the heads. */
const PARITY = Parity.parse(
  JSON.parse(
    readFileSync(new URL('../../../fixtures/driver-heads-parity.json', import.meta.url), 'utf8'),
  ),
);

const weighWordings = (sentences: readonly Weighable[]) =>
  ENGLISH.weighWordings(sentences).map(({ likelihoods }) => likelihoods);
const encode = openWordingEncoder();
const weighable = (wording: string) => ({ wording, features: featuresOf(wording, []) });
const SAFETY = indexOfNeed({ driver: 'safety', pole: 'threatened' });

describe('the reader weighs as its trainer did', () => {
  const weighWords = headsIn('driver-gate.bin');
  const weighMeaning = headsIn('driver-heads.bin');

  test.each(PARITY)('$wording', ({ wording, cues, gate, heads }) => {
    const strengths = new Float32Array(CUE_FEATURES);
    for (const [cue, strength] of cues) strengths[cue] = strength;
    const features = { ...featuresOf(wording, []), cues: strengths };
    for (const [output, logit] of weighWords(features).entries())
      expect(logit).toBeCloseTo(gate[output] ?? Number.NaN, 2);
    // Processors multiply eight-bit numbers a little differently.
    for (const [output, logit] of weighMeaning(features, encode(wording)).entries())
      expect(Math.abs(logit - (heads[output] ?? Number.NaN))).toBeLessThan(0.3);
  });
});

describe('a sentence is weighed', () => {
  it('alike each time, and alone as among others that promise nothing', () => {
    const worry = weighable('we are worried that the archive is lost in the move');
    const quiet = weighable('the parcel comes on weekday');
    const [alone] = weighWordings([worry]);
    const [, among] = weighWordings([quiet, worry, quiet]);
    expect(among).toEqual(alone);
    expect(alone?.needs.indexOf(Math.max(...alone.needs))).toBe(SAFETY);
  });

  it('by what it means where its words promise something', () => {
    const [likely] = weighWordings([weighable('if the archive gets lost i am finished here')]);
    const [byWordsAlone] = weighWordings([weighable('the parcel comes on weekday')]);
    expect(likely?.needs.every((each) => each > 0 && each < 1)).toBe(true);
    expect(Math.max(...(byWordsAlone?.needs ?? [1]))).toBeLessThan(0.06);
  });

  it('where there are more than can be encoded, the most promising first', () => {
    const worry = weighable('we are worried that the archive is lost in the move');
    const many = Array.from({ length: 30 }, () => weighable('this is a little hard for our team'));
    const [last] = weighWordings([...many, worry]).slice(-1);
    expect(last).toEqual(weighWordings([worry])[0]);
  });

  it.each(['', ' ', 'x'.repeat(5_000), '\u{1f600} \ud800', 'word '.repeat(2_000)])(
    'whatever it is: %#',
    (wording) => {
      expect(encode(wording).every(Number.isFinite)).toBe(true);
      expect(weighWordings([weighable(wording)])[0]?.needs.every(Number.isFinite)).toBe(true);
    },
  );
});
