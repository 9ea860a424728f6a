import { describe, expect, test } from '@jest/globals';
import { readMail, readNote } from '../../../support/reading-input.ts';

const statementOf = (kind: string, text: string) =>
  readMail(text).statements.find((each) => each.kind === kind);

describe('a commitment', () => {
  test.each([
    ["We'll send the signed order by Thursday.", 'by Thursday'],
    ['You will have my comments before the end of the month.', 'before the end of the month'],
    ['I shall confirm the room on 14 March.', 'on 14 March'],
    ['The contract will be signed and back with you next week.', 'next week'],
    ["You'll hear from us by noon.", 'by noon'],
    ['We will pay the first invoice within ten days.', 'within ten days'],
    ['They agreed to start with the north site in April.', 'in April'],
    ['Consider it done.', null],
    ["We've decided to go with the smaller package.", null],
    ['We are going ahead with you.', null],
    ['We accept your revised terms.', null],
    ['Yes, go ahead with the first two sites.', null],
    ['You have my word that nobody else sees it.', null],
  ])('is heard in: %s', (text, detail) => {
    expect(statementOf('commitment', text)).toMatchObject({ detail });
  });

  test.each([
    'Will you send it by Friday?',
    'Please let us have the list by Friday.',
    'We might sign next week, we will see.',
    'If we sign by June, what changes?',
    'We were promised a date in May.',
    'I need the figures by Tuesday.',
    'You wrote "we will deliver by Monday".',
    'We cannot commit to a date.',
    'The train leaves on Friday.',
  ])('is not heard in: %s', (text) => {
    expect(statementOf('commitment', text)).toBeUndefined();
  });

  test('is reported of the buyer in a note', () => {
    const { statements } = readNote('Dana: she will send the numbers by Friday.');
    const statement = statements.find(({ kind }) => kind === 'commitment');
    expect(statement).toMatchObject({ detail: 'by Friday', status: 'reported', person: 'dana' });
  });
});

describe('an objection', () => {
  test.each([
    'Your offer is still too expensive for a team of nine.',
    'This is not acceptable for our works council.',
    'The renewal is above our budget.',
    "I'm not convinced that the pilot shows much.",
    "We don't see the benefit for the smaller sites.",
    'Your tool does not support two currencies.',
    'Why should we switch in the middle of the season?',
    'We are happy with our current supplier.',
    'There is no need to change a working system.',
    'My main concern is the notice period.',
    'She has reservations about the hosting.',
    'We are reluctant to sign for five years.',
    'That clause would be a deal-breaker.',
    'We cannot accept the liability clause.',
  ])('is heard in: %s', (text) => {
    expect(statementOf('objection', text)?.quote).toBeTruthy();
  });

  test.each([
    'We have no objections.',
    'If you have any concerns, call me.',
    'The price is not too high at all.',
    'Your concern about the dates is noted.',
    'Is it too expensive for you?',
    'Our reservations are withdrawn.',
    'You do not have to come on site.',
    'Do you have doubts about the date?',
    'The report is about the market.',
  ])('is not heard in: %s', (text) => {
    expect(statementOf('objection', text)).toBeUndefined();
  });
});

describe('an obstacle', () => {
  test.each([
    ['We cannot sign until legal has read it.', 'legal'],
    ["I can't order without our CFO.", 'our CFO'],
    ['The draft is with procurement.', 'procurement'],
    ['We are waiting for the works council to agree.', 'works council'],
    ['It is stuck with our IT department.', 'our IT department'],
    ['Still waiting for the approval from finance.', 'finance'],
    ['Our auditors have not signed yet.', 'Our auditors'],
    ['The order depends on the board.', 'board'],
    ['There is a budget freeze.', null],
    ['The project is on hold.', null],
    ['There is no budget left this year.', null],
    ['What keeps us from signing is the notice period.', null],
    ['The only blocker is the single sign-on.', null],
  ])('is heard in: %s', (text, detail) => {
    expect(statementOf('obstacle', text)).toMatchObject({ detail });
  });

  test.each([
    'We are no longer waiting for legal.',
    'Nothing stops us from signing.',
    'Are you waiting for our approval?',
    'If you are still waiting for an answer, please contact the desk.',
    'We wait for the parcel.',
    'I waited for the train.',
    'The warehouse is with us since May.',
    'The budget is 40,000.',
    'The rain held us up.',
  ])('is not heard in: %s', (text) => {
    expect(statementOf('obstacle', text)).toBeUndefined();
  });
});

describe('a competitor', () => {
  test.each([
    ['We are also looking at Brixa.', 'Brixa'],
    ['I have a quote from Nordlicht Systeme on my desk.', 'Nordlicht Systeme'],
    ['We compared you with Tallow & Finch.', 'Tallow & Finch'],
    ['Ostermark came in at 18,000.', 'Ostermark'],
    ['Vexmoor is 20 % cheaper.', 'Vexmoor'],
    ['We are thinking of switching to Larkspur next year.', 'Larkspur'],
    ['Our contract with Pellworm runs until June.', 'Pellworm'],
    ['Your competitor asks half.', null],
    ['We have two other offers.', null],
    ['You are one of three vendors.', null],
    ['We shortlisted two.', null],
    ['The board would rather build it ourselves, so to say an in-house tool.', null],
  ])('is heard in: %s', (text, detail) => {
    expect(statementOf('competitor', text)).toMatchObject({ detail });
  });

  test.each([
    'Our competitors have trouble, too.',
    'There is no other supplier for this part.',
    'Please fill in the supplier form.',
    'We are also looking at the dates.',
    'A quote from Monday would be fine.',
    'Your second offer is clear.',
    'We stayed with English.',
    'The flight from Oslo is cheaper.',
    'I compared it with the list.',
  ])('is not heard in: %s', (text) => {
    expect(statementOf('competitor', text)).toBeUndefined();
  });
});
