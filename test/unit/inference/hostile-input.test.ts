import { describe, expect, test } from '@jest/globals';
import { readMail } from '../../support/reading-input.ts';

const FIVE_MB = 5_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(FIVE_MB / piece.length));

/** Generous for a busy machine of two cores; alone it takes a third (docs/reading-real-input.md). */
const LIMIT_MS = 5_000;

describe('a body of 5 MB is read in linear time', () => {
  test.each([
    ['one word', 'word '],
    ['without spaces', 'x'],
    ['needs', 'We keep doing it by hand and it breaks every week. '],
    ['paragraphs', '<p>We keep doing it by hand.</p>'],
    ['tags never closed', '<b>'],
    ['angle brackets', '<'],
    ['entities', '&nbsp;'],
    ['blank lines', '\n'],
    ['quoted lines', '> quoted\n'],
    ['attribution lines', 'On Monday 4 Dana wrote\n'],
    ['signatures', 'Thanks\nDana\n'],
    ['digits', '1'],
    ['addresses', 'a@'],
    ['control characters', '\u0000\u0001\ud800\n'],
  ])('of %s', (_name, piece) => {
    const text = fill(piece);
    const started = performance.now();
    const { readings } = readMail(text);
    expect(performance.now() - started).toBeLessThan(LIMIT_MS);
    for (const { start, end, quote } of readings) expect(text.slice(start, end)).toBe(quote);
  });
});
