import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InsightWrite } from '../../../server/crm/writes.ts';
import { refuse, type Answer } from '../../simulators/salesforce/serve/answer.ts';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

const VALUES: InsightValues = {
  ...{ stage: 'consideration', stageSince: '2026-03-01T00:00:00.000Z', topDriver: 'certainty' },
  ...{ pole: 'threatened', openConcerns: 2, oldestConcernAt: '2026-02-01T00:00:00.000Z' },
  generatedAt: '2026-03-04T08:00:00.000Z',
  payload: { version: 1, sources: [], quotes: [], views: [], focus: [] },
};

describe('our own records in an org', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  const org = () => open.salesforce.org;
  const addDeals = (count: number) =>
    Array.from({ length: count }, (_, index) => org().put('Opportunity', { Name: `D${index}` }).Id);
  const toWrite = (id: string): InsightWrite => ({ ref: { kind: 'deal', id }, values: VALUES });
  const write = (writes: readonly InsightWrite[]) => open.port.writeInsights(writes);
  const outcomesOf = async (writes: readonly InsightWrite[]) =>
    (await write(writes)).map(({ outcome }) => outcome);
  /** How many rows each of the next calls is told of; `change` makes another result of a call's row. */
  function watch(calls: number, change: (row: number, call: number) => object | null): number[] {
    const told: number[] = [];
    open.salesforce.queueFault({
      ...{ kind: 'altered', path: /composite\/sobjects/, times: calls },
      alter: (real) => {
        const { status, body } = real();
        const rows = Array.isArray(body) ? (body as readonly object[]) : [];
        const call = told.push(rows.length);
        return { status, body: rows.map((each, row) => change(row, call) ?? each) };
      },
    });
    return told;
  }
  const refusedFor = (statusCode: string) => ({ success: false, errors: [{ statusCode }] });
  const answerNext = (answer: Answer) => {
    const path = /composite\/sobjects/;
    open.salesforce.queueFault({ kind: 'altered', path, alter: () => answer });
  };
  const written = () => org().rows('Opportunity_Insight__c', false);

  it('are found again by their key, however often they are written, 200 a call', async () => {
    const ids = addDeals(450);
    open.salesforce.ledger.clear();
    const results = await write(ids.map(toWrite));
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true);
    expect(open.salesforce.ledger.count()).toBe(3);
    await write(ids.map(toWrite));
    expect(written()).toHaveLength(450);
    expect(written()[0]).toMatchObject({
      ...{ Journey_Stage__c: 'consideration', Top_Driver__c: 'certainty', Open_Concerns__c: 2 },
      Payload__c: JSON.stringify(VALUES.payload),
    });
  });

  it('stand beside contacts, leads and companies, too', async () => {
    const contact = org().put('Contact', { LastName: 'A' }).Id;
    const lead = org().put('Lead', { LastName: 'B' }).Id;
    const company = org().put('Account', { Name: 'C' }).Id;
    await write([
      { ref: { kind: 'contact', id: contact }, values: VALUES },
      { ref: { kind: 'contact', id: lead }, values: VALUES },
      { ref: { kind: 'company', id: company }, values: VALUES },
    ]);
    expect(org().rows('Contact_Insight__c', false)).toMatchObject([{ Contact__c: contact }]);
    expect(org().rows('Lead_Insight__c', false)).toMatchObject([{ Lead__c: lead }]);
    expect(org().rows('Account_Insight__c', false)).toMatchObject([{ Account__c: company }]);
  });

  it('are written again where somebody held a row, and only those', async () => {
    const ids = addDeals(10);
    open.salesforce.queueFault({ kind: 'rows_locked', path: /composite/ });
    const results = await write(ids.map(toWrite));
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(10).fill('written'));
    expect(written()).toHaveLength(10);
  });

  it('wait where rows stay locked, and are written the next time', async () => {
    const writes = addDeals(2).map(toWrite);
    open.salesforce.queueFault({ kind: 'all_rows_locked', path: /composite/, times: 3 });
    await expect(write(writes)).rejects.toMatchObject({ recovery: 'wait' });
    expect(written()).toEqual([]);
    expect(await write(writes)).toMatchObject([{ outcome: 'written' }, { outcome: 'written' }]);
  });

  it('are gone with the record they hang on, and that is no error', async () => {
    const [kept = '', gone = ''] = addDeals(2);
    org().remove('Opportunity', gone);
    const results = await write([kept, gone].map(toWrite));
    expect(results).toMatchObject([{ outcome: 'written' }, { outcome: 'gone' }]);
  });

  it('go when there is nothing to say any more, and may be gone already', async () => {
    const [id = '', never = ''] = addDeals(2);
    await write([toWrite(id)]);
    const nothing = [id, never].map((each): InsightWrite => ({
      ref: { kind: 'deal', id: each },
      values: null,
    }));
    expect(await write(nothing)).toMatchObject([{ outcome: 'written' }, { outcome: 'written' }]);
    expect(written()).toEqual([]);
  });

  it('are sent in the order of their records, and told of in ours', async () => {
    const ids = addDeals(450);
    const told = watch(3, (row) =>
      row === 0 ? refusedFor('FIELD_CUSTOM_VALIDATION_EXCEPTION') : null,
    );
    const outcomes = await outcomesOf(ids.toReversed().map(toWrite));
    expect(told).toEqual([200, 200, 50]);
    expect(written().map((row) => row['Opportunity__c'])).toEqual(ids);
    expect(written()[0]).toMatchObject({ External_Key__c: ids[0], Opportunity__c: ids[0] });
    expect([outcomes[449], outcomes[448]]).toEqual(['refused', 'written']);
  });

  it('are sent again only where a row was held', async () => {
    const held = (row: number, call: number) => call === 1 && (row === 3 || row === 7);
    const told = watch(2, (row, call) =>
      held(row, call) ? refusedFor('UNABLE_TO_LOCK_ROW') : null,
    );
    const outcomes = await outcomesOf(addDeals(10).map(toWrite));
    expect(outcomes).toEqual(Array(10).fill('written'));
    expect(told).toEqual([10, 2]);
    expect(written()).toHaveLength(10);
  });

  it('are asked for three times at the most', async () => {
    const told = watch(9, () => refusedFor('UNABLE_TO_LOCK_ROW'));
    const writing = write(addDeals(2).map(toWrite));
    await expect(writing).rejects.toMatchObject({ recovery: 'wait' });
    expect(told).toEqual([2, 2, 2]);
  });

  it('are not taken as written by an answer that leaves out rows', async () => {
    answerNext({ status: 200, body: [] });
    await expect(write(addDeals(1).map(toWrite))).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });
});

