import { InferenceSession } from 'onnxruntime-node';
import type { FindPieces } from './find-pieces.ts';
import { pieceFeeds } from './piece-feeds.ts';

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
    const { probs } = await session.run(pieceFeeds(findPieces(text.slice(0, MOST_CHARACTERS))));
    if (!(probs?.data instanceof Float32Array)) throw new Error('The encoder gave no scores.');
    return Float64Array.from(probs.data, toLogit);
  };
}

function toLogit(probability: number): number {
  const kept = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(kept / (1 - kept));
}
