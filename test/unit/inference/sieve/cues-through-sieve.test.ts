import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf, type Sentence } from '../../../../server/inference/clauses.ts';
import { CUES } from '../../../../server/inference/english/cues/table.ts';
import { findingsOf } from '../../../../server/inference/find-readings.ts';
import { ENGLISH } from '../../../../server/inference/language/read-languages.ts';

/** Every string in the reader's own tests: sentences that carry needs, and those that nearly do. */
const FOLDER = join(import.meta.dirname, '..');
const WRITTEN = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/'([^'\n]{12,})'/g)])
  .map(([, text = '']) => text);
/** The words of the cues themselves. */
const WORDS = [
  ...new Set(CUES.flatMap(({ pattern }) => pattern.source.match(/[a-z']{2,}/g) ?? [])),
];

function sentencesIn(text: string): readonly Sentence[] {
  const source = { text, starts: null, ends: null, removed: [] };
  return sentencesOf(source, { start: 0, end: text.length });
}

function expectSame(text: string): void {
  for (const sentence of sentencesIn(text)) {
    const byAll = findingsOf(CUES, sentence, ENGLISH.scopeOf);
    expect(ENGLISH.findingsIn(sentence)).toEqual(byAll);
  }
}

describe('the cues that a sieve leaves', () => {
  it('find in every written sentence what all cues find', () => {
    const found = WRITTEN.flatMap(sentencesIn).flatMap(ENGLISH.findingsIn);
    expect(found.length).toBeGreaterThan(100);
    WRITTEN.forEach(expectSame);
  });

  it('find the same in pieces of sentences and cues put together', () => {
    const piece = fc.oneof(
      fc.constantFrom(...WRITTEN),
      fc.constantFrom(...WRITTEN).chain((text) => {
        const words = text.split(' ');
        return fc.subarray(words).map((some) => some.join(' '));
      }),
      fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
    );
    const glue = fc.constantFrom(' ', '. ', ', ', '  ', '\n', ' but ', '? ', '\u00a0');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, glue), { maxLength: 5 }), (pieces) => {
        expectSame(pieces.flat().join(''));
      }),
      { numRuns: 150 },
    );
  });
});
