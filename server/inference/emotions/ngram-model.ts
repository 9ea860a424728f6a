import { z } from 'zod';
import { numberAt } from './number-at.ts';
import { letterNgrams, wordNgrams } from './hash-ngrams.ts';

const Header = z.object({
  /** Buckets of each kind of feature: two to this power. */
  nb: z.int(),
  /** Features that were kept. */
  K: z.int(),
  scale: z.array(z.number()),
  bias: z.array(z.number()),
});

/** The inverse document frequency of features that were not kept: they are rare, and count only for the length. */
const RARE = 11;

/** One logit for each emotion, in the order of the labels. */
export type NgramModel = (text: string) => Float64Array;

/**
 * A linear model over hashed words and letters. File: the header's length (uint32), the header as JSON, then `K` feature
 * numbers (uint32), their inverse document frequencies (float32) and their weights (int8), one for each emotion.
 */
export function openNgramModel(file: Uint8Array): NgramModel {
  const { header, features, frequencies, weights } = parts(file);
  const rowOf = new Map(Array.from(features, (feature, row) => [feature, row]));
  const classes = header.scale.length;
  const buckets = 2 ** header.nb;

  const sumsOf = (counted: ReadonlyMap<number, number>): Float64Array => {
    let sums = new Float64Array(classes);
    let squares = 0;
    for (const [feature, count] of counted) {
      const row = rowOf.get(feature);
      const weight =
        (row === undefined ? RARE : numberAt(frequencies, row)) * (1 + Math.log(count));
      squares += weight * weight;
      if (row === undefined) continue;
      const its = weights.subarray(row * classes, (row + 1) * classes);
      sums = sums.map((sum, each) => sum + weight * numberAt(its, each));
    }
    return squares === 0 ? sums : sums.map((sum) => sum / Math.sqrt(squares));
  };

  return (text) => {
    const words = new Map([...wordNgrams(text, buckets)].map((bucket) => [bucket, 1]));
    const letters = [...letterNgrams(text, buckets)].map(([bucket, count]) => {
      return [bucket + buckets, count] as const;
    });
    const [byWords, byLetters] = [sumsOf(words), sumsOf(new Map(letters))];
    return byWords.map((sum, each) => {
      const { scale, bias } = header;
      return (sum + numberAt(byLetters, each)) * numberAt(scale, each) + numberAt(bias, each);
    });
  };
}

function parts(file: Uint8Array) {
  const bytes = file.slice().buffer;
  const headerBytes = new DataView(bytes).getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(file.slice(4, 4 + headerBytes))));
  const start = 4 + headerBytes;
  const { K: kept } = header;
  return {
    header,
    features: new Uint32Array(bytes, start, kept),
    frequencies: new Float32Array(bytes, start + 4 * kept, kept),
    weights: new Int8Array(bytes, start + 8 * kept),
  };
}
