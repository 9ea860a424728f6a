import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import type { InsightWrite } from '../../../server/crm/writes.ts';
import { openSalesforce } from '../../support/salesforce/open-salesforce.ts';
import type { OpenSalesforce } from '../../support/salesforce/open-salesforce.ts';
import { refusal } from '../../support/salesforce/small-org.ts';

const INSIGHTS = 'PATCH /composite/sobjects/Opportunity_Insight__c/External_Key__c';
const FIELDS = 'PATCH /composite/sobjects';

const VALUES: InsightValues = {
  ...{ stage: 'decision', stageSince: null, topDriver: 'trust', pole: 'threatened' },
  ...{ openConcerns: 1, oldestConcernAt: null, generatedAt: '2026-03-04T08:00:00.000Z' },
  payload: { version: 1, sources: [], quotes: [], views: [], focus: [] },
};

describe('Writing to Salesforce', () => {
  let open: OpenSalesforce;
  let sent: Record<string, unknown>[][];
  beforeEach(async () => {
    open = await openSalesforce();
    sent = [];
  });
  afterEach(() => open.org.close());

  /** Each call's rows are kept; `codes` refuses rows of one call. */
  function collect(path: string, codes: (call: number, row: number) => string | null): void {
    open.org.replies.set(path, ({ body }) => {
      // Our own adapter wrote it.
      const { records } = JSON.parse(body) as { records: Record<string, unknown>[] };
      const call = sent.push(records);
      const results = records.map((_record, row) => {
        const statusCode = codes(call, row);
        return {
          success: statusCode === null,
          errors: statusCode === null ? [] : [{ statusCode }],
        };
      });
      return { status: 200, body: results };
    });
  }

  const insight = (id: string): InsightWrite => ({ ref: { kind: 'deal', id }, values: VALUES });
  const write = async (writes: readonly InsightWrite[]) => {
    const results = await open.port.writeInsights(writes);
    return results.map(({ outcome }) => outcome);
  };

  it('sends two hundred rows a call, sorted by their records, and answers in our order', async () => {
    collect(INSIGHTS, (_call, row) => (row === 0 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : null));
    const writes = Array.from({ length: 450 }, (_each, index) => insight(`006${999 - index}`));
    const outcomes = await write(writes);
    expect(sent.map((rows) => rows.length)).toEqual([200, 200, 50]);
    expect(sent[0]?.[0]).toMatchObject({
      attributes: { type: 'Opportunity_Insight__c' },
      ...{ Opportunity__c: '006550', External_Key__c: '006550' },
      ...{ Payload__c: JSON.stringify(VALUES.payload), Top_Driver__c: 'trust' },
    });
    expect([outcomes[449], outcomes[448]]).toEqual(['refused', 'written']);
  });

  it('tries only locked rows again, and leaves what stays locked for later', async () => {
    collect(INSIGHTS, (call, row) => (call === 1 && row === 1 ? 'UNABLE_TO_LOCK_ROW' : null));
    expect(await write([insight('006a'), insight('006b')])).toEqual(['written', 'written']);
    expect(sent.map((rows) => rows.length)).toEqual([2, 1]);
    collect(INSIGHTS, () => 'UNABLE_TO_LOCK_ROW');
    await expect(write([insight('006a')])).rejects.toMatchObject({ recovery: 'wait' });
    expect(sent).toHaveLength(5);
  });

  it('tells of a record that is gone', async () => {
    collect(INSIGHTS, () => 'ENTITY_IS_DELETED');
    expect(await write([insight('006a')])).toEqual(['gone']);
  });

  it('does not take an answer that leaves out rows', async () => {
    open.org.replies.set(INSIGHTS, () => ({ status: 200, body: [] }));
    await expect(write([insight('006a')])).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });

  it("writes the customer's own fields by their names", async () => {
    collect(FIELDS, () => null);
    const results = await open.port.writeFields([
      { ref: { kind: 'contact', id: '003a' }, values: { do_not_analyse: 'true' } },
      { ref: { kind: 'deal', id: '006a' }, values: { open_concerns: '2', headline: null } },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written']);
    expect(sent[0]).toEqual([
      { attributes: { type: 'Contact' }, Id: '003a', Do_Not_Analyse__c: true },
      {
        ...{ attributes: { type: 'Opportunity' }, Id: '006a' },
        ...{ Attune_Open_Concerns__c: 2, Attune_Headline__c: null },
      },
    ]);
  });

  it('says so when the org has no such fields', async () => {
    const one = { ref: { kind: 'deal', id: '006a' }, values: { stage: 'decision' } } as const;
    open.org.replies.set(FIELDS, () => refusal(400, 'INVALID_FIELD'));
    expect(await open.port.writeFields([one])).toMatchObject([{ outcome: 'refused' }]);
    open.org.replies.set(FIELDS, () => refusal(503, 'SERVER_UNAVAILABLE'));
    await expect(open.port.writeFields([one])).rejects.toMatchObject({ recovery: 'retry' });
  });

  it('makes a task once, however often it is asked for', async () => {
    open.org.replies.set('POST /sobjects/Task', ({ body }) => {
      // Our own adapter wrote it.
      const values = JSON.parse(body) as Record<string, unknown>;
      return { status: 201, body: { id: open.save('Task', values), success: true } };
    });
    const task = {
      ...{ key: 't1', ownerId: null, subject: 'Call Bea', body: 'Ask about the roof' },
      about: [
        { kind: 'deal', id: '006a' },
        { kind: 'contact', id: '003a' },
      ],
      dueAt: '2026-11-24T09:00:00.000Z',
    } as const;
    const first = await open.port.createTask(task);
    expect(await open.port.createTask(task)).toEqual(first);
    expect(open.org.rows.get('Task')?.get(first.id)).toMatchObject({
      ...{ Subject: 'Call Bea', WhatId: '006a', WhoId: '003a', ActivityDate: '2026-11-24' },
    });
    const note = { ...task, key: 'n1', lines: ['Why now?'], at: task.dueAt, ownerId: '005a' };
    const { id } = await open.port.createNote(note);
    expect(open.org.rows.get('Task')?.get(id)).toMatchObject({
      Status: 'Completed',
      OwnerId: '005a',
    });
  });
});
