import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { FindPieces } from './find-pieces.ts';

/** A text of more pieces is read up to here; the model saw few longer ones. */
const MOST_PIECES = 128;
/** More characters than so many pieces have: nobody waits for what is not looked at. */
const MOST_CHARACTERS = 2_000;
/** A probability of nought or one has no logit. */
const EDGE = 1e-5;

/** One logit for each emotion, in the order of the labels. */
export type EmotionEncoder = (text: string) => Promise<Float64Array>;

/** A small transformer over word pieces, eight bits a weight, on one thread: the caller decides what runs side by side. */
export async function openEmotionEncoder(
  modelFile: string,
  findPieces: FindPieces,
): Promise<EmotionEncoder> {
  const session = await InferenceSession.create(modelFile, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  return async (text) => {
    const { probs } = await session.run(toFeeds(findPieces(text.slice(0, MOST_CHARACTERS))));
    if (!(probs?.data instanceof Float32Array)) throw new Error('The encoder gave no scores.');
    return Float64Array.from(probs.data, toLogit);
  };
}

function toFeeds(pieces: readonly number[]): Readonly<Record<string, Tensor>> {
  const ids = pieces.length === 0 ? [0] : pieces.slice(0, MOST_PIECES);
  const shape = [1, ids.length];
  return {
    ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    mask: new Tensor('float32', new Float32Array(ids.length).fill(1), shape),
  };
}

function toLogit(probability: number): number {
  const kept = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(kept / (1 - kept));
}
