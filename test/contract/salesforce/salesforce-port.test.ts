import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IdPage, Window } from '../../../server/crm/port.ts';
import type { CrmRecord, RecordKind } from '../../../server/crm/records.ts';
import type { Fault as StandInFault } from '../../simulators/salesforce/faults.ts';
import type { Org } from '../../simulators/salesforce/org/org.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';
import { describeCrmPort, type CrmHarness, type Fault } from '../describe-crm-port.ts';

const FAULTS: Readonly<Record<Fault, StandInFault>> = {
  rate_limited: { kind: 'too_many_at_once' },
  expired_token: { kind: 'expired_token', times: 2 },
  forbidden: { kind: 'forbidden' },
  outage: { kind: 'unavailable' },
  half_body: { kind: 'half_body' },
  silence: { kind: 'hang' },
  same_page_again: { kind: 'same_page_again' },
};

function furnish(org: Org): void {
  org.put('User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example', IsActive: true });
  const stages = ['Prospecting', 'Proposal', 'Closed Won'];
  for (const [SortOrder, ApiName] of stages.entries())
    org.put('OpportunityStage', {
      ...{ ApiName, MasterLabel: ApiName, SortOrder, IsActive: true },
      IsClosed: ApiName === 'Closed Won',
      IsWon: ApiName === 'Closed Won',
    });
  org.put('Account', { Name: 'Fenwick Foods', Website: 'www.fenwick.example' });
}

function addContact(org: Org, Email: string): string {
  return org.put('Contact', { LastName: 'Whitlock', FirstName: 'Dana', Email }).Id;
}

function addDeal(org: Org): string {
  const values = { Name: 'A deal', CloseDate: '2026-06-30' };
  const { Id: OpportunityId } = org.put('Opportunity', { ...values, StageName: 'Prospecting' });
  org.put('OpportunityContactRole', { OpportunityId, ContactId: addContact(org, 'd@b.example') });
  org.put('OpportunityHistory', { OpportunityId, StageName: 'Prospecting' });
  org.put('OpportunityHistory', { OpportunityId, StageName: 'Proposal' });
  org.put('Opportunity', { Id: OpportunityId, StageName: 'Proposal' });
  return OpportunityId;
}

async function openHarness(): Promise<CrmHarness> {
  const { salesforce, port, ...clock } = await openSalesforce({}, { timeoutMs: 1_500 });
  const { org } = salesforce;
  furnish(org);
  salesforce.desk().pageSize = 100;
  return {
    port,
    ...clock,
    addContacts: (count) =>
      Array.from({ length: count }, (_, index) => addContact(org, `p${index}@buyer.example`)),
    addContactWithUnknownField: () => addContact(org, 'x@buyer.example'),
    touchContact: (Id) => {
      org.put('Contact', { Id, Title: 'Changed' });
    },
    deleteContact: (id) => {
      org.remove('Contact', id);
    },
    addDeal: () => addDeal(org),
    addMalformedNote: () => {
      const done = { TaskSubtype: 'Task', IsClosed: true, Subject: 'A note' };
      const { Id } = org.put('Task', done);
      // No value of an org is an object; an answer that was garbled may hold one.
      const garbled = { text: 'an object' } as unknown as string;
      org.load('Task', { ...org.put('Task', { Id }), Description: garbled });
      org.put('Task', { ...done, Description: 'Fine.' });
      return Id;
    },
    spoil: (fault) => {
      salesforce.queueFault(FAULTS[fault]);
    },
    close: () => salesforce.close(),
  };
}

describeCrmPort('Salesforce', openHarness);

