import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markText } from '../../../preview/things-to-try/mark-text.ts';

const mark = (start: number, end: number, driver: 'certainty' | 'being_heard' = 'certainty') => ({
  start,
  end,
  driver,
  pole: 'threatened' as const,
  status: 'said' as const,
});

describe('marking the words that counted', () => {
  it('names what each span was read as', () => {
    expect(markText('I am not sure yet.', [mark(5, 13)])).toEqual([
      { start: 0, text: 'I am ', mark: null },
      { start: 5, text: 'not sure', mark: 'certainty at stake' },
      { start: 13, text: ' yet.', mark: null },
    ]);
  });

  it('joins marks that overlap and names both', () => {
    const parts = markText('as I said, not sure', [mark(3, 12), mark(0, 9, 'being_heard')]);
    expect(parts[0]).toEqual({
      start: 0,
      text: 'as I said, n',
      mark: 'being heard at stake, certainty at stake',
    });
  });

  it('never loses or adds a character', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => mark(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.string({ minLength: 41, maxLength: 60 }), fc.array(span), (text, marks) => {
        expect(
          markText(text, marks)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
