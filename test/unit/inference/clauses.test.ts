import { describe, expect, it, test } from '@jest/globals';
import { sentencesOf } from '../../../server/inference/clauses.ts';

const plain = (text: string) => ({ text, starts: null, ends: null, removed: [] });
const sentences = (text: string): readonly string[] =>
  sentencesOf(plain(text), { start: 0, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );
const clauses = (text: string): readonly string[] =>
  sentencesOf(plain(text), { start: 0, end: text.length }).flatMap((sentence) =>
    sentence.clauses.map(({ start, end }) => text.slice(start, end)),
  );

describe('sentences', () => {
  test.each([
    ['end at full stops', 'One is here. Two is there.', ['One is here.', 'Two is there.']],
    [
      'do not end at an abbreviation',
      'Mr. Okafor came at approx. nine. Good.',
      ['Mr. Okafor came at approx. nine.', 'Good.'],
    ],
    [
      'end at line ends and lose bullets',
      '- first thing\n- second thing',
      ['first thing', 'second thing'],
    ],
    ['need no punctuation', 'too many clicks\nno time', ['too many clicks', 'no time']],
    ['may be emoji', '👍', ['👍']],
  ])('%s', (_name, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('go on over a line that was wrapped, not over a blank one', () => {
    const wrapped =
      'this line is long enough to have been wrapped by a\nmail program. Next.\n\nother';
    expect(sentences(wrapped)).toEqual([
      'this line is long enough to have been wrapped by a\nmail program.',
      'Next.',
      'other',
    ]);
  });
});

describe('clauses', () => {
  test.each([
    [
      'part at "but"',
      'The plan is fine but the price is not',
      ['The plan is fine', 'but the price is not'],
    ],
    [
      'part at a colon',
      'One thing is left: the archive is gone',
      ['One thing is left', 'the archive is gone'],
    ],
    ['keep short openings', 'So, the archive is gone', ['So, the archive is gone']],
    [
      'part at brackets',
      'The export is late (it always was)',
      ['The export is late', 'it always was'],
    ],
    [
      'keep both brackets of what was too short to part from',
      'Too risky (for now): honestly, we wait',
      ['Too risky (for now)', 'honestly, we wait'],
    ],
    [
      'keep both brackets of what was too short to stand alone',
      'We moved the date (again) for the audit',
      ['We moved the date', '(again) for the audit'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });
});
