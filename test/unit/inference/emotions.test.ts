import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createFindPieces, type Piece } from '../../../server/inference/emotions/find-pieces.ts';
import { numberAt } from '../../../server/inference/emotions/number-at.ts';
import { openNgramModel } from '../../../server/inference/emotions/ngram-model.ts';

const MODEL = new URL('../../../server/inference/model/', import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, MODEL));

/** Made with the code that the models were trained and measured with. */
const PARITY = z
  .array(z.object({ text: z.string(), pieces: z.array(z.int()), ngrams: z.array(z.number()) }))
  .parse(
    JSON.parse(
      readFileSync(new URL('../../fixtures/emotions/parity.json', import.meta.url), 'utf8'),
    ),
  );

describe('the emotions model', () => {
  it.each(PARITY)('cuts and weighs as its trainer does: $text', ({ text, pieces, ngrams }) => {
    // The file's own form; its parity is what is under test.
    const vocabulary = JSON.parse(bytesOf('pieces.json').toString()) as Piece[];
    expect(createFindPieces(vocabulary)(text)).toEqual(pieces);
    const logits = openNgramModel(bytesOf('emotion-ngrams.bin'))(text);
    for (const [each, logit] of logits.entries()) expect(logit).toBeCloseTo(ngrams[each] ?? NaN, 4);
  });

  it.each(['', ' ', '  so  many   spaces ', 'x'.repeat(5_000)])('weighs %j, too', (text) => {
    // The file's own form, as above.
    const vocabulary = JSON.parse(bytesOf('pieces.json').toString()) as Piece[];
    const pieces = createFindPieces(vocabulary)(text);
    expect(pieces.length === 0).toBe(text === '');
    const logits = openNgramModel(bytesOf('emotion-ngrams.bin'))(text);
    expect([...logits].every(Number.isFinite)).toBe(true);
  });

  it('stops where its file lacks a number, rather than guess', () => {
    expect(numberAt([7], 0)).toBe(7);
    expect(() => numberAt([7], 1)).toThrow(RangeError);
  });

  it('is the one that its card describes', () => {
    const card = bytesOf('MODEL-CARD.md').toString();
    const rows = [...card.matchAll(/^\| `([\w.-]+)` \|.*\| `([0-9a-f]{64})` \|$/gm)];
    expect(rows).toHaveLength(7);
    for (const [, name = '', checksum] of rows)
      expect(createHash('sha256').update(bytesOf(name)).digest('hex')).toBe(checksum);
  });
});
