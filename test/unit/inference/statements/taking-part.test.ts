import { describe, expect, test } from '@jest/globals';
import { readMail } from '../../../support/reading-input.ts';

const statementOf = (kind: string, text: string) =>
  readMail(text).statements.find((each) => each.kind === kind);

describe('an accommodation', () => {
  test.each([
    'Please speak a bit more slowly.',
    'Could you send the slides in advance?',
    'I use a screen reader, so please no scans.',
    'We need captions in the meeting.',
    'Please send it in large print.',
    'He needs a sign interpreter.',
    'I prefer it in writing rather than by phone.',
    'I need more time to read such a contract.',
    'My English is limited.',
    'Could we have short breaks every half hour?',
    'Please record it so that I can listen again.',
    'I would like to keep my camera off.',
  ])('is heard in: %s', (text) => {
    expect(statementOf('accommodation', text)?.quote).toBeTruthy();
  });

  test.each([
    'Thank you in advance.',
    'The old tool breaks every week.',
    'If you need subtitles, tell us.',
    'The portal has captions already.',
    'The lift is on the left.',
    'We pay in advance.',
    'Progress is slow.',
    'The camera in hall 3 is broken.',
  ])('is not heard in: %s', (text) => {
    expect(statementOf('accommodation', text)).toBeUndefined();
  });

  test('is never heard with the reason for it', () => {
    expect(readMail('I am dyslexic, so please send the slides in advance.').statements).toEqual([]);
  });
});

describe('a survey score', () => {
  test.each([
    ['8/10 for the onboarding.', '8/10'],
    ['Overall 4 out of 5.', '4 out of 5'],
    ["I'd give it a 7.", '7'],
    ['Three stars from us.', 'Three'],
    ['Our NPS is 6.', '6'],
    ['I rate you 9, because of the support.', '9'],
    ['A solid eight from our side.', 'eight'],
    ['Ten out of ten.', 'Ten out of ten'],
    ['My rating for it: 3', '3'],
    ['They gave it 5 stars.', '5'],
  ])('is heard in: %s', (text, detail) => {
    expect(statementOf('survey_score', text)).toMatchObject({ detail });
  });

  test.each([
    'The call is on 7/10.',
    '3 of 5 sites are done.',
    '9 out of 10 orders are late.',
    'We scored 97 in the audit.',
    'A hotel with 4 stars hotel rating.',
    'See page 4 of 10.',
    'I give you one example.',
    'Score at least 8 to pass.',
  ])('is not heard in: %s', (text) => {
    expect(statementOf('survey_score', text)).toBeUndefined();
  });
});
