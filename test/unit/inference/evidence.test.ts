import { describe, expect, it, test } from '@jest/globals';
import { QUOTE_LIMIT } from '../../../server/domain/evidence.ts';
import { redacted } from '../../../server/inference/redact.ts';
import { shown } from '../../../server/inference/shown.ts';
import { readMail } from '../../support/reading-input.ts';

describe('a quote', () => {
  it('is the shortest clause that carries the need', () => {
    const { readings } = readMail(
      'Thursday is fine for the call, and I am worried about the archive, although the rest of the plan reads well.',
    );
    expect(readings.map(({ quote }) => quote)).toEqual(['I am worried about the archive']);
  });

  test.each(['Good evening, ', 'Hello Sam, for information: ', 'Hi Sam and Lee - ', 'Fyi, '])(
    'leaves out the greeting "%s"',
    (greeting) => {
      const { readings } = readMail(`${greeting}we are worried about the archive.`);
      expect(readings.map(({ shown }) => shown)).toEqual(['we are worried about the archive']);
    },
  );

  it('is an exact slice of HTML, and is shown decoded', () => {
    const html = '<p>Hi,<br>I&#39;m <b>worried</b>&nbsp;about the archive.</p>';
    const [reading] = readMail(html).readings;
    expect(reading?.quote).toBe('I&#39;m <b>worried</b>&nbsp;about the archive');
    expect(reading?.shown).toBe("I'm worried about the archive");
  });

  it('joins a line that a mail program wrapped', () => {
    const { readings } = readMail(
      'Before we go on with the plan for the depot I am\nworried about the archive.',
    );
    expect(readings[0]?.shown).toContain('worried about the archive');
  });

  test.each([
    ['an address', 'I am worried that we lose the archive, write to dana@fenwick.example please.'],
    [
      'a phone number',
      'I am worried that we lose the archive, call me on +44 20 7946 0123 please.',
    ],
    [
      'an account number',
      'I am worried that we lose the archive, refund to GB29 NWBK 6016 1331 9268 19 please.',
    ],
    ['a card number', 'I am worried that we lose the archive, card 4111 1111 1111 1111 please.'],
  ])('holds no %s', (_name, text) => {
    const [reading] = readMail(text).readings;
    expect(reading?.quote).toMatch(/^I am worried that we lose the archive/);
    expect(reading?.quote).not.toMatch(/@|\d{4}/);
  });

  test.each([
    ['a street', 'I am worried that we lose the archive, it stands at 12 Mill Lane please.'],
    ['a street in German', 'I am worried that we lose the archive, it stands at Talstraße 4.'],
    ['somebody else', 'I am worried that we lose the archive, as Mrs Amherst does.'],
  ])('gives away neither an address nor somebody who takes no part: %s', (_name, text) => {
    const [reading] = readMail(text).readings;
    expect(reading?.quote).toMatch(/^I am worried that we lose the archive/);
    expect(reading?.quote).not.toMatch(/Mill|Tal|Amherst/);
  });

  it('may name who takes part, and goes on behind the name of who does not', () => {
    const text = 'Mr Farouk-Lindt says that nobody answered his ticket for three weeks.';
    expect(readMail(text).readings[0]?.quote).toContain('Mr Farouk-Lindt');
    const other = text.replace('Mr Farouk-Lindt', 'Dr. Amherst');
    expect(readMail(other).readings[0]?.quote).toBe(
      'says that nobody answered his ticket for three weeks',
    );
  });

  it('of a clause that is longer than a quote may be is only the words that carry the need', () => {
    const text = `I am worried about the archive ${'in every single week '.repeat(30)}`;
    const [reading] = readMail(text).readings;
    expect(reading?.quote).toMatch(/^I am worried/);
    expect(reading?.quote.length).toBeLessThanOrEqual(QUOTE_LIMIT);
  });

  it('is dropped where nothing clean is left', () => {
    expect(readMail('Worried dana@fenwick.example').readings).toEqual([]);
  });

  it('leaves out what stands beside an off-limits topic', () => {
    const text = 'My wife is in hospital. I am worried sick. The slides are fine.';
    expect(readMail(text).readings).toEqual([]);
    const farther = `${text} Send them. We are worried about the move.`;
    expect(readMail(farther).readings.map(({ quote }) => quote)).toEqual([
      'We are worried about the move',
    ]);
  });

  it('says so when off-limits topics are why nothing was read', () => {
    expect(readMail('My wife is in hospital and I am worried.').silence).toBe('off_limits');
    const later = 'They found something on the scan. Well. I am so worried.';
    expect(readMail(later).silence).toBe('off_limits');
  });
});

test('a slice without a word is nothing to quote', () => {
  expect(
    redacted('12 : 34', { span: { start: 0, end: 7 }, core: { start: 0, end: 2 }, people: [] }),
  ).toBeNull();
});

test('what is shown depends on the slice alone, decodes it once and joins white space', () => {
  expect(shown('a&nbsp;&amp;  b\n c')).toBe('a & b c');
  expect(shown('tab\tand\u0000nul')).toBe('tab and nul');
  expect(shown('half \ud800 of a pair')).toBe('half \ufffd of a pair');
});
