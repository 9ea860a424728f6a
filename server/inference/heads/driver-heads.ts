import { z } from 'zod';
import { CUE_FEATURES, type Features } from './features-of.ts';
import { BUCKETS } from './hash-wording.ts';
import { NEEDS } from './needs.ts';

/** For each need, in their order, how likely a sentence carries it: 0 to 1. */
export type WeighNeeds = (features: Features) => Float64Array;

const COUNT = NEEDS.length;
const Header = z.object({
  /** One step of the buckets' weights. */
  scale: z.number().positive(),
  bias: z.array(z.number()).length(COUNT),
  /** Row by row: what a cue says of each need. */
  cues: z.array(z.number()).length(CUE_FEATURES * COUNT),
});
export type HeadsHeader = z.infer<typeof Header>;

const LENGTH_BYTES = 4;

/**
 * One logistic head for each need, over hashed words and cues. File: the header's length (uint32, little endian), the
 * header as JSON, padded to an even number of bytes, then for each bucket a weight for each need (int16, little endian).
 */
export function openDriverHeads(file: Uint8Array): WeighNeeds {
  const { header, weights } = parts(file);
  return ({ buckets, each, cues }) => {
    const sums = new Float64Array(COUNT);
    for (const bucket of buckets)
      addRow(sums, weights, { row: bucket, times: each * header.scale });
    for (const [row, strength] of cues.entries())
      if (strength > 0) addRow(sums, header.cues, { row, times: strength });
    return sums.map((sum, need) => 1 / (1 + Math.exp(-sum - (header.bias[need] ?? 0))));
  };
}

function addRow(
  sums: Float64Array,
  matrix: ArrayLike<number>,
  { row, times }: { readonly row: number; readonly times: number },
): void {
  const start = row * COUNT;
  for (let need = 0; need < COUNT; need += 1)
    sums[need] = (sums[need] ?? 0) + times * (matrix[start + need] ?? 0);
}

function parts(file: Uint8Array): { readonly header: HeadsHeader; readonly weights: Int16Array } {
  const bytes = file.slice().buffer;
  const headerBytes = new DataView(bytes).getUint32(0, true);
  const start = LENGTH_BYTES + headerBytes;
  const header = Header.parse(
    JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, LENGTH_BYTES, headerBytes))),
  );
  return { header, weights: new Int16Array(bytes, start, BUCKETS * COUNT) };
}