describe('The Salesforce adapter', () => {
  let open: OpenSalesforce;
  let org: Org;
  beforeEach(async () => {
    open = await openSalesforce();
    ({ org } = open.salesforce);
    furnish(org);
  });
  afterEach(() => open.salesforce.close());

  async function walk(kind: RecordKind, from: string | null = null): Promise<readonly CrmRecord[]> {
    const window: Window = { from, to: open.now().toISOString() };
    const records: CrmRecord[] = [];
    for (let cursor: string | null = null; ;) {
      const page = await open.port.readChanges(kind, window, cursor);
      records.push(...page.records);
      cursor = page.next;
      if (cursor === null) return records;
    }
  }

  async function listAll(): Promise<readonly string[]> {
    const listed: string[] = [];
    for (let cursor: string | null = null; ;) {
      const page: IdPage = await open.port.readIds('contact', cursor);
      listed.push(...page.ids);
      cursor = page.next;
      if (cursor === null) return listed.toSorted();
    }
  }

  const idsOf = (records: readonly CrmRecord[]) => records.map(({ id }) => id).toSorted();

  it('goes on after the last row that it gave when Salesforce has forgotten the result', async () => {
    open.salesforce.desk().pageSize = 40;
    const ids = Array.from({ length: 130 }, (_, index) => addContact(org, `p${index}@b.example`));
    open.salesforce.queueFault({ kind: 'locator_gone', path: /\/query\/01g/, times: 3 });
    const records = await walk('contact');
    expect(idsOf(records)).toEqual(ids.toSorted());
  });

  it('walks 18,000 rows of one second by REST in eleven calls, each row once', async () => {
    for (let index = 0; index < 18_000; index += 1) addContact(org, `p${index}@b.example`);
    open.salesforce.ledger.clear();
    const records = await walk('contact');
    expect(new Set(idsOf(records)).size).toBe(18_000);
    expect(records).toHaveLength(18_000);
    // Nine pages, the leads, and once what the org shows us.
    expect(open.salesforce.ledger.count()).toBe(11);
  });

  it('tells of rows in the bin, and of the losers of a merge', async () => {
    const [kept, lost, gone] = ['a', 'b', 'c'].map((each) => addContact(org, `${each}@b.example`));
    const from = open.now().toISOString();
    org.merge('Contact', kept ?? '', [lost ?? '']);
    org.remove('Contact', gone ?? '');
    const page = await open.port.readChanges('contact', { from, to: from }, null);
    const archived = page.records.filter((each) => each.archived);
    expect(idsOf(archived)).toEqual([gone]);
    expect(page.mergedAway).toEqual([{ kind: 'contact', id: lost }]);
  });

  it('goes without fields that an org hides', async () => {
    addContact(org, 'd@b.example');
    const { hidden } = open.salesforce.desk();
    hidden.add('Contact.Title').add('Contact.Do_Not_Analyse__c');
    expect(await walk('contact')).toMatchObject([{ title: null, doNotAnalyse: false }]);
  });

  it('obeys each wish not to be analysed', async () => {
    const wishes = ['ShouldForget', 'HasOptedOutProfiling', 'HasOptedOutProcessing'];
    for (const wish of wishes) {
      const { Id: IndividualId } = org.put('Individual', { Name: wish, [wish]: true });
      org.put('Contact', { LastName: wish, IndividualId });
    }
    org.put('Contact', { LastName: 'Marked', Do_Not_Analyse__c: true });
    org.put('Contact', { LastName: 'Free' });
    const people = await walk('contact');
    const analysed = people.flatMap((each) =>
      each.kind === 'contact' && !each.archived && !each.doNotAnalyse ? [each.name] : [],
    );
    expect(analysed).toEqual(['Free']);
  });

  it('tells a deal with its people, its stages and who owned it', async () => {
    const id = addDeal(org);
    const [deal] = await walk('deal');
    expect(deal).toMatchObject({
      ...{
        id,
        pipelineId: 'opportunity',
        stageId: 'Proposal',
        closeAt: '2026-06-30T00:00:00.000Z',
      },
      stageHistory: [{ stageId: 'Prospecting' }, { stageId: 'Proposal' }],
    });
    expect(deal?.kind === 'deal' ? deal.contactIds : []).toHaveLength(1);
  });

  it('reads a mail’s plain text, or its HTML where it has no other', async () => {
    const mail = { MessageDate: '2026-03-03T09:00:00.000Z', Incoming: true, FromName: 'Dana' };
    const to = { FromAddress: 'd@b.example', ToAddress: 'sam@larkfield.example; x@b.example' };
    const dealId = addDeal(org);
    org.put('EmailMessage', { ...mail, ...to, TextBody: 'Plain.', HtmlBody: '<p>Rich.</p>' });
    org.put('EmailMessage', { ...mail, ...to, HtmlBody: '<p>Rich.</p>', RelatedToId: dealId });
    const mails = await walk('email');
    expect(mails).toMatchObject([
      { format: 'plain', text: 'Plain.', direction: 'in', dealIds: [] },
      { format: 'html', text: '<p>Rich.</p>', dealIds: [dealId] },
    ]);
    expect(mails[0]?.kind === 'email' ? mails[0].participants : []).toEqual([
      { role: 'author', name: 'Dana', email: 'd@b.example' },
      { role: 'to', name: null, email: 'sam@larkfield.example' },
      { role: 'to', name: null, email: 'x@b.example' },
    ]);
  });

  it('reads a task as a call, as a to-do, or not at all where a mail is its twin', async () => {
    const times = { ActivityDate: '2026-03-03', Description: 'Words.' };
    org.put('Task', { ...times, TaskSubtype: 'Call', CallType: 'Inbound' });
    org.put('Task', { ...times, TaskSubtype: 'Task', IsClosed: false });
    org.put('Task', { ...times, TaskSubtype: 'Email' });
    expect(await walk('call')).toMatchObject([{ direction: 'in', text: 'Words.' }]);
    expect(await walk('task')).toHaveLength(1);
  });

  it('lists what lives, what was deleted past the bin, and how many there are', async () => {
    open.salesforce.desk().pageSize = 40;
    const ids = Array.from({ length: 100 }, (_, index) => addContact(org, `p${index}@b.example`));
    const [binned = '', gone = ''] = ids;
    org.remove('Contact', binned);
    org.remove('Contact', gone, { hard: true });
    open.advance(120_000);
    expect(await listAll()).toEqual(ids.slice(2).toSorted());
    const page = await open.port.readGone('contact', null);
    expect(page.gone.map(({ id }) => id).toSorted()).toEqual([binned, gone].toSorted());
    expect(await open.port.countRecords('contact')).toBe(98);
    expect(await open.port.countRecords('owner')).toBe(1);
  });

  it('does not ask for ever where every key is refused', async () => {
    open.salesforce.queueFault({ kind: 'expired_token', times: 1_000 });
    await expect(walk('contact')).rejects.toMatchObject({ recovery: 'reauthorize' });
    expect(open.salesforce.ledger.entries).toHaveLength(2);
  });

  it('waits until tomorrow where the org has no call left', async () => {
    open.salesforce.queueFault({ kind: 'day_spent' });
    await expect(walk('contact')).rejects.toMatchObject({
      code: 'crm_budget_spent',
      recovery: 'wait',
    });
  });
});
