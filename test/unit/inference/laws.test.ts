import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readActivity } from '../../../server/inference/read-activity.ts';
import type { Participant, ReadingInput } from '../../../server/inference/reading.ts';
import { shown } from '../../../server/inference/shown.ts';
import { ACTIVITY_KINDS } from '../../../shared/vocabulary.ts';
import { DANA, OMAR, SAM, inputOf, readMail } from '../../support/reading-input.ts';

/** Pieces from which texts with needs, markup, quotes and noise are made. */
const PIECES = [
  'I am worried about the archive. ',
  'It is too expensive for us, and nobody answered my mail. ',
  'We keep typing it by hand every week. ',
  'You said it was included. The contract has no such line. ',
  'What a relief. ',
  'Thanks for following up. ',
  '\n\n',
  '\n> We are worried.\n',
  '<p>',
  '</p>',
  '<br>',
  '<div class="gmail_quote">We are worried.</div>',
  '&nbsp;&amp;&#39;',
  '<blockquote>',
  'On Tue, 4 Feb 2025 at 17:12, Sam <s@x.example> wrote:\n',
  'Dana: ',
  'Sam: ',
  '-- \n',
  'İstanbul ẞ ﬁ 👩‍🔬 ',
  '\ud800',
  '\u0000\u0007',
  'dana@fenwick.example +44 20 7946 0123 ',
  'My daughter is ill. ',
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 20 })), { maxLength: 15 })
    .map((all) => all.join('')),
);

const input: fc.Arbitrary<ReadingInput> = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  direction: fc.constantFrom('in', 'out', null),
  author: fc.constantFrom(DANA.id, OMAR.id, SAM.id, 'stranger', null),
  people: fc.subarray([DANA, OMAR, SAM]),
  text,
});

describe('for any text', () => {
  test('quotes are exact, short, clean slices, shown purely', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { readings, statements } = readActivity(given);
        for (const { quote, shown: printed, start, end } of [...readings, ...statements]) {
          expect(given.text.slice(start, end)).toBe(quote);
          expect(quote.length).toBeLessThanOrEqual(280);
          expect(printed).toBe(shown(quote));
          expect(quote).not.toMatch(/@fenwick|7946|daughter/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('readings name buyers who are listed, or nobody', () => {
    fc.assert(
      fc.property(input, (given) => {
        const buyers = given.people.filter(({ side }) => side === 'buyer').map(({ id }) => id);
        for (const { person } of readActivity(given).readings) {
          expect([...buyers, null]).toContain(person);
        }
      }),
    );
  });

  test('no reading of one activity overlaps another, and silence is set exactly when there is none', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { readings, silence } = readActivity(given);
        expect(silence === null).toBe(readings.length > 0);
        readings.forEach((reading, index) => {
          expect(reading.start).toBeGreaterThanOrEqual(readings[index - 1]?.end ?? 0);
        });
      }),
    );
  });

  test('the same input gives the same answer', () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(readActivity(given)).toEqual(readActivity(given));
      }),
      { numRuns: 50 },
    );
  });

  test('mails, chats and tickets of our own side are never read', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('email', 'survey', 'task'), (words, kind) => {
        const given = inputOf(words, { kind, author: SAM.id, direction: 'out' });
        expect(readActivity(given).readings).toEqual([]);
      }),
    );
  });

  test('no quote crosses what was quoted, signed or said by our side', () => {
    const marked = fc.array(
      fc.constantFrom(
        'I am worried about it. ',
        '\n> SELLER is worried about it.\n',
        'It is too expensive.\n',
        '\n\n',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(marked, (pieces) => {
        for (const { quote } of readMail(pieces.join('')).readings) {
          expect(quote).not.toMatch(/SELLER|>/);
        }
      }),
    );
  });
});

describe('same words, same result', () => {
  const NAMES: readonly string[] = [
    'Dana Whitlock',
    'Mohammed al-Rashid',
    'Nguyễn Thị Hoa',
    'Oluwaseun Adeyemi',
    'Mary-Jane O’Neil',
  ];
  const TEXTS: readonly string[] = [
    'NAME is worried about the archive. SHE says it is too expensive.',
    'NAME asked the same thing twice, who signs it. SHE wants it in writing.',
    'NAME: nobody answered the ticket, and we keep typing it by hand every week.',
  ];
  const needs = (words: string, person: Participant): readonly unknown[] =>
    readActivity({
      kind: 'note',
      direction: null,
      author: SAM.id,
      people: [person, SAM],
      text: words,
    }).readings.map(({ driver, pole, status, strength, person: holder }) => ({
      driver,
      pole,
      status,
      strength,
      holder,
    }));

  test.each(TEXTS)('whatever the name and pronoun: %s', (words) => {
    const found = NAMES.flatMap((name) =>
      ['She', 'He'].map((pronoun) =>
        needs(words.replace('NAME', name.split(' ')[0] ?? name).replace('SHE', pronoun), {
          ...DANA,
          name,
        }),
      ),
    );
    expect(found[0]).not.toEqual([]);
    for (const each of found) expect(each).toEqual(found[0]);
  });

  test('whatever the title', () => {
    const titles = ['Intern', 'Chief Executive Officer', null];
    const found = titles.map(
      (title) =>
        readMail('I am worried about the archive.', { people: [{ ...DANA, title }, SAM] }).readings,
    );
    for (const each of found) expect(each).toEqual(found[0]);
  });
});
