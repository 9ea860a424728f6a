import { createElement } from 'lwc';
import read from '@salesforce/apex/AttuneInsightReader.read';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { opened } from 'lightning/navigation';
import AttuneCard from 'c/attuneCard';
import readings from './data/readings.json';

jest.mock(
  '@salesforce/apex/AttuneInsightReader.read',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
const { refreshApex } = require('@salesforce/apex');

const RECORD_ID = '006000000009001AAA';
const PERSON_ID = '003000000007101AAA';
const TOLD = Object.keys(readings).filter((state) => readings[state]?.state !== undefined);

const settled = () => new Promise((resolve) => process.nextTick(resolve));

async function open(reading, objectApiName = 'Opportunity') {
  const card = createElement('c-attune-card', { is: AttuneCard });
  card.recordId = RECORD_ID;
  card.objectApiName = objectApiName;
  document.body.append(card);
  if (reading) read.emit(reading);
  await settled();
  return card;
}

/** Everything below an element, through the shadow roots of our own parts. */
function deep(root) {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? deep(element.shadowRoot) : []),
  ]);
}

const within = (card, selector) => deep(card.shadowRoot).filter((each) => each.matches(selector));
const textOf = (card) =>
  deep(card.shadowRoot)
    .map((each) => each.textContent)
    .join('\n');
const press = async (button) => {
  button.click();
  await settled();
};
const button = (card, label) =>
  within(card, 'lightning-button').find((each) => each.label === label);

describe('c-attune-card', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(readings.now), doNotFake: ['nextTick'] });
    createRecord.mockReset().mockResolvedValue({ id: 'a00000000000001AAA' });
    updateRecord.mockReset().mockResolvedValue({});
    refreshApex.mockClear();
    opened.length = 0;
  });

  afterEach(() => jest.useRealTimers());

  it('says that it is reading until the org answers', async () => {
    const card = await open(null);
    expect(within(card, 'lightning-spinner')[0].alternativeText).toBe('Reading the card');
  });

  it.each(TOLD)('is accessible in the state %s', async (state) => {
    const card = await open(readings[state]);
    jest.useRealTimers();
    expect(textOf(card).length).toBeGreaterThan(0);
    await expect(card).toBeAccessible();
  });

  it('opens on headline, both stages, the age and the next step', async () => {
    const text = textOf(await open(readings.insight));
    expect(text).toContain('before Thursday’s review with the CFO.');
    expect(text).toContain('Buyer: Consideration · CRM: Contract sent');
    expect(text).toContain('updated 6 h ago');
    expect(text).toContain('Send Dana the cutover plan with its way back, by tomorrow');
  });

  it('says that a quote is hidden, and nothing that rests on it', async () => {
    const text = textOf(await open(readings.hidden_quote));
    expect(text).toContain('1 quote hidden: you cannot open its mail.');
    expect(text).not.toContain('What happens to the history');
    expect(text).not.toContain('Dana asked twice');
  });

  it.each([
    ['no_permission', 'Not open to you'],
    ['do_not_analyse', 'Not analysed'],
    ['not_read', 'Not read yet'],
    ['empty', 'Not enough to go on yet'],
  ])('says plainly why it is empty in the state %s', async (state, title) => {
    expect(textOf(await open(readings[state]))).toContain(title);
  });

  it('offers to try again when the org did not answer', async () => {
    const card = await open(null);
    read.error();
    await settled();
    await press(button(card, 'Try again'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('does not guess at a payload of a newer version', async () => {
    const payload = JSON.stringify({ ...JSON.parse(readings.insight.payload), version: 2 });
    const card = await open({ ...readings.insight, payload });
    expect(textOf(card)).toContain('A newer version is needed');
  });

  it('keeps what the rep answers as a record of theirs', async () => {
    const card = await open(readings.insight);
    await press(button(card, 'Right'));
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Insight_Feedback__c',
      fields: {
        Kind__c: 'driver',
        Subject__c: 'certainty',
        Verdict__c: 'right',
        Person_Id__c: PERSON_ID,
        Contact__c: PERSON_ID,
        Opportunity__c: RECORD_ID,
      },
    });
    expect(button(card, 'Right, noted').disabled).toBe(true);
  });

  it('remembers what the rep answered on an earlier visit, of this person in this deal alone', async () => {
    const given = { kind: 'driver', subject: 'certainty', personId: PERSON_ID, dealId: RECORD_ID };
    const answers = [
      { ...given, verdict: 'not_right', dealId: null },
      { ...given, verdict: 'right' },
      { ...given, verdict: 'not_right' },
    ];
    const card = await open({ ...readings.insight, answers });
    expect(button(card, 'Right, noted').disabled).toBe(true);
    await press(button(card, 'Not right'));
    expect(button(card, 'Not right, noted').disabled).toBe(true);
  });

  it('reads again once an answer is kept, so that the next visit knows it', async () => {
    const card = await open(readings.insight);
    await press(button(card, 'Right'));
    await settled();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('takes an answer back when it could not be saved, and says so', async () => {
    createRecord.mockRejectedValue({ body: { message: 'Locked.' } });
    const card = await open(readings.insight);
    const toasts = [];
    card.addEventListener('lightning__showtoast', ({ detail }) => toasts.push(detail));
    await press(button(card, 'Not right'));
    await settled();
    expect(button(card, 'Not right').disabled).toBe(false);
    expect(toasts[0]).toMatchObject({ variant: 'error', message: 'Locked.' });
  });

  it('makes a task of a step at one press, in the viewer’s own name', async () => {
    const card = await open(readings.insight);
    await press(button(card, 'Create the task'));
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'Task',
      fields: {
        Subject: 'Send Dana the cutover plan with its way back, by tomorrow',
        Description: 'Her question is open, and the review is close.',
        ActivityDate: '2026-03-11',
        WhoId: PERSON_ID,
        WhatId: RECORD_ID,
      },
    });
    expect(button(card, 'Task created').disabled).toBe(true);
  });

  it('silences a person at one press and reads again', async () => {
    const card = await open(readings.insight);
    await press(button(card, 'More'));
    await press(button(card, 'Do not analyse Dana Whitlock'));
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: PERSON_ID, Do_Not_Analyse__c: true },
    });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('opens the record in which the words stand', async () => {
    const card = await open(readings.insight);
    await press(button(card, 'mail, 4 days ago'));
    expect(opened).toEqual(['02s000000005501AAA']);
  });

  it('shows the other person when the viewer chooses them', async () => {
    const card = await open(readings.insight);
    const [menu] = within(card, 'lightning-button-menu');
    menu.dispatchEvent(new CustomEvent('select', { detail: { value: '1' } }));
    await settled();
    expect(textOf(card)).toContain('Ruth Adeyemi has written once.');
  });

  it('says on a contact which deal it speaks of', async () => {
    const card = await open(readings.insight, 'Contact');
    expect(within(card, 'lightning-button-menu')[0].label).toBe('In: Dana Whitlock');
  });
});
