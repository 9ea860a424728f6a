import { readFileSync } from 'node:fs';
import { lazily } from '../lazily.ts';
import { openDriverHeads } from './driver-heads.ts';
import { openWordingEncoder } from './encode-wording.ts';
import type { Features } from './features-of.ts';
import { SAID } from './needs.ts';

/** A sentence as the heads see it. */
export interface Weighable {
  /** As plain-wording.ts gives it. */
  readonly wording: string;
  readonly features: Features;
}

/** Each 0 to 1. */
export interface Likelihoods {
  /** For each need, in their order. */
  readonly needs: Float64Array;
  /** That it is said in so many words, whichever need it is. */
  readonly said: number;
}

/**
 * A sentence whose words alone make every need less likely than this is not encoded, which takes a thousand times as long.
 * Of 561 right answers this lost 3 (docs/decisions/0019-heads-weigh-meaning.md).
 */
const WORTH_ENCODING = 0.06;
/** A text's most promising sentences are encoded, so that no text takes long: this share of them, within the bounds. */
const SHARE_ENCODED = 1 / 6;
const FEWEST_ENCODED = 3;
const MOST_ENCODED = 300;

const MODEL = new URL('../model/', import.meta.url);
const opened = lazily(() => ({
  weighWords: openDriverHeads(readFileSync(new URL('driver-gate.bin', MODEL))),
  weighMeaning: openDriverHeads(readFileSync(new URL('driver-heads.bin', MODEL))),
}));
const openedEncoder = lazily(openWordingEncoder);

/** What each of a text's sentences carries: by its words and, where these promise something, by its meaning as much. */
export function weighWordings(sentences: readonly Weighable[]): readonly Likelihoods[] {
  const { weighWords, weighMeaning } = opened();
  const byWords = sentences.map(({ features }) => weighWords(features));
  const promising = mostPromising(byWords);
  return sentences.map(({ wording, features }, at) => {
    const logits = byWords[at] ?? weighWords(features);
    if (!promising.has(at)) return likelihoodsOf(logits);
    const byMeaning = weighMeaning(features, openedEncoder()(wording));
    return likelihoodsOf(logits.map((logit, output) => (logit + (byMeaning[output] ?? 0)) / 2));
  });
}

function mostPromising(byWords: readonly Float64Array[]): ReadonlySet<number> {
  const promising = byWords
    .map((logits, at) => ({ at, promise: Math.max(...logits.subarray(0, SAID)) }))
    .filter(({ promise }) => toShare(promise) >= WORTH_ENCODING)
    .toSorted((a, b) => b.promise - a.promise);
  const share = Math.ceil(byWords.length * SHARE_ENCODED);
  const most = Math.min(MOST_ENCODED, Math.max(FEWEST_ENCODED, share));
  return new Set(promising.slice(0, most).map(({ at }) => at));
}

function likelihoodsOf(logits: Float64Array): Likelihoods {
  const shares = logits.map(toShare);
  return { needs: shares.subarray(0, SAID), said: shares[SAID] ?? 0 };
}

function toShare(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
