import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readActivity } from '../../../server/inference/read-activity.ts';
import type { ReadingInput } from '../../../server/inference/reading.ts';
import { shown } from '../../../server/inference/shown.ts';
import { SAM, inputOf, readMail } from '../../support/reading-input.ts';

const NEED = 'We are worried that the archive is lost in the move.';
const TEN_MB = 10_000_000;
/** Four times this is still read to its end: new-text/lines.ts reads 80,000 characters. */
const SHORT = 18_000;
/** Of four times the text: four times the time, and room for a busy machine; of quadratic time it would be sixteen. */
const MOST_TIMES = 12;
/** Shorter times say nothing about growth. */
const LEAST_MS = 5;

/** As many as `length` characters hold. */
const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length));

type Shape = (length: number) => string;
const filledWith =
  (piece: string): Shape =>
  (length) =>
    fill(piece, length);
/** Something long between two ends that almost make a pattern. */
const between =
  (before: string, piece: string, after: string): Shape =>
  (length) =>
    before + fill(piece, length) + after;

const RUNS: readonly (readonly [string, Shape])[] = [
  ['spaces after a sentence', between(NEED, ' ', 'x')],
  ['spaces within a sentence', between('We are worried that', ' ', 'the archive is lost')],
  ['spaces in a tag', between('<b', ' ', '')],
  ['tags with spaces', filledWith(`<b${' '.repeat(4_999)}`)],
  ['spaces in a style', between('<p style="display:', ' ', `">${NEED}`)],
  ['spaces after From', between('from', ' ', 'x\nsent: x')],
  ['spaces after Sent', between('From: x\nsent', ' ', 'x')],
  ['spaces in a separator', between('-', ' ', 'x')],
  ['spaces after a time', between('10:02', ' ', '1')],
  ['spaces after a name', between('Dana', ' ', 'x')],
  ['spaces after a Q', between('q', ' ', 'x')],
  ['spaces after Answer', between('answer', ' ', 'x')],
  ['spaces after a score', between('score 1', ' ', 'x')],
  ['spaces on lines', filledWith(`${' '.repeat(999)}\n`)],
  ['quotation marks', between('We are worried that "', '"', 'x')],
  ['apostrophes', filledWith("'")],
  ['brackets', filledWith('(')],
  ['pairs of brackets', filledWith('()')],
  ['dots', between(NEED, '.', 'x')],
  ['three dots', filledWith('... ')],
  ['commas', between(NEED, ',', 'x')],
  ['commas with spaces', filledWith(', ')],
  ['arrows', filledWith('-> ')],
  ['dashes', between('We are worried that ', '-', ' the archive')],
];

const NEAR_MATCHES: readonly (readonly [string, Shape])[] = [
  ['digits with dashes', filledWith('1-')],
  ['digits with spaces', filledWith('4111 ')],
  ['digits with brackets', filledWith('+1(')],
  ['account numbers', filledWith('AB12CD34')],
  ['addresses never ended', filledWith('@')],
  ['addresses in a row', filledWith('a.b-c@')],
  ['long names of mailboxes', filledWith(`${'x'.repeat(64)}@`)],
  ['addresses of sites', filledWith('http://')],
  ['confidential', filledWith('confidential ')],
  ['registered in', filledWith('registered in ')],
  ['it is too', filledWith('it is too ')],
  ['if I were', filledWith('if i were ')],
  ['would have', filledWith('would have ')],
  ['you said', filledWith('You said it. The contract ')],
  ['worried that', filledWith('we are worried that ')],
  ['conjunctions', filledWith('and ')],
  ['negations', filledWith('not ')],
  ['names', filledWith('Dana Whitlock Omar ')],
  ['initials', filledWith('D says ')],
  ['labels', filledWith('Dana: ')],
  ['lines of labels', filledWith('Dana: worried\nSam: no\n')],
  ['attributions', filledWith('On 1 x wrote \n')],
  ['wrote', between('On 1 ', 'wrote ', ':')],
  ['headers', filledWith('From: x\n')],
  ['closing words', filledWith('thanks ')],
  ['questions', filledWith('Q1. x? ')],
  ['abbreviations', filledWith('mr. ')],
  ['bullets', filledWith('1. x\n')],
  ['ampersands', filledWith('&a')],
  ['comments never ended', filledWith('<!--')],
  ['ends of elements', filledWith('</a')],
  ['instructions', filledWith('<?a')],
  ['escaped tags', between('<p>', '&lt;p&gt;', '')],
  ['attributes', between('<p ', 'a=b ', `>${NEED}`)],
  ['quote marks', between('', '>', ` ${NEED}`)],
  ['nested quotes', between('', '<blockquote>', NEED)],
  ['hidden elements', filledWith('<div style="display:none">')],
  ['letters that grow when lowered', filledWith('İ')],
  ['half surrogate pairs', filledWith('\ud83d')],
  ['accents', filledWith('e\u0301')],
];

function timeOf(given: ReadingInput): number {
  const started = performance.now();
  readActivity(given);
  return performance.now() - started;
}

/** Measured again where it seems too long, for somebody else may have been at work. */
function timesLonger(short: ReadingInput, long: ReadingInput): number {
  const measure = (): number => timeOf(long) / Math.max(LEAST_MS, timeOf(short));
  const first = measure();
  return first < MOST_TIMES ? first : Math.min(measure(), measure(), measure(), measure());
}

