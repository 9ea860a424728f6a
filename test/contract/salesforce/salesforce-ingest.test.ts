import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SayingInsightWrite } from '../../../server/crm/writes.ts';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

jest.setTimeout(60_000);

const VALUES: InsightValues = {
  ...{ stage: 'consideration', stageSince: '2026-03-01T00:00:00.000Z', topDriver: 'certainty' },
  ...{ pole: 'threatened', openConcerns: 2, oldestConcernAt: null },
  generatedAt: '2026-03-04T08:00:00.000Z',
  payload: { version: 1, sources: [], quotes: [], views: [], focus: [] },
};

describe('very many of our own records', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  const org = () => open.salesforce.org;
  const ingest = () => open.salesforce.desk().ingest;
  const written = () => org().rows('Opportunity_Insight__c', false);
  const addDeals = (count: number) =>
    Array.from({ length: count }, (_, index) => org().put('Opportunity', { Name: `D${index}` }).Id);
  const ofDeal = (id: string, values = VALUES): SayingInsightWrite => ({
    ref: { kind: 'deal', id },
    values,
  });

  async function send(writes: readonly SayingInsightWrite[]) {
    const job = open.port.openInsightJob();
    for (const write of writes) expect(job.add(write)).toBe(true);
    return job.send();
  }
  /** Of what goes by one job. */
  async function sendOne(writes: readonly SayingInsightWrite[]): Promise<string> {
    const jobs = await send(writes);
    expect(jobs).toHaveLength(1);
    return jobs[0]?.jobId ?? '';
  }
  const readJob = (jobId: string) =>
    open.port.readInsightJob({ jobId, begunAt: open.now().toISOString() });
  /** The first look finds it at work. */
  async function readEnd(jobId: string) {
    await expect(readJob(jobId)).rejects.toMatchObject({ recovery: 'wait', retryAfterMs: 2_000 });
    return readJob(jobId);
  }

  it('go in five calls, each once, however often they are sent', async () => {
    const ids = addDeals(12_000);
    open.salesforce.ledger.clear();
    const writes = ids.map((id) => ofDeal(id));
    const [{ jobId, refs } = { jobId: '', refs: [] }] = await send(writes);
    expect(await readEnd(jobId)).toEqual({ refused: new Map(), again: new Set() });
    expect(open.salesforce.ledger.count()).toBe(5);
    expect(refs).toEqual(writes.map(({ ref }) => ref));
    await readEnd(await sendOne(writes));
    expect(written()).toHaveLength(12_000);
    expect(written()[0]).toMatchObject({
      ...{ Opportunity__c: ids[0], Journey_Stage__c: 'consideration', Open_Concerns__c: 2 },
      ...{ Oldest_Concern_At__c: null, Payload__c: JSON.stringify(VALUES.payload) },
    });
  });

  it('clear what they say no more, and keep every sign of what they say', async () => {
    const [id = ''] = addDeals(1);
    const hard = { ...VALUES.payload, views: [], focus: [] };
    const label = 'Line 2, “new”\n"quoted"\r\n=1+1';
    const values = { ...VALUES, payload: { ...hard, note: label } } as InsightValues;
    await readEnd(await sendOne([ofDeal(id, values)]));
    expect(JSON.parse(String(written()[0]?.['Payload__c']))).toMatchObject({ note: label });
    await readEnd(await sendOne([ofDeal(id, { ...VALUES, topDriver: null, stageSince: null })]));
    expect(written()[0]).toMatchObject({ Top_Driver__c: null, Stage_Since__c: null });
  });

  it('go by a job for each object', async () => {
    const contact = org().put('Contact', { LastName: 'A' }).Id;
    const lead = org().put('Lead', { LastName: 'B' }).Id;
    const people = [contact, lead].map((id) => ({
      ...ofDeal(id),
      ref: { kind: 'contact', id } as const,
    }));
    const jobs = await send([...people, ...addDeals(1).map((id) => ofDeal(id))]);
    expect(jobs.map(({ refs }) => refs.length)).toEqual([1, 1, 1]);
    for (const { jobId } of jobs) await readEnd(jobId);
    expect(org().rows('Lead_Insight__c', false)).toMatchObject([{ Lead__c: lead }]);
    expect(org().rows('Contact_Insight__c', false)).toMatchObject([{ Contact__c: contact }]);
  });

  it('tell of each that was refused or gone, and of each that somebody held', async () => {
    const [gone = '', kept = ''] = addDeals(2);
    org().remove('Opportunity', gone);
    const ended = await readEnd(await sendOne([ofDeal(gone), ofDeal(kept)]));
    expect(ended).toMatchObject({ again: new Set() });
    expect(ended?.refused.get(gone)).toMatchObject({ outcome: 'gone' });
    expect(ended?.refused.size).toBe(1);
    ingest().locked = 'every_second';
    const held = await sendOne([ofDeal(kept), ...addDeals(1).map((id) => ofDeal(id))]);
    const later = await readEnd(held);
    expect(later?.refused.size).toBe(0);
    expect(later?.again.size).toBe(1);
  });

  it('are as before when their job fails, is forgotten or never ends', async () => {
    ingest().fate = 'fail';
    const [id = ''] = addDeals(1);
    expect(await readEnd(await sendOne([ofDeal(id)]))).toBeNull();
    ingest().fate = 'never';
    const jobId = await sendOne([ofDeal(id)]);
    const begunAt = open.now().toISOString();
    const look = () => open.port.readInsightJob({ jobId, begunAt });
    open.advance(3_600_000);
    await expect(look()).rejects.toMatchObject({ recovery: 'wait', retryAfterMs: 60_000 });
    open.advance(25 * 3_600_000);
    expect(await look()).toBeNull();
    ingest().forgetAll();
    expect(await look()).toBeNull();
    expect(written()).toEqual([]);
  });

  it('are taken until the upload would be too large', async () => {
    const job = open.port.openInsightJob();
    const payload = { ...VALUES.payload, note: 'x'.repeat(30_000) };
    const large = { ...VALUES, payload } as InsightValues;
    let taken = 0;
    while (taken < 2_000 && job.add(ofDeal('006000000000001AAA', large))) taken += 1;
    expect(taken).toBeGreaterThan(500);
    expect(taken).toBeLessThan(1_000);
  });
});
