import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  EMPTY_BOOK,
  hearAnswer,
  holdCalls,
  isDaySpent,
  releaseHold,
  takeCall,
  type CallAsk,
  type CallBook,
  type OneCall,
} from '../../../server/sync/limits/call-book.ts';
import type { DayCount, Lane } from '../../../server/sync/limits/day-budget.ts';

const NOON_MS = Date.parse('2026-03-01T12:00:00.000Z');
const MIDNIGHT_MS = Date.parse('2026-03-02T00:00:00.000Z');
const NOTHING: DayCount = { night: 0, visitor: 0, errors: 0 };
const CALL: OneCall = { policy: 'ten_secondly', holdId: null };
const SEARCH: OneCall = { policy: 'search_secondly', holdId: null };

interface Asking extends Partial<CallAsk> {
  readonly dailyCalls?: number;
  readonly share?: number;
}

function asking(over: Asking = {}): CallAsk {
  const { dailyCalls = 40_000, share = null, ...ask } = over;
  const budget = { dailyCalls, share, endsAtMs: MIDNIGHT_MS };
  const workers = { own: null, present: [] };
  return { lane: 'night', today: NOTHING, nowMs: NOON_MS, budget, workers, ...ask };
}

/** Takes until refused. */
function drain(book: CallBook, ask: CallAsk, call = CALL): { book: CallBook; taken: number } {
  let [current, taken] = [book, 0];
  for (;;) {
    const step = takeCall(current, ask, call);
    if (step.refused !== null) return { book: current, taken };
    [current, taken] = [step.book, taken + 1];
  }
}

function mostIn(perMs: number, moments: readonly number[]): number {
  return Math.max(
    0,
    ...moments.map((to) => moments.filter((at) => at > to - perMs && at <= to).length),
  );
}

interface Worker {
  /** Milliseconds that one call takes. */
  readonly callMs: number;
  /** Calls of one page. */
  readonly calls: number;
  readonly lane: Lane;
  /** Ends inside the page now and then, holding what it held. */
  readonly dies: boolean;
}

interface Playing extends Worker {
  readonly index: number;
  atMs: number;
  left: number;
  page: number;
}

/** Workers that read pages one after another, as the queue lets them: refused, they come back when they were told. */
function playWorkers(workers: readonly Worker[], forMs: number): number[] {
  const made: number[] = [];
  const due: Playing[] = workers.map((worker, index) => ({
    ...{ ...worker, index, atMs: NOON_MS, left: 0, page: 0 },
  }));
  let book = EMPTY_BOOK;
  for (;;) {
    const [next] = due.toSorted((a, b) => a.atMs - b.atMs);
    if (next === undefined || next.atMs > NOON_MS + forMs) return made;
    if (next.left > 0) made.push(next.atMs);
    book = next.left > 0 ? readOn(book, next) : beginPage(book, next);
  }
}

function beginPage(book: CallBook, worker: Playing): CallBook {
  worker.page += 1;
  const ask = asking({ lane: worker.lane, nowMs: worker.atMs });
  const id = `${worker.index}.${worker.page}`;
  const held = holdCalls(book, ask, { id, calls: worker.calls });
  if (held.refused === null) worker.left = worker.calls;
  else worker.atMs += held.refused.retryAfterMs;
  return held.book;
}

/** One call of a page that has begun is never refused. One that dies holds what it held. */
function readOn(book: CallBook, worker: Playing): CallBook {
  const ask = asking({ lane: worker.lane, nowMs: worker.atMs });
  const holdId = `${worker.index}.${worker.page}`;
  const taken = takeCall(book, ask, { policy: 'ten_secondly', holdId });
  expect(taken.refused).toBeNull();
  worker.atMs += worker.callMs;
  worker.left -= 1;
  if (worker.dies && worker.page % 5 === 0) worker.left = 0;
  return worker.left === 0 && !worker.dies ? releaseHold(taken.book, holdId) : taken.book;
}

