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
  const weighed = sentences.map((each) => ({ ...each, byWords: weighWords(each.features) }));
  const promising = mostPromising(weighed);
  return weighed.map((each) => {
    if (!promising.has(each)) return likelihoodsOf(each.byWords);
    const byMeaning = weighMeaning(each.features, openedEncoder()(each.wording));
    return likelihoodsOf(each.byWords.map((logit, at) => (logit + (byMeaning[at] ?? 0)) / 2));
  });
}

interface WeighedByWords extends Weighable {
  readonly byWords: Float64Array;
}

function mostPromising(weighed: readonly WeighedByWords[]): ReadonlySet<WeighedByWords> {
  const promising = weighed
    .map((each) => ({ each, promise: Math.max(...each.byWords.subarray(0, SAID)) }))
    .filter(({ promise }) => toShare(promise) >= WORTH_ENCODING)
    .toSorted((a, b) => b.promise - a.promise);
  const share = Math.ceil(weighed.length * SHARE_ENCODED);
  const most = Math.min(MOST_ENCODED, Math.max(FEWEST_ENCODED, share));
  return new Set(promising.slice(0, most).map(({ each }) => each));
}

function likelihoodsOf(logits: Float64Array): Likelihoods {
  const shares = logits.map(toShare);
  return { needs: shares.subarray(0, SAID), said: shares[SAID] ?? 0 };
}

function toShare(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
