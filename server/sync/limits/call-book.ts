import type { CallAllowance, CallPolicy, CallResult, DayUse } from '../../crm/port.ts';
import { freeInMs, isSensible, lawOf, lawsOf, paceOf } from './call-windows.ts';
import { leftToday, type DayBudget, type DayCount, type Lane } from './day-budget.ts';

/** One tenant's calls as far back as any limit looks. Lives in Postgres, so that all workers share it. */
export interface CallBook {
  /** Moments of the calls that were made, in epoch milliseconds, ascending. */
  readonly made: Readonly<Record<CallPolicy, readonly number[]>>;
  /** Calls set aside for pages that are being read. */
  readonly holds: readonly Hold[];
  /** Room that a page of several calls waits for: single calls of the night leave it free. */
  readonly claim: { readonly calls: number; readonly untilMs: number } | null;
  /** Limits that refused us, and until when nobody asks again. */
  readonly blockedUntilMs: Readonly<Partial<Record<CallPolicy | 'daily', number>>>;
  /** What the CRM's headers said of its limits. */
  readonly learned: CallAllowance | null;
  /** Calls that the account's day would have left without ours; absent: the CRM does not say. */
  readonly free?: number;
}

interface Hold {
  readonly id: string;
  readonly calls: number;
  /** A worker that was killed gives nothing back: its hold ends with it, or here where nobody can tell. */
  readonly untilMs: number;
  readonly worker: number | null;
  /** Searches that the page still begins with. While there are some, no other page begins to search. */
  readonly searching?: { readonly left: number; readonly untilMs: number };
}

export const EMPTY_BOOK: CallBook = {
  made: { ten_secondly: [], search_secondly: [] },
  holds: [],
  claim: null,
  blockedUntilMs: {},
  learned: null,
};

export interface CallAsk {
  readonly lane: Lane;
  readonly budget: DayBudget;
  readonly today: DayCount;
  readonly nowMs: number;
  /** Who asks, and who lives; null: one of whom that cannot be told. */
  readonly workers: { readonly own: number | null; readonly present: readonly number[] };
}

/** `day`: nothing is left of today's calls; `pace`: of those of this moment. */
export interface Refusal {
  readonly because: 'pace' | 'day';
  readonly retryAfterMs: number;
}

export interface Taken {
  readonly book: CallBook;
  readonly refused: Refusal | null;
}

/** Between two calls of a page. What a machine that died without a word held is missing for as long. */
const HOLD_MS = 10_000;
/** Longer than a search usually takes; one that takes longer, or was killed, loses only its being alone. */
const SEARCH_MS = 3_000;

export interface OneCall {
  readonly policy: CallPolicy;
  /** The hold to draw on; one that has ended counts as none. */
  readonly holdId: string | null;
}

/** One call, now; written down when it is granted. */
export function takeCall(before: CallBook, ask: CallAsk, { policy, holdId }: OneCall): Taken {
  const book = tidy(before, ask);
  const hold = book.holds.find(({ id }) => id === holdId);
  const refused =
    hold === undefined
      ? (daySpent(book, ask, 1) ?? noRoom(book, ask, { policy, calls: 1 }))
      : (daySpent(book, ask, 0) ?? stopped(book, policy, ask.nowMs));
  if (refused !== null) return { book: before, refused };
  return {
    book: writeDown(spend(book, hold, { policy, nowMs: ask.nowMs }), policy, ask.nowMs),
    refused: null,
  };
}

export interface WantedCalls {
  readonly id: string;
  readonly calls: number;
  /** So many of them are searches, which come first. */
  readonly searches?: number;
}

/**
 * Room for a whole page, all or none, so that nobody waits while holding some. A page that finds none lays claim to what
 * comes free; one of more calls than there are at all gets these, and asks for the others one by one. Pages search one
 * after another: side by side they would cut each other short, and short pages cost as many other calls as long ones.
 */
