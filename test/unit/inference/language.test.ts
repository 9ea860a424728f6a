import { describe, expect, it, test } from '@jest/globals';
import { languageOf } from '../../../server/inference/language/language-of.ts';
import { readMail, readTranscript } from '../../support/reading-input.ts';

const ELSEWHERE: readonly string[] = [
  'Wir sind uns nicht sicher, ob das der richtige Weg für uns ist.',
  'Nous attendons toujours une réponse de votre part sur ce point.',
  'Estamos preocupados por el precio de la renovación.',
  'We zijn er met de directie nog lang niet uit.',
  'Vi er fortsatt bekymret for flyttingen av arkivet.',
  '価格がとても心配です。もう一度説明していただけますか。',
  'Мы всё ещё не уверены в сроках и хотели бы подождать.',
];

describe('a text in another language', () => {
  it.each(ELSEWHERE)('is left alone, and says so: %s', (text) => {
    const { readings, statements, topics, silence } = readMail(text);
    expect({ readings, statements, topics, silence }).toEqual({
      ...{ readings: [], statements: [], topics: [] },
      silence: 'other_language',
    });
  });

  it('is one by what the buyer writes in it, whatever we wrote', () => {
    const ours = 'Sam: Are you worried about the move, and who would have to sign it off?';
    const theirs = 'Dana: Ehrlich gesagt machen wir uns wegen des Umzugs große Sorgen.';
    expect(readTranscript(`${ours}\n${theirs}`).silence).toBe('other_language');
  });
});

describe('English', () => {
  test.each([
    'Hello Sam, thursday no good. the man from the kiln comes. friday?',
    'Please to revert with the revised quotation at the earliest, we are still waiting.',
    'Guten Tag Sam, we are still waiting for the offer. Vielen Dank, Dana',
    'no budget til q3, sorry. pls send the quote anyway for the file',
    'Merci!',
    '',
  ])('is read, in any dress: %s', (text) => {
    expect(languageOf(text)?.code).toBe('en');
  });

  it('is read where it stands beside a few words of another', () => {
    const { readings } = readMail(
      'Bonjour Sam, nobody has answered my question. Cordialement, Dana',
    );
    expect(readings.map(({ driver }) => driver)).toEqual(['being_heard']);
  });
});
