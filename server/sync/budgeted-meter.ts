import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { CallAllowance, CallMeter, CallPolicy, CallResult } from '../crm/port.ts';
import { accountDay, type AccountDay } from './limits/account-day.ts';
import {
  EMPTY_BOOK,
  hearAnswer,
  holdCalls,
  isDaySpent,
  releaseHold,
  takeCall,
  type CallAsk,
  type CallBook,
  type Refusal,
  type Taken,
  type WantedCalls,
} from './limits/call-book.ts';
import type { DayCount, Lane } from './limits/day-budget.ts';

/** What the meter needs of the store. Implemented by store/budget-store.ts. */
export interface CallLedger {
  /**
   * Changes a tenant's book, one change at a time on all machines; null: there is none yet. `nowMs` is the database's own
   * clock. A book that comes back as it was is not written.
   */
  change<T>(tenantId: TenantId, day: string, change: BookChange<T>): Promise<T>;
}

export type BookChange<T> = (
  book: CallBook | null,
  moment: Pick<CallAsk, 'nowMs' | 'today' | 'workers'>,
) => {
  readonly book: CallBook;
  /** Added to the day's counts. */
  readonly counted: Partial<DayCount>;
  readonly result: T;
};

/** What an account allows itself. */
export interface AccountAllowance {
  readonly dailyCalls: number;
  readonly timeZone: string;
}

export interface MeterOptions {
  readonly ledger: CallLedger;
  readonly lane: Lane;
  readonly allowance: () => Promise<AccountAllowance>;
  readonly clock: () => Date;
  readonly report: (error: unknown) => void;
}

/**
 * Writes each call down in Postgres before it is made, so that all workers on all machines share one tenant's limits.
 * Lives as long as one piece of work. What is set aside for a page is drawn on by the calls of that page only, also
 * when another one is fetched meanwhile.
 */
export function createBudgetedMeter(tenantId: TenantId, options: MeterOptions): CallMeter {
  const desk = openDesk(tenantId, options);
  const pursesHere = new AsyncLocalStorage<readonly Purse[]>();
  const purses = () => pursesHere.getStore() ?? [];
  return {
    async take(policy) {
      const purse = purses().findLast(({ left }) => left > 0);
      if (purse === undefined) return desk.take(policy, null);
      // Before it is granted: calls of one page may be made side by side.
      purse.left -= 1;
      try {
        await desk.take(policy, purse.id);
      } catch (error) {
        purse.left += 1;
        throw error;
      }
    },
    seen(policy, result) {
      desk.hear(policy, result).catch(options.report);
    },
    async reserve(calls, work, searches = 0) {
      // What was set aside for the whole serves its parts.
      if (calls <= 1 || purses().some(({ left }) => left >= calls)) return work();
      const purse: Purse = { id: randomUUID(), left: calls };
      await desk.hold({ id: purse.id, calls, searches });
      try {
        return await pursesHere.run([...purses(), purse], work);
      } finally {
        if (purse.left > 0) await desk.release(purse.id).catch(options.report);
      }
    },
  };
}

interface Purse {
  readonly id: string;
  left: number;
}

/** The book's steps, each one transaction. */
function openDesk(tenantId: TenantId, options: MeterOptions) {
  const { ledger, lane } = options;
  const today = rememberDay(options);
  let learned: CallAllowance | null = null;

  async function ask(step: (book: CallBook, ask: CallAsk) => Taken, calls: 0 | 1): Promise<void> {
    const { day, budget } = await today();
    const refused = await ledger.change(tenantId, day, (before, moment) => {
      const { book, refused: result } = step(before ?? EMPTY_BOOK, { lane, budget, ...moment });
      learned = book.learned;
      return { book, counted: result === null ? { [lane]: calls } : {}, result };
    });
    if (refused !== null) throw toError(tenantId, refused);
  }

  async function note(change: (book: CallBook, nowMs: number) => CallBook, errors: 0 | 1) {
    const { day } = await today();
    const counted = { errors };
    await ledger.change(tenantId, day, (book, { nowMs }) => {
      return { book: change(book ?? EMPTY_BOOK, nowMs), counted, result: undefined };
    });
  }

  return {
    take: (policy: CallPolicy, holdId: string | null) =>
      ask((book, each) => takeCall(book, each, { policy, holdId }), 1),
    hold: (wanted: WantedCalls) => ask((book, each) => holdCalls(book, each, wanted), 0),
    release: (id: string) => note((book) => releaseHold(book, id), 0),
    async hear(policy: CallPolicy, result: CallResult): Promise<void> {
      if (!isNews(result, learned)) return;
      const { budget } = await today();
      const errors = result.status >= 400 ? 1 : 0;
      await note((book, nowMs) => hearAnswer(book, { budget, nowMs }, { policy, result }), errors);
    },
  };
}

/** Whether the night may make no more calls today. Asks nobody. */
export async function isBudgetSpent(
  tenantId: TenantId,
  options: Pick<MeterOptions, 'ledger' | 'allowance' | 'clock'>,
): Promise<boolean> {
  const { day, budget } = await rememberDay(options)();
  return options.ledger.change(tenantId, day, (before, moment) => {
    const book = before ?? EMPTY_BOOK;
    return { book, counted: {}, result: isDaySpent(book, { lane: 'night', budget, ...moment }) };
  });
}

function rememberDay({ allowance, clock }: Pick<MeterOptions, 'allowance' | 'clock'>) {
  let known: (AccountDay & AccountAllowance) | null = null;
  return async () => {
    const now = clock().toISOString();
    if (known === null || now >= known.endsAt) {
      const own = await allowance();
      known = { ...own, ...accountDay(now, own.timeZone) };
    }
    const { day, dailyCalls, endsAt } = known;
    return { day, budget: { dailyCalls, endsAtMs: Date.parse(endsAt) } };
  };
}

/** Nearly every answer repeats the limits that the book knows already. */
function isNews({ status, retryAfterMs, allowance }: CallResult, known: CallAllowance | null) {
  const isNew =
    allowance != null &&
    (allowance.calls !== known?.calls ||
      allowance.perMs !== known.perMs ||
      allowance.perDay !== known.perDay);
  return status >= 400 || retryAfterMs !== null || isNew;
}

function toError(tenantId: TenantId, { because, retryAfterMs }: Refusal): AppError {
  if (because === 'pace') {
    return new AppError(
      'crm_rate_limited',
      `Tenant ${tenantId} may make no CRM call for another ${retryAfterMs} ms; the work goes on by itself then.`,
      { recovery: 'wait', retryAfterMs },
    );
  }
  return new AppError(
    'crm_budget_spent',
    `Today's CRM calls of tenant ${tenantId} are used; the work goes on by itself after the account's midnight.`,
    { recovery: 'wait', retryAfterMs },
  );
}
