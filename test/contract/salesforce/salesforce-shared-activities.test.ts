import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isActivity, type RecordKind } from '../../../server/crm/records.ts';
import { recordId } from '../../simulators/salesforce/org/record-id.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

const [DANA, MILO, LEAD, REP] = [
  recordId('003', 11),
  recordId('003', 12),
  recordId('00Q', 13),
  recordId('005', 7),
];

describe('What several people take part in', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  const put = (type: string, fields: Record<string, string | number | boolean | null>) =>
    open.salesforce.org.put(type, fields).Id;

  async function peopleOf(kind: RecordKind): Promise<readonly (readonly string[])[]> {
    open.advance(3_600_000);
    const window = { from: null, to: open.now().toISOString() };
    const { records } = await open.port.readChanges(kind, window, null);
    return records.filter(isActivity).map(({ contactIds }) => contactIds);
  }

  function putTask(WhoCount: number): string {
    const [Status, IsClosed] = ['Completed', true];
    const said = { Subject: 'Talked', TaskSubtype: 'Task', Status, IsClosed };
    return put('Task', { ...said, WhoId: DANA, WhoCount });
  }

  it('names all people of a task that an org shares among them', async () => {
    const TaskId = putTask(2);
    for (const RelationId of [DANA, MILO]) put('TaskWhoRelation', { TaskId, RelationId });
    expect(await peopleOf('note')).toEqual([[DANA, MILO]]);
  });

  it('names those who were invited to an event, and none of our side', async () => {
    const at = {
      StartDateTime: '2026-11-20T10:00:00.000Z',
      EndDateTime: '2026-11-20T11:00:00.000Z',
    };
    const meeting = { Subject: 'Review', IsChild: false, IsGroupEvent: true, WhoId: DANA, ...at };
    const EventId = put('Event', meeting);
    for (const RelationId of [DANA, LEAD, REP]) put('EventRelation', { EventId, RelationId });
    expect(await peopleOf('meeting')).toEqual([[DANA, LEAD]]);
  });

  it('is told the same when it is asked for by its id', async () => {
    const TaskId = putTask(2);
    for (const RelationId of [DANA, MILO]) put('TaskWhoRelation', { TaskId, RelationId });
    const { records } = await open.port.readRecords('note', [TaskId]);
    expect(records).toMatchObject([{ contactIds: [DANA, MILO] }]);
  });

  it('costs no call where nobody shares anything', async () => {
    putTask(1);
    await peopleOf('note');
    open.salesforce.ledger.clear();
    expect(await peopleOf('note')).toEqual([[DANA]]);
    expect(open.salesforce.ledger.count()).toBe(1);
  });

  it('has its one person in an org that shares no activities', async () => {
    open.salesforce.desk().hidden.add('TaskWhoRelation');
    putTask(2);
    expect(await peopleOf('note')).toEqual([[DANA]]);
  });
});
