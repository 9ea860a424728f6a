import type { CallAllowance, CallPolicy } from '../../crm/port.ts';

/** At most so many calls in any stretch of `perMs`. */
export interface CallWindow {
  readonly calls: number;
  readonly perMs: number;
}

/** A marketplace app's limit per installed account (recorded header, research/sync.md §5); headers replace it. */
const USUAL: CallAllowance = { calls: 110, perMs: 10_000, perDay: null };
/** Of what the CRM allows. */
const SHARE = 0.8;
/** Calls bunch on their way to the CRM: some arrive later than they were granted. Counted over so much more, none is over. */
const WAY_MS = 200;
/** Of five a second, which the account's other apps share; search answers carry no headers (research/hubspot.md §4.2). */
const SEARCHES: CallWindow = { calls: 4, perMs: 1_000 };

/**
 * The law, as a sliding log and not a bucket: it is the CRM's own rule, so the whole allowance can be used, where a
 * bucket must keep capacity + 10 s × rate within it. A worker that wakes up late by d costs d in ten seconds; a bucket
 * small enough to lose nothing would overflow meanwhile.
 */
export function lawOf(policy: CallPolicy, learned: CallAllowance | null): CallWindow {
  if (policy === 'search_secondly') return SEARCHES;
  const { calls, perMs } = learned ?? USUAL;
  return { calls: Math.max(1, Math.floor(calls * SHARE)), perMs: perMs + WAY_MS };
}

/**
 * Ten a second rather than all at once: the law's pauses become short (1.2 s instead of up to ten), so that a card that
 * is opened in the middle of a first load need not be turned away. A little above the law's own pace; it costs nothing.
 */
export function paceOf({ calls, perMs }: CallWindow): CallWindow {
  return { calls: Math.ceil(calls * 0.11), perMs: (perMs - WAY_MS) * 0.1 };
}

/** A search counts as a call, too: HubSpot's documents do not say that it does not. */
export function lawsOf(policy: CallPolicy): readonly CallPolicy[] {
  return policy === 'search_secondly' ? ['search_secondly', 'ten_secondly'] : ['ten_secondly'];
}

/** The part of the CRM's own daily limit that is ours, where it has one. */
export function shareOfDay(learned: CallAllowance | null): number {
  return learned?.perDay == null ? Infinity : Math.floor(learned.perDay * SHARE);
}

/** Headers that cannot be meant would stop us, or let us run wild. */
export function isSensible(
  allowance: CallAllowance | null | undefined,
): allowance is CallAllowance {
  if (!allowance) return false;
  const { calls, perMs, perDay } = allowance;
  return calls >= 1 && perMs >= 1_000 && perMs <= 60_000 && (perDay === null || perDay >= 1);
}

export interface Room {
  /** Ascending, in epoch milliseconds. */
  readonly made: readonly number[];
  /** Set aside, not yet made. */
  readonly held: number;
  readonly calls: number;
  readonly nowMs: number;
}

/** While all room is held by pages that are being read, nobody knows when they end; it is soon. */
const HELD_RETRY_MS = 250;

/** Milliseconds until `calls` more fit into the window; 0: now. */
export function freeInMs(window: CallWindow, { made, held, calls, nowMs }: Room): number {
  const inside = made.filter((at) => at > nowMs - window.perMs);
  const tooMany = inside.length + held + calls - window.calls;
  if (tooMany <= 0) return 0;
  const last = inside[tooMany - 1];
  return last === undefined ? HELD_RETRY_MS : last + window.perMs - nowMs;
}
