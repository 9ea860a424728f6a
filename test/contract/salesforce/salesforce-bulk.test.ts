import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ChangePage } from '../../../server/crm/port.ts';
import { fillOrg } from '../../simulators/salesforce/scale/fill-org.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

jest.setTimeout(60_000);

/** More than pages are read of. */
const COUNT = 21_000;

describe('A first load of more contacts than pages are read of', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
    open.salesforce.org.put('Contact', { LastName: 'Bea "B"\nFinch, née Sand' });
    fillOrg(open.salesforce.org, { type: 'Contact', count: COUNT - 1 });
    open.advance(3_600_000);
  });
  afterEach(() => open.salesforce.close());

  const page = (cursor: string | null): Promise<ChangePage> =>
    open.port.readChanges('contact', { from: null, to: open.now().toISOString() }, cursor);

  /** The first page says how many there are, the next step makes the job. */
  const beginJob = async () => (await page((await page(null)).next)).next;

  async function readAll(): Promise<readonly string[]> {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const { records, next }: ChangePage = await page(cursor);
      for (const record of records) names.push('name' in record ? record.name : '');
      cursor = next;
    } while (cursor !== null);
    return names;
  }

  it('gives each once, whatever stands in it, in seven calls', async () => {
    const names = await readAll();
    expect([names.length, new Set(names).size]).toEqual([COUNT, COUNT]);
    expect(names).toContain('Bea "B"\nFinch, née Sand');
    // The shape of all objects, a page, the job made and looked at, two parts of its result; and the leads.
    expect(open.salesforce.ledger.count()).toBe(7);
  });

  it('waits in growing steps while the job runs, at the same cursor', async () => {
    const { jobs } = open.salesforce.desk();
    const job = await beginJob();
    jobs.fate = 'never';
    await expect(page(job)).rejects.toMatchObject({ recovery: 'wait', retryAfterMs: 2_000 });
    open.advance(90_000);
    await expect(page(job)).rejects.toMatchObject({ recovery: 'wait', retryAfterMs: 30_000 });
    jobs.fate = 'complete';
    expect((await page(job)).records).toHaveLength(12_500);
  });

  it('goes on by pages, and makes no other job, when one has failed', async () => {
    const job = await beginJob();
    open.salesforce.desk().jobs.fate = 'fail';
    const { next } = await page(job);
    const { records, next: onwards } = await page(next);
    expect(records).toHaveLength(2_000);
    expect(onwards).toMatch(/"walk":"rows"/);
  });

  it('goes on by pages when Bulk does not know the object, or the job', async () => {
    const { jobs } = open.salesforce.desk();
    const begun = (await page(null)).next;
    const job = (await page(begun)).next;
    jobs.forgetAll();
    expect((await page(job)).next).toMatch(/"walk":"rows"/);
    jobs.fate = 'refuse';
    expect((await page(begun)).next).toMatch(/"walk":"rows"/);
  });

  it('refuses a result that lost rows on its way', async () => {
    const job = await beginJob();
    open.salesforce.desk().jobs.fate = 'lossy';
    await expect(page(job)).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
  });

  it('refuses a result that ends within a row', async () => {
    const job = await beginJob();
    open.salesforce.queueFault({ kind: 'half_body', path: /results/ });
    await expect(page(job)).rejects.toMatchObject({ recovery: 'retry' });
    expect((await page(job)).records).toHaveLength(12_500);
  });
});