export function holdCalls(before: CallBook, ask: CallAsk, wanted: WantedCalls): Taken {
  const book = tidy(before, ask);
  const law = lawOf('ten_secondly', book.learned);
  const calls = Math.min(wanted.calls, law.calls);
  const spent = daySpent(book, ask, calls) ?? notItsTurn(book, wanted, ask.nowMs);
  if (spent !== null) return { book: before, refused: spent };
  const refused = noRoom({ ...book, claim: null }, ask, { policy: 'ten_secondly', calls });
  if (refused !== null) {
    const claim = book.claim ?? { calls, untilMs: ask.nowMs + law.perMs };
    return { book: { ...book, claim }, refused };
  }
  const claim = book.claim !== null && book.claim.calls > calls ? book.claim : null;
  const hold = toHold({ ...wanted, calls }, ask);
  return { book: { ...book, claim, holds: [...book.holds, hold] }, refused: null };
}

function toHold({ id, calls, searches = 0 }: WantedCalls, { nowMs, workers }: CallAsk): Hold {
  const hold = { id, calls, untilMs: nowMs + HOLD_MS, worker: workers.own };
  if (searches === 0) return hold;
  return { ...hold, searching: { left: searches, untilMs: nowMs + SEARCH_MS } };
}

/**
 * A page that begins to search waits until no other one does, and until two searches fit into the second: with room for
 * one only, those of the page before would stop it at its next.
 */
function notItsTurn(
  { holds, made, learned }: CallBook,
  { searches = 0 }: WantedCalls,
  nowMs: number,
): Refusal | null {
  if (searches === 0) return null;
  const law = lawOf('search_secondly', learned);
  const left = holds.reduce((sum, { searching }) => sum + (searching?.left ?? 0), 0);
  const forOthers = (left * law.perMs) / law.calls;
  const forTwo = freeInMs(law, { made: made.search_secondly, held: 0, calls: 2, nowMs });
  return refusal(Math.max(forOthers, forTwo));
}

export function releaseHold(book: CallBook, holdId: string): CallBook {
  return { ...book, holds: book.holds.filter(({ id }) => id !== holdId) };
}

/** What an answer says of the limits: how much there is, or that one of them refused us. */
export function hearAnswer(
  book: CallBook,
  { budget, nowMs, today }: Pick<CallAsk, 'budget' | 'nowMs' | 'today'>,
  { policy, result }: { readonly policy: CallPolicy; readonly result: CallResult },
): CallBook {
  const learned = isSensible(result.allowance) ? result.allowance : book.learned;
  const heard = { ...book, learned, ...freeOf(result.day, today) };
  if (result.retryAfterMs === null) return heard;
  const limit = result.refusedBy ?? policy;
  const untilMs = limit === 'daily' ? budget.endsAtMs : nowMs + result.retryAfterMs;
  const longest = Math.max(book.blockedUntilMs[limit] ?? 0, untilMs);
  return { ...heard, blockedUntilMs: { ...book.blockedUntilMs, [limit]: longest } };
}

/** The CRM counts our own calls, too. */
export function freeOf(
  day: DayUse | null | undefined,
  { night, visitor }: Pick<DayCount, 'night' | 'visitor'>,
): { readonly free?: number } {
  return day == null ? {} : { free: Math.max(0, day.limit - day.used + night + visitor) };
}

/** Whether the night may make no more calls today. */
export function isDaySpent(book: CallBook, ask: CallAsk): boolean {
  return daySpent(tidy(book, ask), ask, 1) !== null;
}

/** `calls` beyond those on hold; 0: a page that has begun may end, unless the CRM itself refuses. */
function daySpent(book: CallBook, ask: CallAsk, calls: number): Refusal | null {
  const { budget, nowMs } = ask;
  const blockedMs = (book.blockedUntilMs.daily ?? 0) - nowMs;
  if (blockedMs > 0) return { because: 'day', retryAfterMs: blockedMs };
  const { learned, free = null } = book;
  const left = leftToday({ ...ask, held: heldBy(book), learned, free });
  if (calls === 0 || calls <= left) return null;
  return { because: 'day', retryAfterMs: Math.max(1, budget.endsAtMs - nowMs) };
}