describe('calls in a row', () => {
  it('are at most 88 of the 110 in any ten seconds, whoever reads what', () => {
    const worker = fc.record({
      callMs: fc.integer({ min: 0, max: 900 }),
      calls: fc.integer({ min: 1, max: 88 }),
      lane: fc.constantFrom<Lane>('night', 'visitor'),
      dies: fc.boolean(),
    });
    const workers = fc.array(worker, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(workers, (each) => {
        expect(mostIn(10_000, playWorkers(each, 45_000))).toBeLessThanOrEqual(88);
      }),
      { numRuns: 60 },
    );
  });

  it('use at least 95 % of what is allowed when four workers read lists', () => {
    const worker = { callMs: 250, calls: 1, lane: 'night', dies: false } as const;
    const made = playWorkers([worker, worker, worker, worker], 120_000);
    expect(made.length / 120).toBeGreaterThan(8.8 * 0.95);
  });

  it('never pause for long, so that a visitor need not wait', () => {
    const worker = { callMs: 5, calls: 1, lane: 'night', dies: false } as const;
    const made = playWorkers([worker, worker, worker, worker], 60_000);
    const pauses = made.slice(1).map((at, index) => at - (made[index] ?? at));
    expect(Math.max(...pauses)).toBeLessThan(2_300);
  });

  it('start again exactly when the refusal said, not before', () => {
    const { book, taken } = drain(EMPTY_BOOK, asking());
    expect(taken).toBe(10);
    const retryAfterMs = takeCall(book, asking(), CALL).refused?.retryAfterMs ?? 0;
    expect(retryAfterMs).toBe(1_000);
    const early = asking({ nowMs: NOON_MS + retryAfterMs - 1 });
    expect(takeCall(book, early, CALL).refused?.because).toBe('pace');
    expect(takeCall(book, asking({ nowMs: NOON_MS + retryAfterMs }), CALL).refused).toBeNull();
  });

  it('keep their distance when the clock steps back', () => {
    const { book } = drain(EMPTY_BOOK, asking());
    const earlier = NOON_MS - 3_600_000;
    expect(takeCall(book, asking({ nowMs: earlier }), CALL).refused?.retryAfterMs).toBe(1_000);
  });

  it('leave a large page the room it waits for', () => {
    let book = EMPTY_BOOK;
    for (let second = 0; second < 6; second += 1) {
      ({ book } = drain(book, asking({ nowMs: NOON_MS + second * 1_000 })));
    }
    const later = asking({ nowMs: NOON_MS + 6_000 });
    const refused = holdCalls(book, later, { id: 'large', calls: 40 });
    expect(refused.refused?.because).toBe('pace');
    expect(takeCall(refused.book, later, CALL).refused?.because).toBe('pace');
    expect(takeCall(refused.book, { ...later, lane: 'visitor' }, CALL).refused).toBeNull();
    const room = asking({ nowMs: later.nowMs + (refused.refused?.retryAfterMs ?? 0) });
    expect(holdCalls(refused.book, room, { id: 'large', calls: 40 }).refused).toBeNull();
  });

  it('give the hold of a killed worker back soon, but not that of a page that goes on', () => {
    const { book } = holdCalls(EMPTY_BOOK, asking(), { id: 'page', calls: 44 });
    const both = holdCalls(book, asking(), { id: 'lost', calls: 44 });
    const own: OneCall = { policy: 'ten_secondly', holdId: 'page' };
    const goesOn = takeCall(both.book, asking({ nowMs: NOON_MS + 6_000 }), own);
    const later = asking({ nowMs: NOON_MS + 12_000 });
    expect(takeCall(goesOn.book, later, own).refused).toBeNull();
    expect(holdCalls(goesOn.book, later, { id: 'next', calls: 44 }).refused).toBeNull();
    expect(holdCalls(goesOn.book, later, { id: 'more', calls: 46 }).refused).not.toBeNull();
  });

  it('give the hold of a worker that is seen to be gone back at once', () => {
    const mine = asking({ workers: { own: 7, present: [7, 8] } });
    const { book } = holdCalls(EMPTY_BOOK, mine, { id: 'lost', calls: 60 });
    const next = { id: 'next', calls: 60 };
    const whileBothLive = asking({ workers: { own: 8, present: [7, 8] } });
    expect(holdCalls(book, whileBothLive, next).refused?.because).toBe('pace');
    const afterwards = asking({ workers: { own: 8, present: [8] } });
    expect(holdCalls(book, afterwards, next).refused).toBeNull();
  });

  it('let one page search at a time, until its searches are through', () => {
    const wanted = { calls: 7, searches: 5 };
    let { book } = holdCalls(EMPTY_BOOK, asking(), { id: 'one', ...wanted });
    const waits = holdCalls(book, asking(), { id: 'two', ...wanted }).refused;
    expect(waits).toEqual({ because: 'pace', retryAfterMs: 1_250 });
    expect(holdCalls(book, asking(), { id: 'list', calls: 2 }).refused).toBeNull();
    const own = { policy: 'search_secondly', holdId: 'one' } as const;
    for (let search = 0; search < 5; search += 1) {
      const taken = takeCall(book, asking({ nowMs: NOON_MS + search * 250 }), own);
      expect(taken.refused).toBeNull();
      book = taken.book;
    }
    const after = (ms: number) =>
      holdCalls(book, asking({ nowMs: NOON_MS + ms }), { id: 'two', ...wanted });
    expect(after(1_250).refused?.retryAfterMs).toBe(250);
    expect(after(1_500).refused).toBeNull();
  });

  it('let the next page search when one goes on to its other calls, or is killed', () => {
    const wanted = { calls: 7, searches: 5 };
    const { book } = holdCalls(EMPTY_BOOK, asking(), { id: 'one', ...wanted });
    const goesOn = takeCall(book, asking(), { policy: 'ten_secondly', holdId: 'one' });
    expect(holdCalls(goesOn.book, asking(), { id: 'two', ...wanted }).refused).toBeNull();
    const later = asking({ nowMs: NOON_MS + 3_000 });
    expect(holdCalls(book, later, { id: 'two', ...wanted }).refused).toBeNull();
  });

  it('give a hold back that nobody ended, within a minute', () => {
    const { book } = holdCalls(EMPTY_BOOK, asking(), { id: 'lost', calls: 44 });
    const second = holdCalls(book, asking(), { id: 'next', calls: 44 });
    expect(second.refused).toBeNull();
    expect(holdCalls(second.book, asking(), { id: 'third', calls: 1 }).refused).not.toBeNull();
    const later = asking({ nowMs: NOON_MS + 60_000 });
    expect(holdCalls(second.book, later, { id: 'third', calls: 44 }).refused).toBeNull();
  });
});

