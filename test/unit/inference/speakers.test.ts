import { describe, expect, it, test } from '@jest/globals';
import { readActivity } from '../../../server/inference/read-activity.ts';
import {
  DANA,
  OMAR,
  SAM,
  inputOf,
  needsOf,
  readMail,
  readNote,
  readTranscript,
} from '../../support/reading-input.ts';

const WORRY = 'We are worried about the move.';

describe('a mail', () => {
  test.each(['Charity Committee', 'Order Desk', 'Respondent 41', 'No-reply'])(
    'by %s is nobody’s, for a need is a person’s',
    (name) => {
      const reading = readMail(WORRY, { people: [{ ...DANA, name }, SAM] });
      expect(reading).toMatchObject({ readings: [], silence: 'author_unknown' });
    },
  );

  it('by somebody whose name only looks like one is theirs', () => {
    const people = [{ ...DANA, name: 'Officer Deskin' }, SAM];
    expect(readMail(WORRY, { people }).readings).toHaveLength(1);
  });
});

describe('transcripts and chats', () => {
  test.each([
    ['a full name', `Dana Whitlock: ${WORRY}`],
    ['a first name', `Dana: ${WORRY}`],
    ['a time before the name', `[00:12:04] Dana: ${WORRY}`],
    ['a bare time before the name', `00:12:04 Dana Whitlock: ${WORRY}`],
    ['a company after the name', `Dana Whitlock (Fenwick): ${WORRY}`],
    ['initials', `DW: ${WORRY}`],
  ])('know a speaker by %s', (_name, line) => {
    const { readings } = readTranscript(`Sam: Hello.\n${line}`);
    expect(readings.map(({ driver, person }) => [driver, person])).toEqual([['safety', DANA.id]]);
  });

  it('never read what our side says', () => {
    expect(readTranscript(`Sam: ${WORRY}\nDana: Right.`).readings).toEqual([]);
  });

  it('give the words of an unknown speaker to nobody', () => {
    const reading = readTranscript(`Sam: Hello.\nVisitor 7: ${WORRY}\nDana: Fine.`);
    expect(reading.readings).toEqual([]);
  });

  it('say that nobody known spoke where only our side and a stranger did', () => {
    expect(readTranscript(`Sam: Hello.\nPriya: ${WORRY}`).silence).toBe('author_unknown');
  });

  it('know of two with one name the one who is called just that', () => {
    const people = [DANA, { ...OMAR, name: 'Dana' }, SAM];
    const speaker = (label: string) =>
      readActivity(
        inputOf(`Sam: Hello.\n${label}: ${WORRY}`, { kind: 'call', author: null, people }),
      ).readings[0]?.person;
    expect([speaker('Dana'), speaker('Dana Whitlock')]).toEqual([OMAR.id, DANA.id]);
  });

  it('know a speaker by a surname and the beginning of a first name', () => {
    expect(readTranscript(`Sam: Hello.\nDa Whitlock: ${WORRY}`).readings[0]?.person).toBe(DANA.id);
  });

  it('take a line without a name as the same speaker going on', () => {
    expect(readTranscript(`Dana: Well.\n${WORRY}\nSam: I see.`).readings[0]?.person).toBe(DANA.id);
  });

  it('know the only buyer by a side label', () => {
    const reading = readActivity(
      inputOf(`Agent: Hello.\nCustomer: ${WORRY}`, {
        kind: 'chat',
        author: null,
        people: [DANA, SAM],
      }),
    );
    expect(reading.readings[0]?.person).toBe(DANA.id);
  });

  it('leave the person open where a side label fits two buyers', () => {
    const reading = readActivity(
      inputOf(`Agent: Hello.\nCustomer: ${WORRY}`, { kind: 'chat', author: null }),
    );
    expect(reading.readings[0]?.person).toBeNull();
  });
});

