import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { CallMeter } from '../../../server/crm/port.ts';
import { createBudgetStore, type BudgetStore } from '../../../server/store/budget-store.ts';
import { createUnitOfWork } from '../../../server/store/unit-of-work.ts';
import { createBudgetedMeter, isBudgetSpent } from '../../../server/sync/budgeted-meter.ts';
import type { Lane } from '../../../server/sync/limits/day-budget.ts';
import { eventually } from '../../support/eventually.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';

const NOON = '2026-03-01T12:00:00.000Z';
const TODAY = '2026-03-01';
const TEN_SECONDS_MS = 10_000;

/** A tenant's limits on real Postgres, on a clock that moves only when told. */
interface Desk {
  readonly tenantId: string;
  readonly budget: BudgetStore;
  readonly meter: (lane?: Lane, dailyCalls?: number) => CallMeter;
  readonly isSpent: (dailyCalls: number) => Promise<boolean>;
  readonly now: () => number;
  advance(ms: number): void;
}

describe('a tenant’s limits', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());

  const reports: unknown[] = [];

  function openDesk(): Desk {
    let nowMs = Date.parse(NOON);
    const tenantId = randomUUID();
    const moment = () => sql`${new Date(nowMs).toISOString()}::timestamptz`;
    const budget = createBudgetStore(createUnitOfWork(database.app), { now: moment });
    const clock = () => new Date(nowMs);
    const optionsFor = (dailyCalls: number) => ({
      ...{ ledger: budget, clock, report: (error: unknown) => void reports.push(error) },
      allowance: () => Promise.resolve({ dailyCalls, share: null, timeZone: 'Europe/Berlin' }),
    });
    return {
      ...{ tenantId, budget },
      meter: (lane = 'night', dailyCalls = 40_000) =>
        createBudgetedMeter(tenantId, { ...optionsFor(dailyCalls), lane }),
      isSpent: (dailyCalls) => isBudgetSpent(tenantId, optionsFor(dailyCalls)),
      now: () => nowMs,
      advance: (ms) => {
        nowMs += ms;
      },
    };
  }

  async function refusalOf(work: Promise<unknown>): Promise<AppError | null> {
    try {
      await work;
      return null;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }

  it('allow 88 calls in any ten seconds, whoever asks at once', async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 12, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pauses, fc.integer({ min: 2, max: 8 }), async (pausesMs, takers) => {
        const desk = openDesk();
        const meters = Array.from({ length: takers }, () => desk.meter());
        const made: number[] = [];
        for (const pauseMs of pausesMs) {
          desk.advance(pauseMs);
          const each = async (meter: CallMeter): Promise<void> => {
            for (;;) {
              const error = await refusalOf(meter.take('ten_secondly'));
              if (error !== null) return;
              made.push(desk.now());
            }
          };
          await Promise.all(meters.map(each));
        }
        for (const to of made) {
          const inside = made.filter((at) => at > to - TEN_SECONDS_MS && at <= to);
          expect(inside.length).toBeLessThanOrEqual(88);
        }
        expect(await desk.budget.countCalls(desk.tenantId)).toBe(made.length);
      }),
      { numRuns: 4 },
    );
  }, 60_000);

  it('read a page whole, or not at all', async () => {
    const desk = openDesk();
    const [one, two] = [desk.meter(), desk.meter()];
    const read = async (meter: CallMeter, calls: number): Promise<number> => {
      let made = 0;
      await meter.reserve?.(calls, async () => {
        for (; made < calls; made += 1) await meter.take('ten_secondly');
      });
      return made;
    };
    expect(await Promise.all([read(one, 40), read(two, 44)])).toEqual([40, 44]);
    const refused = await refusalOf(read(one, 10));
    expect(refused).toMatchObject({ code: 'crm_rate_limited', recovery: 'wait' });
    expect(await desk.budget.countCalls(desk.tenantId)).toBe(84);
    desk.advance(refused?.retryAfterMs ?? 0);
    expect(await read(one, 10)).toBe(10);
  });

  it('give back what a page did not use, also when it failed', async () => {
    const desk = openDesk();
    const meter = desk.meter();
    const fail = () => Promise.reject(new Error('The page broke off.'));
    await expect(meter.reserve?.(44, fail)).rejects.toThrow('broke off');
    await meter.reserve?.(44, () => meter.take('ten_secondly'));
    await expect(meter.reserve?.(44, () => Promise.resolve('read'))).resolves.toBe('read');
    expect(await desk.budget.countCalls(desk.tenantId)).toBe(1);
  });

  it('end the night’s day before the visitors’', async () => {
    const desk = openDesk();
    const [night, visitor] = [desk.meter('night', 20), desk.meter('visitor', 20)];
    let restsMs = 0;
    const takeAll = async (meter: CallMeter): Promise<number> => {
      for (let made = 0; ; made += 1) {
        const error = await refusalOf(meter.take('ten_secondly'));
        if (error?.code === 'crm_budget_spent') {
          restsMs = error.retryAfterMs ?? 0;
          return made;
        }
        if (error !== null) {
          made -= 1;
          desk.advance(error.retryAfterMs ?? 0);
        }
      }
    };
    expect(await takeAll(night)).toBe(18);
    expect(await desk.isSpent(20)).toBe(true);
    expect(await takeAll(visitor)).toBe(2);
    expect(await desk.budget.loadDay(desk.tenantId, TODAY)).toMatchObject({
      night: 18,
      visitor: 2,
    });
    // Berlin's midnight.
    expect(desk.now() + restsMs).toBe(Date.parse('2026-03-01T23:00:00.000Z'));
    desk.advance(restsMs);
    expect(await desk.isSpent(20)).toBe(false);
    expect(await takeAll(night)).toBe(18);
  });

  it('remember across workers what the CRM said, and count what it refused', async () => {
    const desk = openDesk();
    const meter = desk.meter();
    const refusal = { status: 429, retryAfterMs: 10_000, refusedBy: 'ten_secondly' } as const;
    meter.seen('ten_secondly', {
      ...refusal,
      allowance: { calls: 100, perMs: 10_000, perDay: null },
    });
    meter.seen('ten_secondly', { status: 502, retryAfterMs: null });
    meter.seen('ten_secondly', { status: 200, retryAfterMs: null });
    await eventually('both are written', async () => {
      const { errors } = await desk.budget.loadDay(desk.tenantId, TODAY);
      return errors === 2;
    });
    const refused = await refusalOf(desk.meter().take('ten_secondly'));
    expect(refused?.retryAfterMs).toBe(10_000);
    expect(await refusalOf(desk.meter().take('search_secondly'))).not.toBeNull();
    desk.advance(10_000);
    await desk.meter().reserve?.(40, () => desk.meter().take('ten_secondly'));
    // Of 100 in place of 110, the use is 80: one call and one page of 40 leave no room for another.
    await desk.meter().reserve?.(40, async () => {
      const next = refusalOf(
        desk.meter().reserve?.(40, () => Promise.resolve()) ?? Promise.resolve(),
      );
      expect((await next)?.code).toBe('crm_rate_limited');
    });
    expect(reports).toEqual([]);
  });
});
