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

/**
 * How loudly the heads over the meaning speak, which know the words too; the rest is what the words say alone. From a
 * half to all is worth the same on the development items and up to .04 of recall on writers never met (2026-11-23).
 */
const MEANING_VOICE = 0.75;

const openedEncoder = lazily(openWordingEncoder);

/** Where the heads of a language lie, as scripts/train/write-heads.ts writes them. */
export interface HeadFiles {
  /** Over words and cues alone. */
  readonly gate: URL;
  /** Over the meaning, too. */
  readonly heads: URL;
}

export interface Weighed<Sentence> {
  readonly of: Sentence;
  readonly likelihoods: Likelihoods;
}

/** What each of a text's sentences carries: by its words and, where these promise something, by its meaning as much. */
export type WeighWordings = <Sentence extends Weighable>(
  sentences: readonly Sentence[],
) => readonly Weighed<Sentence>[];

export function createWeighWordings(files: HeadFiles): WeighWordings {
  const opened = lazily(() => ({
    weighWords: openDriverHeads(readFileSync(files.gate)),
    weighMeaning: openDriverHeads(readFileSync(files.heads)),
  }));
  return (sentences) => {
    const { weighWords, weighMeaning } = opened();
    const gated = sentences.map((of) => ({ of, logits: weighWords(of.features) }));
    const promising = mostPromising(gated);
    return gated.map((each) => {
      const { of, logits } = each;
      if (!promising.has(each)) return { of, likelihoods: likelihoodsOf(logits) };
      const byMeaning = weighMeaning(of.features, openedEncoder()(of.wording));
      return { of, likelihoods: likelihoodsOf(mixedLogits(logits, byMeaning)) };
    });
  };
}

/** A sentence with what its words alone make of it. */
interface Gated {
  readonly logits: Float64Array;
}

function mostPromising(gated: readonly Gated[]): ReadonlySet<Gated> {
  const promising = gated
    .map((each) => ({ each, promise: Math.max(...each.logits.subarray(0, SAID)) }))
    .filter(({ promise }) => toShare(promise) >= WORTH_ENCODING)
    .toSorted((a, b) => b.promise - a.promise);
  const share = Math.ceil(gated.length * SHARE_ENCODED);
  const most = Math.min(MOST_ENCODED, Math.max(FEWEST_ENCODED, share));
  return new Set(promising.slice(0, most).map(({ each }) => each));
}

/** What both sets of heads make of a sentence. */
export function mixedLogits(byWords: Float64Array, byMeaning: Float64Array): Float64Array {
  return byWords.map(
    (logit, output) => (1 - MEANING_VOICE) * logit + MEANING_VOICE * (byMeaning[output] ?? 0),
  );
}

function likelihoodsOf(logits: Float64Array): Likelihoods {
  const shares = logits.map(toShare);
  return { needs: shares.subarray(0, SAID), said: shares[SAID] ?? 0 };
}

function toShare(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
