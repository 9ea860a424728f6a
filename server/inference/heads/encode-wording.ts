import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { binding, initOrt } from 'onnxruntime-node/dist/binding.js';
import { z } from 'zod';
import { createFindPieces } from '../emotions/find-pieces.ts';
import { pieceFeeds } from '../emotions/piece-feeds.ts';

/** How many numbers stand for what a sentence means. */
export const MEANING_NUMBERS = 2_560;

export type EncodeWording = (wording: string) => Float32Array;

/** More characters than so many pieces have: nobody waits for what is not looked at. */
const MOST_CHARACTERS = 2_000;
const MODEL = new URL('../model/', import.meta.url);
const Pieces = z.array(z.tuple([z.string(), z.number().nullable()]));

/**
 * A small transformer over word pieces, never trained on feelings, eight bits a weight (model/MODEL-CARD.md). About a
 * millisecond a sentence, on the thread that asks.
 *
 * It calls what the package's own promise wraps in an answer for later (onnxruntime-node 1.30.0, dist/backend.js,
 * 2026-11-23): the thread works through the sentence either way, and so the reader stays one pure function.
 */
export function openWordingEncoder(): EncodeWording {
  const vocabulary = readFileSync(new URL('pieces.json', MODEL), 'utf8');
  const findPieces = createFindPieces(Pieces.parse(JSON.parse(vocabulary)));
  initOrt();
  const session = new binding.InferenceSession();
  const file = fileURLToPath(new URL('meaning-encoder.int8.onnx', MODEL));
  session.loadModel(file, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  return (wording) => {
    const feeds = pieceFeeds(findPieces(wording.slice(0, MOST_CHARACTERS)));
    const { emb } = session.run(feeds, { emb: null }, {});
    if (!(emb?.data instanceof Float32Array)) throw new Error('The encoder gave no numbers.');
    return emb.data;
  };
}
