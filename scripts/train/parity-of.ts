import type { FittedHeads } from './fit-heads.ts';

/** Sentences with what the trainer answers to them: the reader is held to it by a test. */
export function parityOf({ parity }: Pick<FittedHeads, 'parity'>) {
  return parity.map(({ example: { wording, features }, gate, heads }) => ({
    wording,
    cues: [...features.cues.entries()].filter(([, strength]) => strength > 0),
    gate,
    heads,
  }));
}
