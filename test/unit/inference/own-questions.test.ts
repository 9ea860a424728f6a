import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { questionsHeading, SLOT_QUESTIONS } from '../../../server/domain/our-questions.ts';
import { readActivity } from '../../../server/inference/read-activity.ts';
import type { Participant } from '../../../server/inference/reading.ts';
import { DANA, needsOf, readMail, readNote, SAM } from '../../support/reading-input.ts';

const QUESTIONS = Object.values(SLOT_QUESTIONS);
const HEADING = questionsHeading(DANA.name);
const WORRY = 'Dana is worried about losing the history in the move.';
const paragraphs = (lines: readonly string[]) =>
  lines.map((line) => `<p>${line === '' ? '<br>' : line}</p>`).join('');
const plain = (lines: readonly string[]) => lines.join('\n');
const FORMS = [
  ['rich text', paragraphs],
  ['plain text', plain],
] as const;

describe.each(FORMS)('a note of our questions in %s', (_name, written) => {
  const note = (answers: readonly string[], heading = HEADING) =>
    written([heading, ...QUESTIONS.flatMap((each, at) => [each, answers[at] ?? ''])]);

  it('that nobody has answered is nobody’s words, and no sign of life', () => {
    expect(readNote(note([]))).toMatchObject({
      ...{ newText: '', readings: [], statements: [], topics: [], questions: 0 },
      ...{ automatic: true, silence: 'automatic' },
    });
  });

  it('is read from the answers under the questions', () => {
    const text = note(['', '', WORRY]);
    const reading = readNote(text);
    expect(needsOf(reading).length).toBeGreaterThan(0);
    expect(reading).toMatchObject({ newText: WORRY, automatic: false });
    for (const { person, status, quote, start, end } of reading.readings) {
      expect({ person, status }).toEqual({ person: DANA.id, status: 'reported' });
      expect(text.slice(start, end)).toBe(quote);
      expect(WORRY).toContain(quote);
    }
  });

  it('is read from an answer on the question’s own line', () => {
    const [first = '', second = ''] = QUESTIONS;
    expect(readNote(written([HEADING, `${first} ${WORRY}`])).newText).toBe(WORRY);
    expect(readNote(written([HEADING, `${first} ${second} ${WORRY}`])).newText).toBe(WORRY);
  });

  it('is ours, too, when the person has been renamed since', () => {
    expect(readNote(note([WORRY], questionsHeading('Dana Price-Migration'))).newText).toBe(WORRY);
  });

  it('keeps what a colleague went on writing after our heading', () => {
    const own = `${HEADING}: she is worried about the price`;
    expect(readNote(note([], own)).newText).toBe(own);
  });
});

describe('our own lines elsewhere', () => {
  it('are never the words of whoever spoke last in a logged talk', () => {
    const talk = ['Dana: fine so far.', 'Sam: good.', 'Dana: we go on.', ...QUESTIONS];
    expect(readNote(plain(talk)).questions).toBe(0);
  });

  it('stay where a buyer writes them', () => {
    const [, , question = ''] = QUESTIONS;
    expect(readMail(question).questions).toBe(1);
  });

  it('leave a heading of somebody’s own alone', () => {
    const own = 'Questions to ask Dana about the price';
    expect(readNote(plain([own, WORRY])).newText).toBe(`${own}\n${WORRY}`);
  });
});

describe('for any answers', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...['', WORRY, 'She said it is too expensive.', '-- ', 'Sam', 'Dana: tired of typing.'],
      ...['Omar & Dana <ops> signed.', 'Thanks', '> We are worried.', 'Sam: ok'],
    ),
    fc.string({ unit: 'binary', maxLength: 30 }).filter((each) => !each.includes('\n')),
  );
  const people: readonly (readonly Participant[])[] = [[DANA, SAM], [DANA], []];
  const noteOf = (written: (lines: readonly string[]) => string) =>
    fc
      .tuple(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 2 }))
      .map(([answers, more]) =>
        written([HEADING, ...QUESTIONS.flatMap((each, at) => [each, answers[at] ?? '']), ...more]),
      );
  const note = fc.oneof(noteOf(plain), noteOf(paragraphs));

  test('no reading, statement or new text holds a line of ours, and offsets are exact', () => {
    fc.assert(
      fc.property(note, fc.constantFrom(...people), (text, around) => {
        const read = readActivity({
          ...{ kind: 'note', direction: null, author: SAM.id, people: around, text },
        });
        for (const { quote, start, end } of [...read.readings, ...read.statements]) {
          expect(text.slice(start, end)).toBe(quote);
          for (const ours of [HEADING, ...QUESTIONS]) expect(quote).not.toContain(ours);
        }
        for (const ours of QUESTIONS) expect(read.newText).not.toContain(ours);
        expect(read.newText.split('\n')).not.toContain(HEADING);
      }),
      { numRuns: 300 },
    );
  });
});
