import { CUE_FEATURES } from '../../server/inference/heads/features-of.ts';
import { BUCKETS } from '../../server/inference/heads/hash-wording.ts';
import { NEEDS } from '../../server/inference/heads/needs.ts';
import type { Example } from './collect-examples.ts';
import { minimise } from './minimise.ts';

/** One logistic head for each need, all fitted together. */
export interface Heads {
  /** Bucket by bucket, a weight for each need. */
  readonly words: Float64Array;
  /** Cue by cue, a weight for each need. */
  readonly cues: Float64Array;
  readonly bias: Float64Array;
}

/**
 * Weight of the squared weights in what is minimised. With writers left out .1 and .3 gave the same and 1 gave less (in a
 * trial with another hash and without cues); on the development items .1 gave most.
 */
const WORD_PENALTY = 0.1;
/** Cues are few and were thought about: what the texts say of them may count in full. Not measured against others. */
const CUE_PENALTY = 0.01;
const ITERATIONS = 120;
const COUNT = NEEDS.length;
const WORDS = BUCKETS * COUNT;
const CUES = CUE_FEATURES * COUNT;

export function fitHeads(examples: readonly Example[]): Heads {
  const at = minimise(lossOf(examples), WORDS + CUES + COUNT, ITERATIONS);
  return headsIn(at);
}

export function logitsOf(heads: Heads, { features }: Pick<Example, 'features'>): Float64Array {
  const sums = heads.bias.slice();
  const { buckets, each, cues } = features;
  for (const bucket of buckets) addScaled(sums, heads.words, { from: bucket * COUNT, times: each });
  for (const [cue, strength] of cues.entries())
    if (strength > 0) addScaled(sums, heads.cues, { from: cue * COUNT, times: strength });
  return sums;
}

function headsIn(at: Float64Array): Heads {
  return {
    words: at.subarray(0, WORDS),
    cues: at.subarray(WORDS, WORDS + CUES),
    bias: at.subarray(WORDS + CUES),
  };
}

/** The logistic loss of every example and need, and the penalty on all weights but the bias. */
function lossOf(examples: readonly Example[]) {
  return (at: Float64Array, gradient: Float64Array): number => {
    const [heads, slopes] = [headsIn(at), headsIn(gradient)];
    let loss = 0;
    for (const example of examples) {
      const logits = logitsOf(heads, example);
      const errors = logits.map((logit, need) => {
        const isCarried = example.needs.includes(need);
        if (!isCarried && example.optional.includes(need)) return 0;
        loss +=
          Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(logit, 0) - (isCarried ? logit : 0);
        return 1 / (1 + Math.exp(-logit)) - Number(isCarried);
      });
      spread(slopes, example, errors);
    }
    for (let index = 0; index < WORDS + CUES; index += 1) {
      const weight = at[index] ?? 0;
      const penalty = index < WORDS ? WORD_PENALTY : CUE_PENALTY;
      loss += (penalty / 2) * weight * weight;
      gradient[index] = (gradient[index] ?? 0) + penalty * weight;
    }
    return loss;
  };
}

function spread(slopes: Heads, { features }: Example, errors: Float64Array): void {
  for (const bucket of features.buckets)
    addTo(slopes.words, errors, { at: bucket * COUNT, times: features.each });
  for (const [cue, strength] of features.cues.entries())
    if (strength > 0) addTo(slopes.cues, errors, { at: cue * COUNT, times: strength });
  addTo(slopes.bias, errors, { at: 0, times: 1 });
}

function addScaled(
  sums: Float64Array,
  matrix: Float64Array,
  { from, times }: { readonly from: number; readonly times: number },
): void {
  for (let need = 0; need < COUNT; need += 1)
    sums[need] = (sums[need] ?? 0) + times * (matrix[from + need] ?? 0);
}

function addTo(
  matrix: Float64Array,
  errors: Float64Array,
  { at, times }: { readonly at: number; readonly times: number },
): void {
  for (let need = 0; need < COUNT; need += 1)
    matrix[at + need] = (matrix[at + need] ?? 0) + times * (errors[need] ?? 0);
}
