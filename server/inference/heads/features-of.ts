import { hashWording } from './hash-wording.ts';
import { indexOfNeed, NEEDS, type Need } from './needs.ts';

/** What the heads see of a sentence. */
export interface Features {
  readonly buckets: readonly number[];
  /** The value of every bucket: a long sentence has many, and shall not weigh more. */
  readonly each: number;
  /** For each need the strength, 0 to 1, of the plainest cue that implies it, then of the plainest that says it. */
  readonly cues: Float32Array;
}

export interface CueSeen {
  readonly cue: Need & { readonly status: 'said' | 'implied' };
  readonly strength: number;
}

/** How many numbers stand for the cues. */
export const CUE_FEATURES = 2 * NEEDS.length;

/** `wording` as plain-wording.ts gives it. */
export function featuresOf(wording: string, cuesSeen: readonly CueSeen[]): Features {
  const buckets = hashWording(wording);
  const cues = new Float32Array(CUE_FEATURES);
  for (const { cue, strength } of cuesSeen) {
    const at = 2 * indexOfNeed(cue) + Number(cue.status === 'said');
    cues[at] = Math.max(cues[at] ?? 0, strength);
  }
  return { buckets, each: 1 / Math.sqrt(buckets.length + 1), cues };
}
