export type LedgerPolicy = 'ten_secondly' | 'search_secondly' | 'oauth';

export interface LedgerEntry {
  readonly atMs: number;
  readonly policy: LedgerPolicy;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Every call that reached the stand-in, so that a test can hold the engine to its budget. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  add(entry: LedgerEntry): void {
    this.entries.push(entry);
  }

  count(policy: LedgerPolicy): number {
    return this.entries.filter((entry) => entry.policy === policy).length;
  }

  /** The most calls of a policy that any rolling window of that length held. */
  busiest(policy: LedgerPolicy, windowMs: number): number {
    const moments = this.entries.filter((each) => each.policy === policy).map((each) => each.atMs);
    let [most, start] = [0, 0];
    for (const [end, atMs] of moments.entries()) {
      while ((moments[start] ?? atMs) <= atMs - windowMs) start += 1;
      most = Math.max(most, end - start + 1);
    }
    return most;
  }

  clear(): void {
    this.entries.length = 0;
  }
}
