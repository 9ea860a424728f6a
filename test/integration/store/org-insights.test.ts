import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectionNews, InsightWrite, WriteResult } from '../../../server/crm/writes.ts';
import { buildTouched } from '../../../server/insight/build-touched.ts';
import { composeInsights } from '../../../server/insight/payload/compose-insights.ts';
import { createInsightJobStore } from '../../../server/store/insight-job-store.ts';
import { createOrgInsightStore } from '../../../server/store/org-insight-store.ts';
import { createReceiptStore } from '../../../server/store/receipt-store.ts';
import { pushInsights, type InsightTools } from '../../../server/sync/insights/push-insights.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';
import {
  activity,
  contact,
  deal,
  page,
  read,
  salesPipeline,
} from '../../support/sync/crm-records.ts';

const DAY_MS = 86_400_000;
const WRITTEN: WriteResult = { outcome: 'written', reason: null };

describe('our own records in an org', () => {
  const stores = storesForEachTest();
  let now: Date;
  let written: InsightWrite[];
  let news: ConnectionNews[];
  let syncedAt: string;
  let answer: (write: InsightWrite) => WriteResult;

  beforeEach(async () => {
    now = new Date('2026-03-04T08:00:00.000Z');
    [written, news] = [[], []];
    syncedAt = '2026-03-04T03:00:00.000Z';
    answer = () => WRITTEN;
    const tie = { kind: 'deal', dealId: 'd1' } as const;
    const company = { kind: 'company', archived: false, domain: null, industry: null } as const;
    await stores.apply(
      page({
        subjects: [
          salesPipeline,
          { ...company, id: 'c1', name: 'Fenwick', updatedAt: '2026-03-02T08:00:00.000Z' },
          contact('dana', { companyIds: ['c1'] }),
          deal('d1', { contactIds: ['dana'], companyIds: ['c1'] }),
        ],
        activities: [read(activity('m1', { tie }))],
      }),
    );
    await build();
  });

  const clock = () => now;
  const build = () => buildTouched({ store: stores.insight, clock }, stores.tenantId);
  const locate = ({ id }: { id: string }) => ({
    object: 'EmailMessage',
    id: id.padStart(18, '0'),
    field: 'TextBody',
  });

  /** What was written by this push. */
  async function push(): Promise<readonly InsightWrite[]> {
    written = [];
    const tools: InsightTools = {
      crm: {
        writeConnection: (told) => {
          news.push(told);
          return Promise.resolve();
        },
        writeInsights: (writes) => {
          written.push(...writes);
          return Promise.resolve(writes.map((write) => answer(write)));
        },
      },
      store: createOrgInsightStore(stores.inTenant),
      jobs: createInsightJobStore(stores.inTenant),
      newsOf: () => Promise.resolve({ state: 'active', syncedAt }),
      compose: (tenantId, records, at) =>
        composeInsights({ store: stores.insight, locate }, tenantId, { records, now: at }),
      clock,
    };
    while (await pushInsights(tools, stores.tenantId));
    return written;
  }

  const namesOf = (writes: readonly InsightWrite[]) =>
    writes.map(({ ref: { kind, id } }) => `${kind} ${id}`).toSorted();

  async function touchTomorrow(): Promise<void> {
    now = new Date(now.getTime() + DAY_MS);
    await stores.apply(page({ subjects: [contact('dana', { companyIds: ['c1'], title: 'COO' })] }));
    await build();
  }

  it('speak of the deal, its people and its company, without a word of the buyer’s', async () => {
    const writes = await push();
    expect(namesOf(writes)).toEqual(['company c1', 'contact dana', 'deal d1']);
    expect(writes[0]?.values).toMatchObject({ topDriver: 'certainty', openConcerns: 1 });
    expect(writes[0]?.values?.payload.quotes).toHaveLength(1);
    expect(JSON.stringify(writes)).not.toContain('if it slips');
  });

  it('are written again only when they say something else', async () => {
    await push();
    expect(await push()).toEqual([]);
    now = new Date(now.getTime() + 1_000);
    await stores.apply(
      page({ subjects: [deal('d1', { contactIds: ['dana'], companyIds: ['c1'] })] }),
    );
    await build();
    expect(await push()).toEqual([]);
    await touchTomorrow();
    expect(namesOf(await push())).toEqual(['company c1', 'contact dana', 'deal d1']);
  });

  it('are emptied of a person who must not be analysed any more', async () => {
    await push();
    now = new Date(now.getTime() + DAY_MS);
    await stores.apply(
      page({ subjects: [contact('dana', { companyIds: ['c1'], doNotAnalyse: true })] }),
    );
    await build();
    const writes = await push();
    expect(writes.length).toBeGreaterThan(0);
    expect(JSON.stringify(writes)).not.toContain('m1');
  });

  it('go with their deal', async () => {
    await push();
    now = new Date(now.getTime() + DAY_MS);
    await stores.apply(page({ gone: [{ kind: 'deal', id: 'd1' }] }));
    await build();
    const gone = (await push()).filter(({ values }) => values === null);
    expect(namesOf(gone)).toContain('deal d1');
    expect(await push()).toEqual([]);
  });

  it('that the org refuses leave a receipt, and are left alone until they say something else', async () => {
    const reason = 'Our record of the deal d1 was not written: the org does not allow it.';
    answer = ({ ref }) => (ref.kind === 'deal' ? { outcome: 'refused', reason } : WRITTEN);
    await push();
    expect(await push()).toEqual([]);
    const receipts = await createReceiptStore(stores.inTenant).list(stores.tenantId, 10);
    expect(receipts).toMatchObject([{ kind: 'deal', recordId: 'd1', reason }]);
  });

  it('tell once when the account was last read, and again when that changes', async () => {
    await push();
    await push();
    expect(news).toEqual([{ state: 'active', syncedAt }]);
    syncedAt = '2026-03-05T03:00:00.000Z';
    await push();
    expect(news).toHaveLength(2);
    expect(await push()).toEqual([]);
  });

  it('are not available where the CRM has no place for them', async () => {
    const store = createOrgInsightStore(stores.inTenant);
    const compose: InsightTools['compose'] = (tenantId, records, at) =>
      composeInsights({ store: stores.insight, locate }, tenantId, { records, now: at });
    const newsOf = () => Promise.resolve({ state: 'active', syncedAt } as const);
    const jobs = createInsightJobStore(stores.inTenant);
    const tools = { crm: {}, store, jobs, compose, newsOf, clock };
    const pushed = pushInsights(tools, stores.tenantId);
    await expect(pushed).rejects.toMatchObject({ code: 'not_available', recovery: 'skip' });
  });
});
