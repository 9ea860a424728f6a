import { describe, expect, it, test } from '@jest/globals';
import { readMail, readNote } from '../../../support/reading-input.ts';

const kindsOf = (text: string): readonly string[] =>
  readMail(text).statements.map(({ kind }) => kind);

describe('statements', () => {
  test.each([
    ['desired_outcome', 'Success would be a close in four days.'],
    ['desired_outcome', 'We need to be live before the audit.'],
    ['where_and_how', 'Please call me after four.'],
    ['where_and_how', "I'm only in on Tuesdays."],
    ['purchasing', 'Sign-off goes through our CFO.'],
    ['purchasing', 'We need three quotes.'],
    ['purchasing', 'The board meets next month.'],
    ['influencer', 'I got your name from the replay of the session.'],
    ['value', 'What matters most to us is the archive.'],
    ['task', "I'll send the list tomorrow."],
    ['question', 'Can you show us the archive?'],
    ['pain_point', 'We waste half a day on this every week.'],
  ])('%s: %s', (kind, text) => {
    expect(kindsOf(text)).toContain(kind);
  });

  it('take no influence from what was only sent to them', () => {
    expect(kindsOf('We got a proposal, a discount and a newsletter.')).not.toContain('influencer');
    expect(kindsOf('I saw it in the newsletter of our trade association.')).toContain('influencer');
    expect(kindsOf('Our user group talks about it, and I follow your podcast.')).toContain(
      'influencer',
    );
  });

  it('carry exact quotes, and are reported in notes', () => {
    const text = 'Dana: sign-off goes through the CFO.';
    const [statement] = readNote(text).statements;
    expect(statement).toMatchObject({ kind: 'purchasing', status: 'reported', person: 'dana' });
    expect(text.slice(statement?.start, statement?.end)).toBe(statement?.quote);
  });

  it('of a note hold no question, for we cannot tell who asked it', () => {
    const text = 'Dana said: can you show us the archive?';
    expect(readNote(text).statements.map(({ kind }) => kind)).not.toContain('question');
  });

  it('are dropped where their words are private', () => {
    expect(kindsOf('Can you call us back?')).toEqual(['question']);
    expect(kindsOf('Can you call +44 20 7946 0123?')).toEqual([]);
  });

  it('are none where a topic is off limits, whoever asks', () => {
    const text = 'My wife is ill, so what matters most to us is time.';
    expect(kindsOf(text)).toEqual([]);
  });

  it('are none in small talk', () => {
    expect(kindsOf('Lovely weather in Leeds today.')).toEqual([]);
  });
});

describe('topics and questions', () => {
  test.each([
    ['price', 'The quote arrived.'],
    ['security', 'Where is our data stored, and is there a penetration test?'],
    ['legal', 'Our lawyer has redlines on the annex.'],
    ['reference', 'Could we speak to another customer?'],
    ['renewal', 'Our contract runs out in December.'],
  ])('%s: %s', (topic, text) => {
    expect(readMail(text).topics).toContain(topic);
  });

  it('come from the buyer, never from our side', () => {
    expect(readMail('The quote arrived.', { author: 'sam', direction: 'out' }).topics).toEqual([]);
  });

  it('count the questions the buyer asked', () => {
    expect(readMail('Who trains us? When? Fine.').questions).toBe(2);
  });
});
