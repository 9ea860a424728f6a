import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openWordBook, plain, runsIn } from '../../../../server/insight/payload/known-words.ts';
import { isStretch, pointToWords } from '../../../../server/insight/payload/point-to-words.ts';
import { aDealFile, anEvidence, aStatement } from '../../../support/cards/deal-file.ts';

const bookOf = (...shown: readonly string[]) =>
  openWordBook([
    aDealFile({
      evidence: shown.map((each, index) => anEvidence({ id: `e${index}`, shown: each })),
      statements: [],
    }),
  ]);

const spell = (book: ReturnType<typeof bookOf>, text: string) =>
  pointToWords(book, text).map((piece) =>
    isStretch(piece)
      ? { id: piece.words.id, shows: piece.words.shown.slice(piece.from, piece.to) }
      : piece,
  );

describe('words in a text of the card', () => {
  it('are pointed to where they stand in quotation marks, whole or in part', () => {
    const book = bookOf('what happens if the migration slips?');
    expect(
      spell(book, 'Dana asked: “what happens if the migration slips?” A date may help.'),
    ).toEqual([
      'Dana asked: “',
      { id: 'e0', shows: 'what happens if the migration slips?' },
      '” A date may help.',
    ]);
    expect(spell(book, 'feels “slips”')).toEqual(['feels “', { id: 'e0', shows: 'slips' }, '”']);
  });

  it('are pointed to where an entry is nothing but them', () => {
    const book = openWordBook([
      aDealFile({ evidence: [], statements: [aStatement({ id: 's', shown: 'No calls' })] }),
    ]);
    expect(spell(book, 'No calls')).toEqual([{ id: 's', shows: 'No calls' }]);
  });

  it('are found when quotation marks within them are printed as single ones', () => {
    const book = bookOf('they call it “the big bang” here');
    expect(spell(book, '“they call it ‘the big bang’ here”')).toEqual([
      '“',
      { id: 'e0', shows: 'they call it “the big bang” here' },
      '”',
    ]);
  });

  it('are pointed to without marks when four of theirs follow each other, as far as they go', () => {
    const book = bookOf('nobody told us that the old plan would end in June');
    expect(spell(book, 'In short, the old plan would end soon.')).toEqual([
      'In short, ',
      { id: 'e0', shows: 'the old plan would end ' },
      'soon.',
    ]);
  });

  it('leave questions of ours, moments and short everyday words alone', () => {
    const book = bookOf('we meet on Thursday');
    const at = { at: '2026-03-04T03:00:00.000Z', as: 'day' } as const;
    expect(pointToWords(book, ['Ask on Thursday: “What helps?” ', at])).toEqual([
      'Ask on Thursday: “What helps?” ',
      at,
    ]);
  });

  it('never stay in what is left, and print the same (law)', () => {
    const word = fc.constantFrom(
      'we',
      'lost',
      'the',
      'archive',
      'in',
      'June',
      '“old”',
      'plan,',
      'again.',
      'Who?',
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        fc.array(sentence),
        (theirs, ours) => {
          const book = bookOf(...theirs);
          const text = ours.join(' and ');
          const pieces = pointToWords(book, text);
          const printed = pieces.map((piece) =>
            typeof piece === 'string'
              ? piece
              : isStretch(piece)
                ? piece.words.shown.slice(piece.from, piece.to)
                : '',
          );
          const left = pieces.filter((piece) => typeof piece === 'string');
          expect(plain(printed.join(''))).toBe(plain(text));
          expect(
            left
              .flatMap((each) => runsIn(plain(each)))
              .filter(({ text: run }) => book.runs.has(run)),
          ).toEqual([]);
        },
      ),
    );
  });
});
