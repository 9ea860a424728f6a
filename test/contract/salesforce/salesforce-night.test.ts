import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordKind } from '../../../server/crm/records.ts';
import type { ChangePage } from '../../../server/crm/port.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';
import type { Org } from '../../simulators/salesforce/org/org.ts';

const PERSON = { FirstName: 'Bea', LastName: 'Finch', Email: 'bea@finch.example' };
const HOUR_MS = 3_600_000;

describe('A night of a Salesforce org', () => {
  let open: OpenSalesforce;
  let org: Org;
  beforeEach(async () => {
    open = await openSalesforce();
    ({ org } = open.salesforce);
  });
  afterEach(() => open.salesforce.close());

  async function read(kind: RecordKind, from: string): Promise<ChangePage[]> {
    const window = { from, to: new Date(open.now().getTime() - 120_000).toISOString() };
    const pages: ChangePage[] = [];
    let cursor: string | null = null;
    do {
      const page: ChangePage = await open.port.readChanges(kind, window, cursor);
      pages.push(page);
      cursor = page.next;
    } while (cursor !== null);
    return pages;
  }

  it('costs five calls for all kinds together when nothing changed', async () => {
    org.put('Contact', PERSON);
    open.advance(HOUR_MS);
    const from = new Date(open.now().getTime() - HOUR_MS / 2).toISOString();
    for (const kind of open.port.can.kinds) await read(kind, from);
    expect(open.salesforce.ledger.count()).toBeLessThanOrEqual(5);
  });

  it('costs a shape and a page more where something did', async () => {
    open.advance(HOUR_MS);
    const from = open.now().toISOString();
    const { Id } = org.put('Contact', PERSON);
    open.advance(HOUR_MS);
    const ids: string[] = [];
    for (const kind of open.port.can.kinds)
      for (const { records } of await read(kind, from)) ids.push(...records.map((each) => each.id));
    expect(ids).toEqual(expect.arrayContaining([Id, 'opportunity']));
    expect(open.salesforce.ledger.count()).toBeLessThanOrEqual(8);
  });

  it('gives a person whose consent alone has changed, as one who is to be forgotten', async () => {
    const IndividualId = org.put('Individual', { ShouldForget: false }).Id;
    const { Id } = org.put('Contact', { ...PERSON, IndividualId });
    open.advance(HOUR_MS);
    const from = open.now().toISOString();
    org.put('Individual', { Id: IndividualId, ShouldForget: true });
    open.advance(HOUR_MS);
    const records = (await read('contact', from)).flatMap((page) => page.records);
    expect(records).toMatchObject([{ id: Id, archived: true }]);
  });

  it('names those that a merge has swallowed, and finds their winner by the old id', async () => {
    open.advance(60_000);
    const from = open.now().toISOString();
    const [winner, loser] = [org.put('Contact', PERSON).Id, org.put('Contact', PERSON).Id];
    org.merge('Contact', winner, [loser]);
    open.advance(HOUR_MS);
    const pages = await read('contact', from);
    expect(pages.flatMap((page) => page.mergedAway)).toEqual([{ kind: 'contact', id: loser }]);
    const batch = await open.port.readRecords('contact', [loser]);
    expect(batch).toMatchObject({ missing: [loser], merged: [loser], records: [{ id: winner }] });
  });

  it('does without a kind that the org does not have', async () => {
    const window = { from: null, to: open.now().toISOString() };
    open.salesforce.desk().hidden.add('Event');
    for (const kind of ['meeting', 'lead'] as const)
      await expect(open.port.readChanges(kind, window, null)).rejects.toMatchObject({
        ...{ code: 'crm_forbidden', recovery: 'skip' },
      });
  });
});
