import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { locateText } from '../../../server/crm/salesforce/locate.ts';
import type { CrmRecord, RecordKind } from '../../../server/crm/records.ts';
import type { Org } from '../../simulators/salesforce/org/org.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

const USER = '005000000000001AAA';

async function walk(
  { port, now }: OpenSalesforce,
  kind: RecordKind,
): Promise<readonly CrmRecord[]> {
  const window = { from: null, to: now().toISOString() };
  const records: CrmRecord[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await port.readChanges(kind, window, cursor);
    records.push(...page.records);
    cursor = page.next;
    if (cursor === null) return records;
  }
}

describe('A comment on a case', () => {
  let open: OpenSalesforce;
  let org: Org;
  let contactId: string;
  let caseId: string;
  beforeEach(async () => {
    open = await openSalesforce();
    ({ org } = open.salesforce);
    contactId = org.put('Contact', { LastName: 'Whitlock' }).Id;
    org.put('User', { Id: USER, Name: 'Sam', UserType: 'Standard' });
    caseId = org.put('Case', { Subject: 'The move', ContactId: contactId, OwnerId: USER }).Id;
  });
  afterEach(() => open.salesforce.close());

  const comment = (values: object, by = USER): string =>
    org.put('CaseComment', { ParentId: caseId, CommentBody: 'Words.', ...values }, by).Id;
  const comments = async () => (await walk(open, 'ticket')).filter(({ id }) => id !== caseId);

  it('by its customer is what that person says, in the thread of the case', async () => {
    const portalUser = { UserType: 'CspLitePortal', ContactId: contactId };
    const id = comment({}, org.put('User', { Name: 'Dana', ...portalUser }).Id);
    expect(await comments()).toMatchObject([
      { id, kind: 'ticket', direction: 'in', text: 'Words.', contactIds: [contactId] },
    ]);
    expect(await walk(open, 'ticket')).toMatchObject([{ threadId: caseId }, { threadId: caseId }]);
    expect(locateText({ kind: 'ticket', id })).toEqual({
      ...{ object: 'CaseComment', field: 'CommentBody', id },
    });
    expect(locateText({ kind: 'ticket', id: caseId })).toMatchObject({ object: 'Case' });
  });

  it('by us is ours where the customer sees it, and nothing to us where only colleagues do', async () => {
    const said = comment({ IsPublished: true });
    const kept = comment({ IsPublished: false });
    expect(await comments()).toMatchObject([
      { id: said, direction: 'out', ownerId: USER, contactIds: [contactId], archived: false },
      { id: kept, archived: true },
    ]);
  });

  it('by a machine or a partner is nobody’s', async () => {
    for (const UserType of ['AutomatedProcess', 'PowerPartner'])
      comment({ IsPublished: true }, org.put('User', { Name: UserType, UserType }).Id);
    expect(await comments()).toEqual([]);
  });

  it('is found by its id, listed and counted with the cases', async () => {
    const id = comment({ IsPublished: true });
    const batch = await open.port.readRecords('ticket', [caseId, id]);
    expect(batch.records.map((each) => each.id)).toEqual([caseId, id]);
    expect(await open.port.countRecords('ticket')).toBe(2);
  });

  it('that our user may not see is left out, and its case is read', async () => {
    comment({ IsPublished: true });
    open.salesforce.desk().hidden.add('CaseComment');
    expect(await walk(open, 'ticket')).toMatchObject([{ id: caseId }]);
  });
});

describe('A survey answer', () => {
  let open: OpenSalesforce;
  let org: Org;
  afterEach(() => open.salesforce.close());

  async function openWith(licences: readonly ('package' | 'surveys')[]): Promise<void> {
    open = await openSalesforce({ licences });
    ({ org } = open.salesforce);
  }

  function answer(SubmitterId: string | null, values: object, QuestionType = 'FreeText'): string {
    const CompletionDateTime = '2026-03-01T09:00:00.000Z';
    const ResponseId = org.put('SurveyResponse', { SubmitterId, CompletionDateTime }).Id;
    const QuestionId = org.put('SurveyQuestion', { QuestionType }).Id;
    return org.put('SurveyQuestionResponse', { ResponseId, QuestionId, ...values }).Id;
  }

  it('is its writer’s words where they wrote freely, and a score where they rated', async () => {
    await openWith(['package', 'surveys']);
    const contactId = org.put('Contact', { LastName: 'Whitlock' }).Id;
    const words = answer(contactId, { Datatype: 'String', ResponseValue: 'Too slow.' });
    const score = answer(contactId, { Datatype: 'Number', NumberValue: 3 }, 'NPS');
    const choice = answer(contactId, {
      ...{ Datatype: 'String', ChoiceValue: 'Blue', ResponseValue: 'Blue' },
    });
    expect(await walk(open, 'survey')).toMatchObject([
      { id: words, text: 'Too slow.', survey: null, at: '2026-03-01T09:00:00.000Z' },
      { id: score, text: '', survey: { type: 'nps', score: 3 }, contactIds: [contactId] },
      { id: choice, text: '', survey: null },
    ]);
    expect(locateText({ kind: 'survey', id: words })).toMatchObject({
      ...{ object: 'SurveyQuestionResponse', field: 'ResponseValue' },
    });
  });

  it('of nobody, or of one of ours, is not taken over', async () => {
    await openWith(['package', 'surveys']);
    answer(null, { Datatype: 'String', ResponseValue: 'Anonymous.' });
    answer(org.put('User', { Name: 'Sam' }).Id, { Datatype: 'String', ResponseValue: 'Ours.' });
    expect(await walk(open, 'survey')).toEqual([]);
  });

  it('costs an org without surveys nothing: no call, no receipt, no failed night', async () => {
    await openWith(['package']);
    await open.port.countRecords('contact');
    await walk(open, 'contact');
    open.salesforce.ledger.clear();
    const window = { from: null, to: open.now().toISOString() };
    expect(await open.port.readChanges('survey', window, null)).toEqual({
      ...{ records: [], receipts: [], mergedAway: [], next: null },
    });
    expect(open.salesforce.ledger.count()).toBe(0);
    expect(await open.port.readIds('survey', null)).toEqual({ ids: [], next: null });
    expect(await open.port.countRecords('survey')).toBeNull();
    expect((await open.port.readGone('survey', null)).gone).toEqual([]);
  });
});
