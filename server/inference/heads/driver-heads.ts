import { z } from 'zod';
import { MEANING_NUMBERS } from './encode-wording.ts';
import { CUE_FEATURES, type Features } from './features-of.ts';
import { BUCKETS } from './hash-wording.ts';
import { OUTPUTS } from './needs.ts';

/** For each of the heads' outputs the logit of its likelihood; `meaning` where the heads know meanings. */
export type Weigh = (features: Features, meaning?: Float32Array) => Float64Array;

const Header = z.object({
  /** One step of the buckets' weights. */
  scale: z.number().positive(),
  bias: z.array(z.number()).length(OUTPUTS),
  /** Row by row: what a cue says of each output. */
  cues: z.array(z.number()).length(CUE_FEATURES * OUTPUTS),
  /** Whether weights for the numbers of the encoder follow. */
  knowsMeanings: z.boolean(),
});
export type HeadsHeader = z.infer<typeof Header>;

const LENGTH_BYTES = 4;
const WORD_BYTES = BUCKETS * OUTPUTS * 2;

/**
 * One logistic head for each output, over hashed words, cues and perhaps the sentence's meaning. File: the header's
 * length (uint32, little endian), the header as JSON, padded to a multiple of four bytes; for each bucket a weight for
 * each output (int16, little endian); for each output a weight for each number of the meaning (float32, little endian).
 */
export function openDriverHeads(file: Uint8Array): Weigh {
  const { header, words, meanings } = parts(file);
  return ({ buckets, each, cues }, meaning) => {
    const sums = Float64Array.from(header.bias);
    for (const bucket of buckets) addRow(sums, words, { row: bucket, times: each * header.scale });
    for (const [row, strength] of cues.entries())
      if (strength > 0) addRow(sums, header.cues, { row, times: strength });
    if (meaning !== undefined) addMeaning(sums, meanings, meaning);
    return sums;
  };
}

function addRow(
  sums: Float64Array,
  matrix: ArrayLike<number>,
  { row, times }: { readonly row: number; readonly times: number },
): void {
  const start = row * OUTPUTS;
  for (let output = 0; output < OUTPUTS; output += 1)
    sums[output] = (sums[output] ?? 0) + times * (matrix[start + output] ?? 0);
}

function addMeaning(sums: Float64Array, matrix: Float32Array, meaning: Float32Array): void {
  for (let output = 0; output < OUTPUTS; output += 1) {
    const start = output * MEANING_NUMBERS;
    let sum = 0;
    for (let at = 0; at < MEANING_NUMBERS; at += 1)
      sum += (matrix[start + at] ?? 0) * (meaning[at] ?? 0);
    sums[output] = (sums[output] ?? 0) + sum;
  }
}

function parts(file: Uint8Array) {
  const bytes = file.slice().buffer;
  const headerBytes = new DataView(bytes).getUint32(0, true);
  const start = LENGTH_BYTES + headerBytes;
  const header = Header.parse(
    JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, LENGTH_BYTES, headerBytes))),
  );
  const meanings = header.knowsMeanings ? OUTPUTS * MEANING_NUMBERS : 0;
  return {
    header,
    words: new Int16Array(bytes, start, BUCKETS * OUTPUTS),
    meanings: new Float32Array(bytes, start + WORD_BYTES, meanings),
  };
}
