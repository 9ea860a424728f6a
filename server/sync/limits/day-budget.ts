import type { CallAllowance } from '../../crm/port.ts';
import { shareOfDay } from './call-windows.ts';

/** Who a call is for. `visitor`: somebody waits for it, or the CRM just told of a change. */
export type Lane = 'night' | 'visitor';

/** What was called on one day of the account's own clock. */
export interface DayCount {
  readonly night: number;
  readonly visitor: number;
  /** Answers of 400 and more, which are also counted above. */
  readonly errors: number;
}

/** The admin's budget, and until when it counts: the account's next midnight. */
export interface DayBudget {
  readonly dailyCalls: number;
  /**
   * Of what the account's day would leave without us, for CRMs that count the calls of all apps together: others' use
   * makes our part smaller, our own does not. Null: the admin's number alone.
   */
  readonly share: number | null;
  readonly endsAtMs: number;
}

/** Kept of the daily calls for visitors; what they used of it is kept no longer. */
const KEPT_FOR_VISITORS = 0.1;

export interface DayUse {
  readonly lane: Lane;
  readonly budget: DayBudget;
  readonly today: DayCount;
  /** Calls set aside, of both lanes. */
  readonly held: number;
  readonly learned: CallAllowance | null;
  /** Calls that the account's day would have left without ours, as the CRM last counted; null: it has not said. */
  readonly free: number | null;
}

/** How many calls this lane may still make today; below 0 after the admin has lowered the budget. */
export function leftToday({ lane, budget, today, held, learned, free }: DayUse): number {
  const total = Math.min(budget.dailyCalls, shareOfDay(learned), ourPart(budget.share, free));
  const left = total - today.night - today.visitor - held;
  if (lane === 'visitor') return left;
  return left - Math.max(0, keptForVisitors(total) - today.visitor);
}

/** Until the CRM has counted once, nothing is known to be missing. */
function ourPart(share: number | null, free: number | null): number {
  return share === null || free === null ? Infinity : Math.floor(share * free);
}

/** Of so many calls a day. */
export function keptForVisitors(calls: number): number {
  return Math.ceil(calls * KEPT_FOR_VISITORS);
}
