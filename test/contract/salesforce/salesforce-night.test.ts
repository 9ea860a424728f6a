import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordKind } from '../../../server/crm/records.ts';
import type { ChangePage } from '../../../server/crm/port.ts';
import { openSalesforce } from '../../support/salesforce/open-salesforce.ts';
import type { OpenSalesforce } from '../../support/salesforce/open-salesforce.ts';
import { refusal } from '../../support/salesforce/small-org.ts';

const PERSON = { Name: 'Bea Finch', Email: 'bea@finch.example', IndividualId: null };

describe('A night of a Salesforce org', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.org.close());

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
    open.save('Contact', PERSON);
    open.advance(3_600_000);
    const from = new Date(open.now().getTime() - 1_800_000).toISOString();
    for (const kind of open.port.can.kinds) await read(kind, from);
    expect(open.org.calls.length).toBeLessThanOrEqual(5);
  });

  it('costs a shape and a page more where something did', async () => {
    open.advance(3_600_000);
    const from = open.now().toISOString();
    const id = open.save('Contact', PERSON);
    open.advance(3_600_000);
    const ids: string[] = [];
    for (const kind of open.port.can.kinds)
      for (const { records } of await read(kind, from)) ids.push(...records.map((each) => each.id));
    expect(ids).toEqual(expect.arrayContaining([id, 'opportunity']));
    expect(open.org.calls.length).toBeLessThanOrEqual(8);
  });

  it('gives a person whose consent alone has changed', async () => {
    const individual = open.save('Individual', { ShouldForget: false });
    const id = open.save('Contact', { ...PERSON, IndividualId: individual });
    open.advance(3_600_000);
    const from = open.now().toISOString();
    open.save('Individual', { ShouldForget: true }, individual);
    open.advance(3_600_000);
    const records = (await read('contact', from)).flatMap((page) => page.records);
    expect(records.map((record) => record.id)).toEqual([id]);
  });

  it('goes on by the last row when the locator was forgotten', async () => {
    open.advance(60_000);
    const from = open.now().toISOString();
    for (let made = 0; made < 450; made += 1) open.save('Contact', PERSON);
    open.advance(3_600_000);
    const window = { from, to: open.now().toISOString() };
    const first = await open.port.readChanges('contact', window, null);
    open.org.spoil = (response, { path }) => {
      if (!path.includes('/query/')) return false;
      const { status, body } = refusal(400, 'INVALID_QUERY_LOCATOR');
      response.writeHead(status).end(JSON.stringify(body));
      return true;
    };
    const second = await open.port.readChanges('contact', window, first.next);
    const given = [...first.records, ...second.records].map(({ id }) => id);
    expect(new Set(given).size).toBe(400);
  });

  it('names those that a merge has swallowed, and finds their winner by the old id', async () => {
    open.advance(60_000);
    const from = open.now().toISOString();
    const winner = open.save('Contact', PERSON);
    const loser = open.save('Contact', { ...PERSON, IsDeleted: true, MasterRecordId: winner });
    open.advance(3_600_000);
    const pages = await read('contact', from);
    expect(pages.flatMap((page) => page.mergedAway)).toEqual([{ kind: 'contact', id: loser }]);
    const batch = await open.port.readRecords('contact', [loser]);
    expect(batch).toMatchObject({ missing: [loser], merged: [loser], records: [{ id: winner }] });
  });

  it('does without a kind that the org does not have', async () => {
    const asked = open.port.readChanges('lead', { from: null, to: open.now().toISOString() }, null);
    await expect(asked).rejects.toMatchObject({ code: 'crm_forbidden', recovery: 'skip' });
  });
});
