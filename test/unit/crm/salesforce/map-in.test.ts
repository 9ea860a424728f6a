import { describe, expect, it } from '@jest/globals';
import { mapIn } from '../../../../server/crm/salesforce/map-in.ts';
import { mapPipelines, pipelineOf } from '../../../../server/crm/salesforce/map-in-pipeline.ts';
import { OBJECT_TYPES } from '../../../../server/crm/salesforce/objects.ts';
import type { ObjectKind } from '../../../../server/crm/salesforce/objects/object-type.ts';
import { isRaw, parseRecord } from '../../../../server/crm/salesforce/reading/raw-record.ts';
import { CrmRecord } from '../../../../server/crm/records.ts';

const AT = '2026-11-20T10:00:00.000+0000';
const BASE = { Id: '00x', SystemModstamp: AT, CreatedDate: AT, IsDeleted: false };

function map(kind: ObjectKind, values: object): unknown {
  const raw = parseRecord(kind, { ...BASE, ...values });
  if (!isRaw(raw)) return raw;
  const { record, receipt } = mapIn(OBJECT_TYPES[kind][0], raw);
  return record === null ? receipt : CrmRecord.parse(record);
}

describe('A Salesforce row', () => {
  it('of a contact obeys our tick and the consent of its person', () => {
    const doNotAnalyse = { doNotAnalyse: true, archived: false };
    expect(map('contact', { Do_Not_Analyse__c: true })).toMatchObject(doNotAnalyse);
    for (const consent of ['HasOptedOutProfiling', 'HasOptedOutProcessing']) {
      const Individual = { attributes: {}, [consent]: true };
      expect(map('contact', { Individual })).toMatchObject(doNotAnalyse);
      expect(map('contact', { [`Individual.${consent}`]: 'true' })).toMatchObject(doNotAnalyse);
    }
    const Individual = { attributes: {}, ShouldForget: true };
    expect(map('contact', { Individual, Email: 'Bea@Finch.example' })).toMatchObject({
      ...{ archived: true, name: 'bea@finch.example' },
    });
  });

  it('of an account has a domain where its website is one', () => {
    expect(map('company', { Name: 'Finch', Website: 'https://www.Finch.example/a' })).toMatchObject(
      {
        domain: 'finch.example',
      },
    );
    expect(map('company', { Name: 'Finch', Website: 'none yet' })).toMatchObject({ domain: null });
    expect(map('company', { Name: null })).toMatchObject({ name: 'Unnamed company' });
  });

  it('of a deal tells changes of stage and owner only, oldest first', () => {
    const rows = (...records: object[]) => ({ totalSize: 1, done: true, records });
    const at = (hour: number) => `2026-11-20T1${hour}:00:00.000+0000`;
    const deal = map('deal', {
      ...{ StageName: 'Quote', Amount: 1200.5, CloseDate: '2026-12-24', AccountId: '001a' },
      OpportunityHistories: rows(
        { StageName: 'Quote', CreatedDate: at(3) },
        { StageName: 'Open', CreatedDate: at(2) },
        { StageName: 'Open', CreatedDate: at(1) },
        { StageName: null, CreatedDate: at(1) },
      ),
      Histories: rows(
        { NewValue: 'Ada Larkfield', CreatedDate: at(2) },
        { NewValue: '005a', CreatedDate: at(2) },
      ),
      OpportunityContactRoles: rows({ ContactId: '003a' }, { ContactId: '003a' }),
    });
    expect(deal).toMatchObject({
      stageHistory: [
        { stageId: 'Open', at: '2026-11-20T11:00:00.000Z' },
        { stageId: 'Quote', at: '2026-11-20T13:00:00.000Z' },
      ],
      ownerHistory: [{ ownerId: '005a', at: '2026-11-20T12:00:00.000Z' }],
      ...{ contactIds: ['003a'], companyIds: ['001a'], amount: 1200.5 },
      closeAt: '2026-12-24T00:00:00.000Z',
    });
    expect(map('deal', { StageName: 'Open' })).toMatchObject({
      stageHistory: [{ stageId: 'Open' }],
    });
    expect(map('deal', {})).toMatchObject({ reason: expect.stringMatching(/no stage/) });
  });

  it('of a mail is its plain part where there is one', () => {
    const mail = {
      Incoming: true,
      FromAddress: 'Bea@finch.example',
      ToAddress: 'a@x.example; b@x.example',
    };
    expect(
      map('email', { ...mail, TextBody: 'Hi', HtmlBody: '<p>Hi</p>', RelatedToId: '006a' }),
    ).toMatchObject({
      ...{ text: 'Hi', format: 'plain', direction: 'in', dealIds: ['006a'] },
      participants: [
        { role: 'author', email: 'bea@finch.example' },
        { role: 'to', email: 'a@x.example' },
        { role: 'to', email: 'b@x.example' },
      ],
    });
    expect(map('email', { HtmlBody: '<p>Hi</p>' })).toMatchObject({
      format: 'html',
      direction: 'out',
    });
    expect(map('email', { Status: '5' })).toBeNull();
  });

  it('of a task is a note once it is completed, and never both', () => {
    for (const IsClosed of [true, false]) {
      expect(map('note', { IsClosed })).toMatchObject({ archived: !IsClosed });
      expect(map('task', { IsClosed, Status: 'Open' })).toMatchObject({ archived: IsClosed });
    }
    expect(map('note', { IsClosed: true, CallObject: 'attune:n1' })).toBeNull();
  });

  it('of a call, a meeting, a case and a campaign says when it happened', () => {
    expect(
      map('call', { CallType: 'Inbound', CallDurationInSeconds: 90, WhoId: '003a' }),
    ).toMatchObject({
      ...{ direction: 'in', endAt: '2026-11-20T10:01:30.000Z', contactIds: ['003a'] },
    });
    expect(map('call', {})).toMatchObject({ direction: null, endAt: null });
    expect(map('meeting', { StartDateTime: AT, EndDateTime: AT })).toMatchObject({
      endAt: '2026-11-20T10:00:00.000Z',
    });
    expect(map('ticket', { Origin: 'Phone', IsClosed: true })).toMatchObject({
      ...{ direction: null, outcome: 'closed' },
    });
    expect(map('ticket', { Origin: 'Web' })).toMatchObject({ direction: 'in', outcome: 'open' });
    expect(map('form', { Campaign: { attributes: {}, Name: 'Fair' } })).toMatchObject({
      title: 'Fair',
    });
    expect(map('meeting', { CreatedDate: null })).toMatchObject({
      reason: expect.stringMatching(/does not say when/),
    });
  });

  it('with more words than we read keeps all but its words', () => {
    const raw = parseRecord('note', {
      ...BASE,
      Description: 'x'.repeat(1_000_001),
      IsClosed: true,
    });
    if (!isRaw(raw)) throw new Error(raw.reason);
    expect(mapIn(OBJECT_TYPES.note[0], raw)).toMatchObject({
      ...{
        record: { text: '' },
        receipt: { reason: expect.stringMatching(/1,000,001 characters/) },
      },
    });
  });

  it.each([
    [null, /is not a record/],
    [{ Id: '1' }, /without its time of change/],
    [{ ...BASE, Email: ['a'] }, /\(Email\)/],
  ])('like %j becomes a receipt', (input, reason) => {
    expect(parseRecord('contact', input)).toMatchObject({ reason: expect.stringMatching(reason) });
  });
});

