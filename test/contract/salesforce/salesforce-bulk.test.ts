import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangePage } from '../../../server/crm/port.ts';
import { openSalesforce } from '../../support/salesforce/open-salesforce.ts';
import type { OpenSalesforce } from '../../support/salesforce/open-salesforce.ts';
import { refusal } from '../../support/salesforce/small-org.ts';

const PERSON = { Name: 'Bea "B" Finch', Email: null };
const COUNT = 100_000;

describe('A first load of a hundred thousand contacts', () => {
  let open: OpenSalesforce;
  let state: string;
  let polls: number;
  beforeEach(async () => {
    open = await openSalesforce();
    open.org.pageSize = 2_000;
    for (let made = 0; made < COUNT; made += 1) open.save('Contact', PERSON);
    [state, polls] = ['JobComplete', 0];
    let rows: (readonly [string, string])[] = [];
    open.org.replies.set('POST /jobs/query', ({ body }) => {
      // Our own adapter wrote it.
      const { query } = JSON.parse(body) as { query: string };
      const last = /Id > '(\w+)'/.exec(query)?.[1] ?? '';
      const all = [...(open.org.rows.get('Contact')?.values() ?? [])];
      rows = all
        .map((row) => [String(row['Id']), String(row['SystemModstamp'])] as const)
        .filter(([id]) => id > last);
      expect(query).not.toMatch(/ORDER BY|LIMIT/);
      return { status: 200, body: { id: '750x', state: 'UploadComplete' } };
    });
    open.org.replies.set('GET /jobs/query/750x', () => {
      polls += 1;
      const done = { id: '750x', state, numberRecordsProcessed: rows.length };
      return { status: 200, body: done };
    });
    open.org.replies.set('GET /jobs/query/750x/results', ({ query }) => {
      const from = Number(query.get('locator') ?? 0);
      const end = from + Number(query.get('maxRecords'));
      const part = rows.slice(from, end);
      const lines = part.map(([id, at]) => `"${id}","${at}","false","Bea ""B""\nFinch",""\n`);
      return {
        status: 200,
        body: `"Id","SystemModstamp","IsDeleted","Name","Email"\n${lines.join('')}`,
        headers: {
          'sforce-numberofrecords': String(part.length),
          'sforce-locator': end < rows.length ? String(end) : 'null',
        },
      };
    });
  });
  afterEach(() => open.org.close());

  const page = (cursor: string | null): Promise<ChangePage> =>
    open.port.readChanges('contact', { from: null, to: open.now().toISOString() }, cursor);

  it('takes no more than fifteen calls and gives each once', async () => {
    const ids = new Set<string>();
    let given = 0;
    let cursor: string | null = null;
    do {
      const { records, next }: ChangePage = await page(cursor);
      given += records.length;
      for (const { id } of records) ids.add(id);
      cursor = next;
    } while (cursor !== null);
    expect([given, ids.size]).toEqual([COUNT, COUNT]);
    expect(open.org.calls.length).toBeLessThanOrEqual(15);
  });

  it('waits in growing steps while the job runs, at the same cursor', async () => {
    state = 'InProgress';
    const job = (await page((await page(null)).next)).next;
    await expect(page(job)).rejects.toMatchObject({ recovery: 'wait', retryAfterMs: 2_000 });
    open.advance(90_000);
    await expect(page(job)).rejects.toMatchObject({ recovery: 'wait', retryAfterMs: 30_000 });
    expect(polls).toBe(2);
  });

  it('goes on by pages, and makes no other job, when one has failed', async () => {
    state = 'Failed';
    const job = (await page((await page(null)).next)).next;
    const { next } = await page(job);
    const { records, next: onwards } = await page(next);
    expect(records).toHaveLength(2_000);
    expect(onwards).toMatch(/"walk":"rows"/);
  });

  it('goes on by pages when Bulk does not know the object, or the job', async () => {
    const begun = (await page(null)).next;
    const job = (await page(begun)).next;
    open.org.replies.set('GET /jobs/query/750x', () => refusal(404, 'NOT_FOUND'));
    expect((await page(job)).next).toMatch(/"walk":"rows"/);
    open.org.replies.set('POST /jobs/query', () => refusal(400, 'INVALIDENTITY'));
    expect((await page(begun)).next).toMatch(/"walk":"rows"/);
  });

  it('refuses a result that lost rows on its way', async () => {
    const job = (await page((await page(null)).next)).next;
    open.org.replies.set('GET /jobs/query/750x/results', () => ({
      ...{ status: 200, body: '"Id"\n"003"\n' },
      headers: { 'sforce-numberofrecords': '2', 'sforce-locator': 'null' },
    }));
    await expect(page(job)).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
  });
});
