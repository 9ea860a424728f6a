import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { CallAllowance, CallMeter, CallPolicy, CallResult } from '../crm/port.ts';
import { accountDay, type AccountDay } from './limits/account-day.ts';
import {
  EMPTY_BOOK,
  freeOf,
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
  /** Of what the account's day leaves over; null: the admin's number alone. */
  readonly share: number | null;
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
  let known: Known = { learned: null, free: null, today: { night: 0, visitor: 0 } };

  async function ask(step: (book: CallBook, ask: CallAsk) => Taken, calls: 0 | 1): Promise<void> {
    const { day, budget } = await today();
    const refused = await ledger.change(tenantId, day, (before, moment) => {
      const { book, refused: result } = step(before ?? EMPTY_BOOK, { lane, budget, ...moment });
      known = { learned: book.learned, free: book.free ?? null, today: moment.today };
      return { book, counted: result === null ? { [lane]: calls } : {}, result };
    });
    if (refused !== null) throw toError(tenantId, refused);
  }

  async function note(change: (book: CallBook, moment: Moment) => CallBook, errors: 0 | 1) {
    const { day } = await today();
    const counted = { errors };
    await ledger.change(tenantId, day, (book, moment) => {
      return { book: change(book ?? EMPTY_BOOK, moment), counted, result: undefined };
    });
  }

  return {
    take: (policy: CallPolicy, holdId: string | null) =>
      ask((book, each) => takeCall(book, each, { policy, holdId }), 1),
    hold: (wanted: WantedCalls) => ask((book, each) => holdCalls(book, each, wanted), 0),
    release: (id: string) => note((book) => releaseHold(book, id), 0),
    async hear(policy: CallPolicy, result: CallResult): Promise<void> {
      if (!isNews(result, known)) return;
      const { budget } = await today();
      const errors = result.status >= 400 ? 1 : 0;
      const heard = { policy, result };
      await note((book, moment) => hearAnswer(book, { budget, ...moment }, heard), errors);
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
    const { day, dailyCalls, share, endsAt } = known;
    return { day, budget: { dailyCalls, share, endsAtMs: Date.parse(endsAt) } };
  };
}

type Moment = Parameters<BookChange<unknown>>[1];

/** What the book said when a call was last granted. */
interface Known {
  readonly learned: CallAllowance | null;
  readonly free: number | null;
  readonly today: Pick<DayCount, 'night' | 'visitor'>;
}

/** Nearly every answer repeats what the book knows already. */
function isNews({ status, retryAfterMs, allowance, day }: CallResult, known: Known): boolean {
  if (status >= 400 || retryAfterMs !== null) return true;
  return isNewAllowance(allowance, known.learned) || isOthersUse(freeOf(day, known.today), known);
}

function isNewAllowance(allowance: CallResult['allowance'], known: CallAllowance | null): boolean {
  return (
    allowance != null &&
    (allowance.calls !== known?.calls ||
      allowance.perMs !== known.perMs ||
      allowance.perDay !== known.perDay)
  );
}

/** Of the account's free calls; a smaller change is not worth writing down. */
const WORTH_NOTING = 0.01;

function isOthersUse({ free }: { readonly free?: number }, known: Known): boolean {
  if (free === undefined) return false;
  return known.free === null || Math.abs(free - known.free) > WORTH_NOTING * known.free;
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
