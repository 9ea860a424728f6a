import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createBudgetStore } from '../../../server/store/budget-store.ts';
import { createUnitOfWork } from '../../../server/store/unit-of-work.ts';
import { createBudgetedMeter } from '../../../server/sync/budgeted-meter.ts';
import { eventually } from '../../support/eventually.ts';
import { newWork, openTestQueue, startTestWorker, type TestQueue } from '../../support/queue.ts';

jest.setTimeout(60_000);

const UNITS = 4;
/** Whole windows: the calls of a stretch that is cut would flatter. */
const MEASURED_MS = 20_000;
const SLICE_MS = 10_000;
/** What four fifths of 110 in ten seconds allow in that time. */
const ALLOWED = 8.8 * (MEASURED_MS / 1_000);

/** Real time, the real queue: what a re-delay costs. */
describe('four units of one tenant', () => {
  let queue: TestQueue;
  beforeAll(async () => {
    queue = await openTestQueue('postgres');
  }, 60_000);
  afterAll(() => queue.close());

  it('use at least 95 % of the calls that are allowed, and never more, though none of them ever sleeps', async () => {
    const tenantId = randomUUID();
    const ledger = createBudgetStore(createUnitOfWork(queue.database.app));
    const allowance = () =>
      Promise.resolve({ dailyCalls: 40_000, share: null, timeZone: 'Europe/Berlin' });
    const options = { ledger, lane: 'night', allowance, report: queue.report } as const;
    const made: number[] = [];
    const startMs = performance.now();
    const worker = startTestWorker(queue, {
      concurrency: UNITS,
      sweepEveryMs: 5_000,
      handler: async () => {
        const meter = createBudgetedMeter(tenantId, { ...options, clock: () => new Date() });
        const until = performance.now() + SLICE_MS;
        while (performance.now() < until) {
          await meter.take('ten_secondly');
          made.push(performance.now() - startMs);
        }
        return { then: 'again', inMs: 0 };
      },
    });
    for (let unit = 0; unit < UNITS; unit += 1) await queue.enqueue(newWork(tenantId));
    await eventually('the time is over', () => performance.now() - startMs > MEASURED_MS, 50_000);
    await worker.close();
    const counted = made.filter((at) => at <= MEASURED_MS);
    for (const to of counted) {
      // The moments are ours, a busy machine's way to the database later: that is what the CRM's own fifth is for.
      const inside = counted.filter((at) => at > to - 10_000 && at <= to);
      expect(inside.length).toBeLessThanOrEqual(110);
    }
    expect(counted.length).toBeGreaterThanOrEqual(ALLOWED * 0.95);
  });
});