describe('the customer’s own records in an org', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce({
      customFields: {
        Opportunity: { Attune_Open_Concerns__c: 'double', Attune_Headline__c: 'string' },
      },
    });
  });
  afterEach(() => open.salesforce.close());

  const org = () => open.salesforce.org;
  const addDeal = () => org().put('Opportunity', { Name: 'Roof' }).Id;
  const addPerson = () => org().put('Contact', { LastName: 'Finch' }).Id;

  it('take our fields by their names, in one call', async () => {
    const [person, deal] = [addPerson(), addDeal()];
    org().put('Opportunity', { Id: deal, Attune_Headline__c: 'Old' });
    const results = await open.port.writeFields([
      { ref: { kind: 'contact', id: person }, values: { do_not_analyse: 'true' } },
      { ref: { kind: 'deal', id: deal }, values: { open_concerns: '2', headline: null } },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(open.salesforce.ledger.count()).toBe(1);
    expect(org().read('Contact', person)).toMatchObject({ Do_Not_Analyse__c: true });
    expect(org().read('Opportunity', deal)).toMatchObject({
      ...{ Attune_Open_Concerns__c: 2, Attune_Headline__c: null },
    });
  });

  it('refuse a field that nobody made, row by row or as a whole call', async () => {
    const one = { ref: { kind: 'deal', id: addDeal() }, values: { stage: 'decision' } } as const;
    expect(await open.port.writeFields([one])).toMatchObject([{ outcome: 'refused' }]);
    const answerNext = (answer: Answer) => {
      open.salesforce.queueFault({ kind: 'altered', alter: () => answer });
    };
    answerNext(refuse(400, 'INVALID_FIELD', 'No such column'));
    expect(await open.port.writeFields([one])).toMatchObject([{ outcome: 'refused' }]);
    answerNext(refuse(503, 'SERVER_UNAVAILABLE', 'down'));
    await expect(open.port.writeFields([one])).rejects.toMatchObject({ recovery: 'retry' });
  });

  it('get a task once, however often it is asked for, and notes as completed ones', async () => {
    const [person, deal] = [addPerson(), addDeal()];
    const task = {
      ...{ key: 't1', ownerId: null, subject: 'Call Bea', body: 'Ask about the roof' },
      about: [
        { kind: 'deal', id: deal },
        { kind: 'contact', id: person },
      ],
      dueAt: '2026-11-24T09:00:00.000Z',
    } as const;
    const first = await open.port.createTask(task);
    expect(await open.port.createTask(task)).toEqual(first);
    expect(org().rows('Task', true)).toMatchObject([
      { Subject: 'Call Bea', WhatId: deal, WhoId: person, ActivityDate: '2026-11-24' },
    ]);
    const ownerId = org().put('User', { Name: 'Ada' }).Id;
    const note = { ...task, key: 'n1', lines: ['Why now?'], at: task.dueAt, ownerId };
    const { id } = await open.port.createNote(note);
    expect(org().read('Task', id)).toMatchObject({ Status: 'Completed', OwnerId: ownerId });
  });
});
