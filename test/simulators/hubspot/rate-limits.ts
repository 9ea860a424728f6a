import type { LedgerPolicy } from './ledger.ts';

/** A marketplace app's limits per installed account (research/hubspot.md §4.4; the header was recorded, sync §2). */
export interface Limits {
  readonly tenSecondly: number;
  readonly searchSecondly: number;
  /** Calls of any kind until the account's midnight. None is shown to marketplace apps, but an account may have one. */
  readonly daily?: number;
}

export const HUBSPOT_LIMITS: Limits = { tenSecondly: 110, searchSecondly: 5 };
export const NO_LIMITS: Limits = { tenSecondly: Infinity, searchSecondly: Infinity };

const WINDOWS_MS = { ten_secondly: 10_000, search_secondly: 1_000 } as const;

export type RollingPolicy = Exclude<LedgerPolicy, 'oauth'>;

/** Rolling windows over the calls that were let through; a refused call does not count (assumed). */
export class RateLimits {
  readonly #limits: Limits;
  readonly #passed = { ten_secondly: [] as number[], search_secondly: [] as number[] };
  #daily: number;
  #today = { day: '', calls: 0 };

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#daily = limits.daily ?? Infinity;
  }

  setDaily(calls: number): void {
    this.#daily = calls;
  }

  /** Search and lists draw on the same day (research/hubspot.md §4.4). */
  takeDaily(day: string): boolean {
    if (this.#today.day !== day) this.#today = { day, calls: 0 };
    if (this.#today.calls >= this.#daily) return false;
    this.#today.calls += 1;
    return true;
  }

  /** How many calls remain after this one; -1 when this one is refused. */
  take(policy: RollingPolicy, nowMs: number): number {
    const max = this.max(policy);
    if (max === Infinity) return Infinity;
    const passed = this.#passed[policy];
    while ((passed[0] ?? nowMs) <= nowMs - WINDOWS_MS[policy]) passed.shift();
    if (passed.length >= max) return -1;
    passed.push(nowMs);
    return max - passed.length;
  }

  max(policy: RollingPolicy): number {
    return policy === 'ten_secondly' ? this.#limits.tenSecondly : this.#limits.searchSecondly;
  }
}