describe('whose words', () => {
  it('our side: silent', () => {
    const reading = readMail(WORRY, { author: SAM.id, direction: 'out' });
    expect(reading.readings).toEqual([]);
    expect(reading.silence).toBe('our_side');
  });

  test.each([
    ['nobody', null],
    ['somebody not listed', 'stranger'],
  ])('author is %s: silent', (_name, author) => {
    expect(readMail(WORRY, { author }).silence).toBe('author_unknown');
  });

  it('a colleague whose view the author passes on holds the need', () => {
    const { readings } = readMail('Our CFO thinks it is too expensive.');
    expect(readings.map(({ driver, person }) => [driver, person])).toEqual([['fairness', OMAR.id]]);
  });

  it('a colleague is known by title although another one has none', () => {
    const people = [DANA, { ...OMAR, id: 'nils', name: 'Nils Berg', title: null }, OMAR, SAM];
    expect(readMail('Our CFO thinks it is too expensive.', { people }).readings[0]?.person).toBe(
      OMAR.id,
    );
  });

  it('a colleague who is not listed leaves it with the author', () => {
    expect(readMail('Our CTO thinks it is too expensive.').readings[0]?.person).toBe(DANA.id);
  });

  it('the author holds what they say of themselves, colleague named or not', () => {
    expect(readMail('Omar has read it, and I am worried about the move.').readings[0]?.person).toBe(
      DANA.id,
    );
  });
});

describe('notes by our side', () => {
  it('report what the buyer said', () => {
    const { readings } = readNote('Call w/ Dana. She is worried about the migration.');
    expect(readings.map(({ status, person }) => [status, person])).toEqual([['reported', DANA.id]]);
  });

  test.each([
    'I think she is worried about the migration.',
    'I reckon they are overwhelmed.',
    'Hypothesis (mine): Dana is worried about the move.',
    'We came away worried about the move.',
    'Left a voicemail, third attempt, nobody answered.',
    'My gut: it is too expensive for them.',
    'NEXT: ask why they are worried about the migration',
    'TODO: send the case study, they waste hours every week',
    'Sam worried about the timeline.',
    'Probably too expensive for them.',
  ])('do not turn our own view into a reading: %s', (text) => {
    expect(readNote(text).readings).toEqual([]);
  });

  it('go with the buyer named last, also by pronoun', () => {
    const text =
      'Dana joined, then Omar.\nDana likes the mobile view. She is worried about the move.\nOmar: it is too expensive.';
    const found = readNote(text, [DANA, OMAR, SAM]).readings.map(({ driver, person }) => [
      driver,
      person,
    ]);
    expect(found).toEqual([
      ['safety', DANA.id],
      ['fairness', OMAR.id],
    ]);
  });

  it('hear the same worry of two buyers twice, in one sentence once', () => {
    const holders = (text: string) =>
      readNote(text, [DANA, OMAR, SAM]).readings.map(({ person }) => person);
    const [one, other] = ['Dana is worried about the move', 'Omar is worried about the archive'];
    expect(holders(`${one}. ${other}.`)).toEqual([DANA.id, OMAR.id]);
    expect(holders(`${one} and so ${other}.`)).toEqual([DANA.id]);
  });

  it('leave the person open where nobody is named and two could be meant', () => {
    expect(
      readNote('Worried about the migration.', [DANA, OMAR, SAM]).readings[0]?.person,
    ).toBeNull();
  });
});

describe('surveys', () => {
  it('take a lone question for the answer, for nobody else could have asked it', () => {
    const asked = 'How are we to know which of the two figures is right?';
    const lone = readMail(asked, { kind: 'survey' });
    expect(needsOf(lone)).toEqual(['certainty/threatened']);
  });

  it('read the answer, never the question', () => {
    const survey = { kind: 'survey' } as const;
    expect(
      readMail('Q3. What made you worried about us?\nAnswer: Nothing.', survey).readings,
    ).toEqual([]);
    expect(readMail('CES - "The portal made it easy": 6/7', survey).readings).toEqual([]);
    expect(
      readMail('Q4 The price is fair: 3 – Neutral\nQ5 It was easy: 5', survey).readings,
    ).toEqual([]);
    expect(
      needsOf(readMail('Would you recommend us? 4\nWhy? Nobody answered my ticket.', survey)),
    ).toEqual(['being_heard/threatened']);
  });
});
