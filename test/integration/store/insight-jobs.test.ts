import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EndedJob, InsightWrite, SayingInsightWrite } from '../../../server/crm/writes.ts';
import { createInsightJobStore } from '../../../server/store/insight-job-store.ts';
import { createOrgInsightStore } from '../../../server/store/org-insight-store.ts';
import { createReceiptStore } from '../../../server/store/receipt-store.ts';
import {
  pushByJob,
  ROWS_FOR_JOB,
  type JobTools,
} from '../../../server/sync/insights/push-by-job.ts';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import { cardRow } from '../../support/cards/card-rows.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

const DAY_MS = 86_400_000;
const COUNT = ROWS_FOR_JOB + 100;
const WRITTEN: EndedJob = { refused: new Map(), again: new Set() };
const SAYING: InsightValues = {
  ...{ stage: 'decision', stageSince: null, topDriver: 'safety', pole: 'threatened' },
  ...{ openConcerns: 1, oldestConcernAt: null, generatedAt: '2026-03-04T08:00:00.000Z' },
  payload: { version: 1, sources: [], quotes: [], views: [], focus: [] },
};

/** More records wait than a job is begun for; what the CRM does with jobs is told by each test. */
describe('records that go to an org by a job', () => {
  const stores = storesForEachTest();
  let now: Date;
  let sent: SayingInsightWrite[][];
  let removed: InsightWrite[];
  let end: (jobId: string) => EndedJob | null;
  let says: (id: string) => InsightValues | null;

  beforeEach(async () => {
    now = new Date('2026-03-04T08:00:00.000Z');
    [sent, removed] = [[], []];
    end = () => WRITTEN;
    says = () => SAYING;
    await fillCards();
  });

  /** A card of each person, built at this moment. */
  async function fillCards(): Promise<void> {
    const builtAt = now.toISOString();
    const built = Array.from({ length: COUNT }, (_, index) => {
      const personId = `p${index}`;
      const subject = { kind: 'conversation', personId } as const;
      const rows = [cardRow({ dealId: null, personId, builtAt })];
      return { subject, rows, markedAt: builtAt };
    });
    await stores.insight.saveCards(stores.tenantId, built);
  }
  const store = () => createOrgInsightStore(stores.inTenant);
  const waiting = () => store().countWaiting(stores.tenantId, 2 * COUNT);

  function tools(): JobTools {
    return {
      ...{ store: store(), jobs: createInsightJobStore(stores.inTenant), clock: () => now },
      compose: (_tenant, refs) => Promise.resolve(refs.map(({ id }) => says(id))),
      crm: {
        writeInsights: (writes) => {
          removed.push(...writes);
          return Promise.resolve(writes.map(() => ({ outcome: 'written', reason: null })));
        },
        openInsightJob: () => {
          const writes: SayingInsightWrite[] = [];
          return {
            add: (write) => writes.push(write) > 0,
            send: () => {
              sent.push(writes);
              const refs = writes.map(({ ref }) => ref);
              return Promise.resolve([{ jobId: `job ${sent.length}`, refs }]);
            },
          };
        },
        readInsightJob: ({ jobId }) => Promise.resolve(end(jobId)),
      },
    };
  }
  const push = () => pushByJob(tools(), stores.tenantId);

  it('are sent once, and wait no more when the job has ended', async () => {
    expect(await push()).toBe(true);
    expect(sent.map((each) => each.length)).toEqual([COUNT]);
    expect(await push()).toBe(true);
    expect(await waiting()).toBe(0);
    expect(await push()).toBe(false);
  });

  it('stay with their job over a kill, and are not sent again while it runs', async () => {
    await push();
    end = () => {
      throw new Error('still running');
    };
    await expect(push()).rejects.toThrow('still running');
    await expect(push()).rejects.toThrow('still running');
    end = () => WRITTEN;
    await push();
    expect(sent).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  it('wait again where somebody held them, and are told of where the org refused them', async () => {
    await push();
    const [first, second] = (sent[0] ?? []).map(({ ref }) => ref.id);
    const reason = 'Salesforce refused to save it (A_RULE).';
    const refused = new Map([[second ?? '', { outcome: 'refused', reason } as const]]);
    end = () => ({ refused, again: new Set([first ?? '']) });
    await push();
    expect(await waiting()).toBe(1);
    const receipts = await createReceiptStore(stores.inTenant).list(stores.tenantId, 10);
    expect(receipts).toMatchObject([{ recordId: second, reason }]);
  });

  it('go the other way for a day after a job that came to nothing', async () => {
    await push();
    end = () => null;
    await push();
    expect(await waiting()).toBe(COUNT);
    expect(await push()).toBe(false);
    now = new Date(now.getTime() + DAY_MS + 1);
    expect(await push()).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it('are left out where they say what they said before, and removed where there is nothing to say', async () => {
    await push();
    await push();
    now = new Date(now.getTime() + DAY_MS);
    await fillCards();
    const id = sent[0]?.[0]?.ref.id ?? '';
    says = (each) => (each === id ? null : SAYING);
    await push();
    expect(removed.map(({ ref }) => ref.id)).toEqual([id]);
    expect(sent[1]).toEqual([]);
    expect(await waiting()).toBe(0);
  });
});
