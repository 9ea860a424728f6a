import type { LedgerPolicy } from './ledger.ts';

/** A marketplace app's limits per installed account (research/hubspot.md §4.4; the header was recorded, sync §2). */
export interface Limits {
  readonly tenSecondly: number;
  readonly searchSecondly: number;
}

export const HUBSPOT_LIMITS: Limits = { tenSecondly: 110, searchSecondly: 5 };
export const NO_LIMITS: Limits = { tenSecondly: Infinity, searchSecondly: Infinity };

const WINDOWS_MS = { ten_secondly: 10_000, search_secondly: 1_000 } as const;

/** Rolling windows over the calls that were let through; a refused call does not count. */
export class RateLimits {
  readonly #limits: Limits;
  readonly #passed = { ten_secondly: [] as number[], search_secondly: [] as number[] };

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** How many calls remain after this one; -1 when this one is refused. */
  take(policy: Exclude<LedgerPolicy, 'oauth'>, nowMs: number): number {
    const passed = this.#passed[policy];
    while ((passed[0] ?? nowMs) <= nowMs - WINDOWS_MS[policy]) passed.shift();
    const max = this.max(policy);
    if (passed.length >= max) return -1;
    passed.push(nowMs);
    return max - passed.length;
  }

  max(policy: Exclude<LedgerPolicy, 'oauth'>): number {
    return policy === 'ten_secondly' ? this.#limits.tenSecondly : this.#limits.searchSecondly;
  }
}
