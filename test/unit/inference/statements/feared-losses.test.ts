import { describe, expect, test } from '@jest/globals';
import { readMail } from '../../../support/reading-input.ts';

const kindsOf = (text: string): readonly string[] =>
  readMail(text).statements.map(({ kind }) => kind);

/** What reassures, asks or only names the thing fears no loss, whichever it is. */
const NO_FEAR = [
  'We are not worried about the money, the work, our reputation or our jobs.',
  'There is no risk for the budget or the deadline.',
  'The deposit is refundable, so the risk for our money is nil.',
  'Please complete the risk register: money, downtime, reputation, jobs.',
];

describe('money that may be lost', () => {
  test.each([
    'I am afraid that we waste the whole budget again.',
    'If the project fails we lose 40,000 euros.',
    'It could cost us a fortune.',
    'We cannot afford another penalty.',
    'I worry that the subsidy is gone then.',
    'One wrong tariff would cost us 12k.',
    'We would be paying for licences nobody uses.',
    'That would be throwing good money after bad.',
    'What if the grant is withdrawn?',
    'We risk our deposit.',
  ])('is heard in: %s', (text) => {
    expect(kindsOf(text)).toContain('risk_investment');
  });

  test.each([
    ...NO_FEAR,
    'Our budget is 40,000 euros.',
    'The invoice for 900 euros is paid.',
    'The money is on its way.',
    'We invest in the new hall.',
  ])('is not heard in: %s', (text) => {
    expect(kindsOf(text)).not.toContain('risk_investment');
  });
});

describe('work that may stand still', () => {
  test.each([
    'We are worried about downtime in the switch-over.',
    'If it crashes the line stops.',
    'We cannot afford a standstill.',
    'I fear that we do everything twice.',
    'If the interface breaks we miss the month-end.',
    'It would cost us two days of work, or a whole shift standing still.',
    'The risk is a backlog of two weeks.',
    'I am anxious about the outage that this means.',
    'If this goes wrong we lose a whole season.',
    'What happens if the server is down in harvest?',
  ])('is heard in: %s', (text) => {
    expect(kindsOf(text)).toContain('risk_productivity');
  });

  test.each([
    ...NO_FEAR,
    'The night shift starts at ten.',
    'The deadline is the 4th.',
    'The line runs at 40 a minute.',
    'Production moves to hall 3.',
  ])('is not heard in: %s', (text) => {
    expect(kindsOf(text)).not.toContain('risk_productivity');
  });
});

describe('standing that may be lost', () => {
  test.each([
    'I am afraid of looking foolish in front of the board.',
    'It would embarrass us with every parent in town.',
    'If it fails my name is on it.',
    'We cannot risk our reputation.',
    'I would be blamed for it.',
    'If a file is lost we are in the newspapers.',
    'We worry that customers leave.',
    'I am the one who recommended you.',
    'Our credibility is at stake.',
    'What if this blows up in front of our members?',
  ])('is heard in: %s', (text) => {
    expect(kindsOf(text)).toContain('risk_reputation');
  });

  test.each([
    ...NO_FEAR,
    'Your reputation is excellent.',
    'The customers like the new form.',
    'I present it to the board in May.',
    'Our name is on the list of attendees.',
  ])('is not heard in: %s', (text) => {
    expect(kindsOf(text)).not.toContain('risk_reputation');
  });
});

describe('a position that may be lost', () => {
  test.each([
    'If this goes wrong I will be fired.',
    'It could cost me my job.',
    'I am afraid for my position.',
    'People here worry about redundancies.',
    'My job is on the line.',
    'I would be out of a job.',
    'They fear that it replaces their jobs.',
    'I risk my promotion with this.',
    'The planners are scared of layoffs.',
    'If it slips I am the first to go.',
  ])('is heard in: %s', (text) => {
    expect(kindsOf(text)).toContain('risk_job');
  });

  test.each([
    ...NO_FEAR,
    'My job is to compare the offers.',
    'I started a new job in May.',
    'We worry about the job sheets.',
    'Please quote the job number.',
  ])('is not heard in: %s', (text) => {
    expect(kindsOf(text)).not.toContain('risk_job');
  });
});