describe('searches', () => {
  it('are at most four a second, and count as calls', () => {
    const { book, taken } = drain(EMPTY_BOOK, asking(), SEARCH);
    expect(taken).toBe(4);
    expect(takeCall(book, asking(), SEARCH).refused?.retryAfterMs).toBe(1_000);
    expect(drain(book, asking()).taken).toBe(6);
  });

  it('wait for their second inside a held page, too', () => {
    const searched = drain(EMPTY_BOOK, asking(), SEARCH).book;
    const { book } = holdCalls(searched, asking(), { id: 'page', calls: 3 });
    const held = { policy: 'search_secondly', holdId: 'page' } as const;
    expect(takeCall(book, asking(), held).refused?.retryAfterMs).toBe(1_000);
    expect(takeCall(book, asking(), { ...CALL, holdId: 'page' }).refused).toBeNull();
  });
});

describe('what the CRM says', () => {
  const hear = (book: CallBook, result: Parameters<typeof hearAnswer>[2]['result']) =>
    hearAnswer(book, asking(), { policy: 'ten_secondly', result });
  const ok = { status: 200, retryAfterMs: null } as const;

  it('sets how much is used: four fifths of it', () => {
    const book = hear(EMPTY_BOOK, {
      ...ok,
      allowance: { calls: 190, perMs: 10_000, perDay: null },
    });
    const made = Array.from({ length: 200 }, (_, index) => NOON_MS + index * 50);
    let [current, taken] = [book, 0];
    for (const nowMs of made) {
      const step = takeCall(current, asking({ nowMs }), CALL);
      if (step.refused === null) [current, taken] = [step.book, taken + 1];
    }
    expect(taken).toBe(152);
  });

  it('is not believed where it cannot be meant', () => {
    for (const allowance of [
      { calls: 0, perMs: 10_000, perDay: null },
      { calls: 110, perMs: 1, perDay: null },
      { calls: 110, perMs: 10_000, perDay: 0 },
      null,
    ]) {
      expect(hear(EMPTY_BOOK, { ...ok, allowance }).learned).toBeNull();
    }
  });

  it('stops the limit that refused, and no other', () => {
    const refusedBy = 'search_secondly' as const;
    const book = hear(EMPTY_BOOK, { status: 429, retryAfterMs: 1_000, refusedBy });
    expect(takeCall(book, asking(), SEARCH).refused?.retryAfterMs).toBe(1_000);
    expect(takeCall(book, asking(), CALL).refused).toBeNull();
  });

  it('stops everything for the day until the account’s midnight', () => {
    const book = hear(EMPTY_BOOK, { status: 429, retryAfterMs: 3_600_000, refusedBy: 'daily' });
    expect(takeCall(book, asking({ lane: 'visitor' }), CALL).refused).toEqual({
      because: 'day',
      retryAfterMs: 12 * 3_600_000,
    });
    expect(takeCall(book, asking({ nowMs: MIDNIGHT_MS }), CALL).refused).toBeNull();
  });

  it('is kept longest where it said two things', () => {
    const long = hear(EMPTY_BOOK, { status: 429, retryAfterMs: 10_000 });
    const short = hear(long, { status: 429, retryAfterMs: 1_000 });
    expect(takeCall(short, asking(), CALL).refused?.retryAfterMs).toBe(10_000);
  });

  it('limits the day to four fifths of its own daily limit', () => {
    const allowance = { calls: 110, perMs: 10_000, perDay: 1_000 };
    const book = hear(EMPTY_BOOK, { ...ok, allowance });
    const used = (night: number) => asking({ today: { ...NOTHING, night } });
    expect(takeCall(book, used(719), CALL).refused).toBeNull();
    expect(takeCall(book, used(720), CALL).refused?.because).toBe('day');
  });
});

