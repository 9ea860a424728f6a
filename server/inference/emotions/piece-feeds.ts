import { Tensor } from 'onnxruntime-node';

/** A text of more pieces is read up to here; the models saw few longer ones. */
const MOST_PIECES = 128;

/** What our encoders are asked with: one text's pieces, none of them hidden. */
export function pieceFeeds(pieces: readonly number[]): Readonly<Record<'ids' | 'mask', Tensor>> {
  const ids = pieces.length === 0 ? [0] : pieces.slice(0, MOST_PIECES);
  const shape = [1, ids.length];
  return {
    ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    mask: new Tensor('float32', new Float32Array(ids.length).fill(1), shape),
  };
}