function noRoom(
  book: CallBook,
  { lane, nowMs }: CallAsk,
  { policy, calls }: { readonly policy: CallPolicy; readonly calls: number },
): Refusal | null {
  const law = lawOf('ten_secondly', book.learned);
  const made = book.made.ten_secondly;
  const claimed = lane === 'night' ? (book.claim?.calls ?? 0) : 0;
  const forLaw = freeInMs(law, { made, held: heldBy(book) + claimed, calls, nowMs });
  // Work that has begun and needs more calls must not be sent away for the pace's sake: it would begin again for ever.
  const forPace = calls > 1 ? 0 : freeInMs(paceOf(law), { made, held: 0, calls, nowMs });
  const refused = stopped(book, policy, nowMs);
  return refusal(Math.max(forLaw, forPace, refused?.retryAfterMs ?? 0));
}

/** A limit has refused us, or the searches of this second are used: a hold is of calls in general and helps with neither. */
function stopped(book: CallBook, policy: CallPolicy, nowMs: number): Refusal | null {
  const blockedMs = lawsOf(policy).map((each) => (book.blockedUntilMs[each] ?? 0) - nowMs);
  const made = book.made.search_secondly;
  const forSearch =
    policy === 'search_secondly'
      ? freeInMs(lawOf(policy, book.learned), { made, held: 0, calls: 1, nowMs })
      : 0;
  return refusal(Math.max(...blockedMs, forSearch));
}

function refusal(waitMs: number): Refusal | null {
  return waitMs <= 0 ? null : { because: 'pace', retryAfterMs: Math.max(1, Math.ceil(waitMs)) };
}

function spend(
  book: CallBook,
  hold: Hold | undefined,
  { policy, nowMs }: { readonly policy: CallPolicy; readonly nowMs: number },
): CallBook {
  if (hold === undefined) return book;
  const { searching, ...rest } = hold;
  // The searches come first: after any other call there are none to come.
  const left = policy === 'search_secondly' ? (searching?.left ?? 0) - 1 : 0;
  const spent = {
    ...{ ...rest, calls: hold.calls - 1, untilMs: nowMs + HOLD_MS },
    ...(left > 0 && { searching: { left, untilMs: nowMs + SEARCH_MS } }),
  };
  const holds = book.holds.map((each) => (each === hold ? spent : each));
  return { ...book, holds: holds.filter(({ calls }) => calls > 0) };
}

function writeDown(book: CallBook, policy: CallPolicy, nowMs: number): CallBook {
  const laws = lawsOf(policy);
  const after = (each: CallPolicy) =>
    laws.includes(each) ? [...book.made[each], nowMs] : book.made[each];
  const made = {
    ten_secondly: after('ten_secondly'),
    search_secondly: after('search_secondly'),
  };
  return { ...book, made };
}

/** Without what no limit looks at any more. After a clock stepped back, calls of its future count as of now. */
function tidy(book: CallBook, { nowMs, workers }: CallAsk): CallBook {
  const recent = (policy: CallPolicy) =>
    book.made[policy]
      .map((at) => Math.min(at, nowMs))
      .filter((at) => at > nowMs - lawOf(policy, book.learned).perMs);
  return {
    ...book,
    made: { ten_secondly: recent('ten_secondly'), search_secondly: recent('search_secondly') },
    holds: book.holds
      .filter(({ untilMs, worker }) => untilMs > nowMs && lives(worker, workers.present))
      .map(({ searching, ...hold }) =>
        searching !== undefined && searching.untilMs > nowMs ? { ...hold, searching } : hold,
      ),
    claim: book.claim !== null && book.claim.untilMs > nowMs ? book.claim : null,
  };
}

/** A hold of an older release names no worker. */
function lives(worker: Hold['worker'] | undefined, present: readonly number[]): boolean {
  return worker == null || present.includes(worker);
}

function heldBy({ holds }: CallBook): number {
  return holds.reduce((sum, { calls }) => sum + calls, 0);
}