describe('a day', () => {
  it('never has more calls than the admin allows, and keeps a tenth for visitors', () => {
    const asks = fc.array(fc.constantFrom<Lane>('night', 'visitor'), { maxLength: 400 });
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 200 }), (lanes, dailyCalls) => {
        let [book, today, nowMs] = [EMPTY_BOOK, NOTHING, NOON_MS];
        for (const lane of lanes) {
          nowMs += 1_000;
          const step = takeCall(book, asking({ lane, today, nowMs, dailyCalls }), CALL);
          book = step.book;
          if (step.refused === null) today = { ...today, [lane]: today[lane] + 1 };
        }
        expect(today.night + today.visitor).toBeLessThanOrEqual(dailyCalls);
        expect(today.night).toBeLessThanOrEqual(dailyCalls * 0.9);
      }),
    );
  });

  it('takes a share of what other apps leave over, whatever they do meanwhile', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 });
    const share = fc.constantFrom(0.05, 0.2, 0.5, 1);
    fc.assert(
      fc.property(steps, share, fc.integer({ min: 0, max: 500 }), (othersUse, part, limit) => {
        let [book, today, nowMs, others] = [EMPTY_BOOK, NOTHING, NOON_MS, 0];
        for (const [index, more] of othersUse.entries()) {
          nowMs += 1_000;
          const ask = asking({ today, nowMs, share: part, lane: 'visitor' });
          const step = takeCall(book, ask, CALL);
          if (step.refused === null) {
            today = { ...today, visitor: today.visitor + 1 };
            // The first call is made before the CRM has counted once.
            if (index > 0)
              expect(today.visitor).toBeLessThanOrEqual(Math.floor(part * (limit - others)));
          }
          others += more;
          const day = { used: others + today.visitor, limit };
          const result = { status: 200, retryAfterMs: null, day };
          book = hearAnswer(step.book, { ...ask, today }, { policy: 'ten_secondly', result });
        }
      }),
    );
  });

  it('is a fifth of an org’s day that nobody else used, and no less for our own use', () => {
    const [limit, share] = [1_000, 0.2];
    const result = { status: 200, retryAfterMs: null, day: { used: 150, limit } };
    const today = { ...NOTHING, visitor: 150 };
    const book = hearAnswer(EMPTY_BOOK, asking({ today }), { policy: 'ten_secondly', result });
    const used = (visitor: number) =>
      asking({ share, lane: 'visitor', today: { ...NOTHING, visitor } });
    expect(takeCall(book, used(199), CALL).refused).toBeNull();
    expect(takeCall(book, used(200), CALL).refused?.because).toBe('day');
  });

  it('counts what is on hold as used, but lets a page that has begun end', () => {
    const ask = asking({ dailyCalls: 10 });
    const { book } = holdCalls(EMPTY_BOOK, ask, { id: 'page', calls: 9 });
    expect(takeCall(book, ask, CALL).refused).toMatchObject({ because: 'day' });
    expect(isDaySpent(book, ask)).toBe(true);
    expect(takeCall(book, ask, { ...CALL, holdId: 'page' }).refused).toBeNull();
    expect(isDaySpent(releaseHold(book, 'page'), ask)).toBe(false);
  });

  it('that is spent ends at the account’s midnight', () => {
    const today = { ...NOTHING, night: 90 };
    expect(takeCall(EMPTY_BOOK, asking({ today, dailyCalls: 100 }), CALL).refused).toEqual({
      because: 'day',
      retryAfterMs: 12 * 3_600_000,
    });
    const holding = holdCalls(EMPTY_BOOK, asking({ today, dailyCalls: 100 }), {
      id: 'p',
      calls: 2,
    });
    expect(holding.refused?.because).toBe('day');
  });
});
