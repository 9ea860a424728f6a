import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangePage } from '../../../server/crm/port.ts';
import type { CrmRecord, RecordKind } from '../../../server/crm/records.ts';
import type { Org } from '../../simulators/salesforce/org/org.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

const DANA = { FirstName: 'Dana', LastName: 'Whitlock', Email: 'Dana@fenwick.example' };

describe('A lead', () => {
  let open: OpenSalesforce;
  let org: Org;
  beforeEach(async () => {
    open = await openSalesforce();
    ({ org } = open.salesforce);
  });
  afterEach(() => open.salesforce.close());

  async function pages(kind: RecordKind, from: string | null = null): Promise<ChangePage[]> {
    const window = { from, to: open.now().toISOString() };
    const all: ChangePage[] = [];
    for (let cursor: string | null = null; ;) {
      const page = await open.port.readChanges(kind, window, cursor);
      all.push(page);
      cursor = page.next;
      if (cursor === null) return all;
    }
  }

  const walk = async (kind: RecordKind, from: string | null = null): Promise<CrmRecord[]> =>
    (await pages(kind, from)).flatMap(({ records }) => records);

  /** As Salesforce does: a contact is made, and the lead says which. */
  function convert(leadId: string): string {
    const { Id } = org.put('Contact', DANA);
    org.put('Lead', { Id: leadId, IsConverted: true, ConvertedContactId: Id });
    return Id;
  }

  it('is a person beside the contacts, with its firm in words', async () => {
    const contact = org.put('Contact', { LastName: 'Okafor' }).Id;
    const lead = org.put('Lead', { ...DANA, Title: 'Head of IT', Company: 'Fenwick Foods' }).Id;
    const people = await walk('contact');
    expect(people.map(({ id }) => id)).toEqual([contact, lead]);
    expect(people[1]).toMatchObject({
      ...{ kind: 'contact', name: 'Dana Whitlock', email: 'dana@fenwick.example' },
      ...{ title: 'Head of IT', companyIds: [], companyName: 'Fenwick Foods', archived: false },
    });
  });

  it('is told alone when nothing changed but it, and only then', async () => {
    org.put('Contact', { LastName: 'Okafor' });
    const { Id } = org.put('Lead', DANA);
    open.advance(3_600_000);
    const from = open.now().toISOString();
    expect(await walk('contact', from)).toEqual([]);
    open.advance(60_000);
    org.put('Lead', { Id, Title: 'Head of IT' });
    open.advance(1_000);
    expect(await walk('contact', from)).toMatchObject([{ id: Id, title: 'Head of IT' }]);
  });

  it('is whom a task, an event and a campaign answer are with', async () => {
    const { Id: WhoId } = org.put('Lead', DANA);
    const { Id: CampaignId } = org.put('Campaign', { Name: 'Spring fair' });
    org.put('Task', { TaskSubtype: 'Call', Description: 'Words.', WhoId });
    org.put('Event', { StartDateTime: '2026-03-05T09:00:00.000Z', WhoId });
    org.put('CampaignMember', { CampaignId, LeadId: WhoId, HasResponded: true });
    for (const kind of ['call', 'meeting', 'form'] as const)
      expect(await walk(kind)).toMatchObject([{ kind, contactIds: [WhoId] }]);
  });

  it('goes on as its contact once it is converted, and is no record any more', async () => {
    const { Id } = org.put('Lead', DANA);
    open.advance(60_000);
    const from = open.now().toISOString();
    const contactId = convert(Id);
    open.advance(1_000);
    const told = await pages('contact', from);
    expect(told.flatMap(({ records }) => records)).toMatchObject([{ id: contactId }]);
    expect(told.flatMap(({ mergedAway = [] }) => mergedAway)).toEqual([
      { kind: 'contact', id: Id },
    ]);
    const batch = await open.port.readRecords('contact', [Id]);
    expect(batch).toMatchObject({ missing: [Id], merged: [Id], records: [{ id: contactId }] });
    expect((await walk('contact')).map(({ id }) => id)).toEqual([contactId]);
  });

  it('is gone without a successor when its contact is gone, too', async () => {
    const { Id } = org.put('Lead', DANA);
    org.remove('Contact', convert(Id), { hard: true });
    const batch = await open.port.readRecords('contact', [Id]);
    expect(batch).toMatchObject({ records: [], missing: [Id], merged: [] });
  });

  it('obeys each wish, its own and its person’s', async () => {
    const wished = (wish: string) => org.put('Individual', { Name: wish, [wish]: true }).Id;
    org.put('Lead', { LastName: 'Forgotten', IndividualId: wished('ShouldForget') });
    org.put('Lead', { LastName: 'Unprofiled', IndividualId: wished('HasOptedOutProfiling') });
    org.put('Lead', { LastName: 'Marked', Do_Not_Analyse__c: true });
    expect(await walk('contact')).toMatchObject([
      { name: 'Forgotten', archived: true },
      { name: 'Unprofiled', archived: false, doNotAnalyse: true },
      { name: 'Marked', archived: false, doNotAnalyse: true },
    ]);
  });

  it('is read by id, listed, counted and missed among the contacts', async () => {
    const contact = org.put('Contact', { LastName: 'Okafor' }).Id;
    const [lead, gone] = [org.put('Lead', DANA).Id, org.put('Lead', { LastName: 'Gone' }).Id];
    convert(org.put('Lead', { LastName: 'Converted' }).Id);
    org.remove('Lead', gone);
    open.advance(60_000);
    const batch = await open.port.readRecords('contact', [contact, lead, gone]);
    expect(batch.records.map(({ id }) => id)).toEqual([contact, lead]);
    expect(batch.missing).toEqual([gone]);
    const first = await open.port.readIds('contact', null);
    const second = await open.port.readIds('contact', first.next);
    expect([first.ids.length, second]).toEqual([2, { ids: [lead], next: null }]);
    expect(await open.port.countRecords('contact')).toBe(3);
    expect((await open.port.readGone('contact', null)).gone).toMatchObject([{ id: gone }]);
  });

  it('that our user may not see costs a sentence, and no contact', async () => {
    org.put('Contact', { LastName: 'Okafor' });
    const { Id } = org.put('Lead', DANA);
    open.salesforce.desk().hidden.add('Lead');
    const told = await pages('contact');
    expect(told.flatMap(({ records }) => records)).toMatchObject([{ name: 'Okafor' }]);
    expect(told.flatMap(({ receipts }) => receipts)).toMatchObject([
      { kind: 'contact', id: null, reason: expect.stringContaining('does not show leads') },
    ]);
    expect(await open.port.readRecords('contact', [Id])).toMatchObject({ missing: [] });
  });

  it('carries its own tick', async () => {
    const { Id: id } = org.put('Lead', DANA);
    const ref = { kind: 'contact', id } as const;
    expect(await open.port.writeFields([{ ref, values: { do_not_analyse: 'true' } }])).toEqual([
      { outcome: 'written', reason: null },
    ]);
    expect(org.read('Lead', id)).toMatchObject({ Do_Not_Analyse__c: true });
  });
});