// What the first text loads is loaded before anything is measured.
beforeAll(() => {
  readMail(NEED);
});

const KINDS: readonly (readonly [string, Partial<ReadingInput>])[] = [
  ['a mail', {}],
  ['an answer to a survey', { kind: 'survey' }],
  ['a note', { kind: 'note', author: SAM.id, direction: null }],
  ['a transcript', { kind: 'call', author: null, direction: null }],
];

describe.each(KINDS)('the time for %s grows with its length', (kind, rest) => {
  const shapes = kind === 'a mail' ? [...RUNS, ...NEAR_MATCHES] : RUNS;
  test.each(shapes)('where it is of %s', (_name, shape) => {
    const [short, long] = [inputOf(shape(SHORT), rest), inputOf(shape(4 * SHORT), rest)];
    expect(timesLonger(short, long)).toBeLessThan(MOST_TIMES);
  });
});

test('the time for a long number before a letter grows with its length', () => {
  const textOf = (digits: number) => inputOf(`We fear ${'1'.repeat(digits)}a now.`);
  const [short, long] = [textOf(18), textOf(24)];
  expect(timesLonger(short, long)).toBeLessThan(MOST_TIMES);
});

function expectExact(text: string, found = readMail(text)): void {
  for (const { quote, shown: printed, start, end } of [...found.readings, ...found.statements]) {
    expect(text.slice(start, end)).toBe(quote);
    expect(printed).toBe(shown(quote));
    expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(printed.isWellFormed()).toBe(true);
  }
}

describe('a mail of 10 MB', () => {
  test.each([
    ['words', between(`${NEED}\n\n`, 'lorem ipsum dolor. ', '')],
    ['elements', between(`<p>${NEED}</p>`, '<div>lorem ipsum</div>', '')],
    ['quoted elements', between(`<p>${NEED}</p>`, '<blockquote>', '')],
    ['entities', between(`<p>${NEED}</p>`, '&amp;', '')],
    ['unknown elements', between(`<p>${NEED}</p>`, '<x y>', '')],
    ['comments', between(`<p>${NEED}</p>`, '<!-- x -->', '')],
    ['spaces', between(NEED, ' ', '<b>X')],
  ])('of %s is read in linear time, and what it opens with', (_name, shape) => {
    const [quarter, whole] = [shape(TEN_MB / 4), shape(TEN_MB)];
    const found = readMail(whole);
    expect(timesLonger(inputOf(quarter), inputOf(whole))).toBeLessThan(MOST_TIMES);
    expect(found.readings.map((reading) => reading.shown).join()).toContain('archive is lost');
    expectExact(whole, found);
  });
});

describe('100,000 levels of quotes', () => {
  const DEEP = 100_000;

  test.each([
    ['marks', `${NEED}\n${'>'.repeat(DEEP)} It is too expensive.`],
    ['marks with spaces', `${NEED}\n${'> '.repeat(DEEP)}It is too expensive.`],
    [
      'elements',
      `<p>${NEED}</p>${'<blockquote>'.repeat(DEEP)}It is too expensive.${'</blockquote>'.repeat(DEEP)}`,
    ],
    [
      'marked elements',
      `<p>${NEED}</p>${'<div class="gmail_quote">'.repeat(DEEP)}It is too expensive.${'</div>'.repeat(DEEP)}`,
    ],
  ])('by %s hide what is quoted and nothing else', (_name, text) => {
    const found = readMail(text);
    expect(found.readings.map(({ driver }) => driver)).toEqual(
      readMail(NEED).readings.map(({ driver }) => driver),
    );
    expectExact(text, found);
  });
});

/** What texts are marked up with, whole and broken. */
const PIECES: readonly string[] = [
  ...[NEED, 'It is too expensive for us. ', 'Nobody answered my mail. ', 'x', ' ', '\n', '\r\n'],
  ...[
    '<p>',
    '</p>',
    '<br/>',
    '<b',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?php',
    '?>',
    '<',
    '>',
  ],
  ...[
    '<div style="display:none">',
    '</div>',
    '<blockquote>',
    '</blockquote>',
    '<script>',
    '</script>',
  ],
  ...['<img/src=x>', '<svg/onload=x>', '<x y="z">', ' title="', "'", '"', '=', '/>', '&', ';'],
  ...[
    '&amp;',
    '&lt;',
    '&#60;',
    '&#x202e;',
    '&#0;',
    '&#xd800;',
    '&nbsp',
    '&amp;lt;',
    '%20',
    '\\u0041',
  ],
  ...[
    '> ',
    '>> ',
    '-- \n',
    'On 4 May 2025 Sam wrote:\n',
    'From: Sam\n',
    'Sent: x\n',
    'Sam: ',
    'Dana: ',
  ],
  ...[
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '\u{e0041}',
    '\u2028',
  ],
];

describe('for any text', () => {
  test('of random bytes, nothing throws and quotes are exact', () => {
    const bytes = fc.uint8Array({ maxLength: 3_000 });
    fc.assert(
      fc.property(bytes, fc.boolean(), (noise, framed) => {
        const words = new TextDecoder().decode(noise);
        expectExact(framed ? `${words}\n\n${NEED}\n\n${words}` : words);
      }),
      { numRuns: 200 },
    );
  });

  test('of markup mixed at random, nothing throws and quotes are exact', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, (all) => {
        expectExact(all.join(''));
      }),
      { numRuns: 1_000 },
    );
  });
});