it('Stages stand in both pipelines, which know which of them end a deal', () => {
  const stage = (values: object) => parseRecord('pipeline', { ...BASE, ...values });
  const stages = [
    stage({ ApiName: 'Open', MasterLabel: 'In talks' }),
    stage({ MasterLabel: 'Won', IsClosed: true, IsWon: true }),
    stage({ MasterLabel: 'Lost', IsClosed: true, IsWon: false }),
    stage({}),
  ];
  const pipelines = mapPipelines(stages.filter(isRaw)).map((each) => CrmRecord.parse(each));
  expect(pipelines.map(({ id }) => id)).toEqual(['opportunity', 'renewal']);
  for (const pipeline of pipelines)
    expect(pipeline).toMatchObject({
      stages: [
        { id: 'Open', label: 'In talks', closed: null },
        { id: 'Won', label: 'Won', closed: 'won' },
        { id: 'Lost', label: 'Lost', closed: 'lost' },
      ],
    });
});

it.each([
  [{ Type: 'Renewal' }, 'renewal'],
  [{ 'RecordType.Name': 'Subscription renewals' }, 'renewal'],
  [{ Type: 'New Business', 'RecordType.Name': 'Standard' }, 'opportunity'],
  [{}, 'opportunity'],
])('A deal with %j is in the pipeline %s', (fields, pipeline) => {
  expect(pipelineOf({ fields })).toBe(pipeline);
});
