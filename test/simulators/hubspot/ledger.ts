export type LedgerPolicy = 'ten_secondly' | 'search_secondly' | 'oauth';

/** What no call of ours may ever be. */
export type LedgerMark = 'undated_path' | 'foreign_client';

export interface LedgerEntry {
  /** On the clock that the rolling limits run on. */
  readonly atMs: number;
  readonly policy: LedgerPolicy;
  readonly method: string;
  readonly path: string;
  /** 0 when the caller got no answer. */
  readonly status: number;
  /** The account whose token came with the call. */
  readonly accountId: string | null;
  /** Not counted by HubSpot against any rolling limit (research/sync.md §2). */
  readonly exempt: boolean;
  readonly mark: LedgerMark | null;
  /** A fault of the run spoiled it: it says nothing about its caller. */
  readonly spoiled?: true;
}

export interface LedgerSummary {
  readonly calls: number;
  readonly byPolicy: Readonly<Record<LedgerPolicy, number>>;
  /** By the first digit: "2", "4", and "0" for no answer. */
  readonly byStatusClass: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly errorShare: number;
  /** Of all calls, the errors that no fault of the run made. */
  readonly ownErrorShare: number;
  readonly busiest: { readonly tenSeconds: number; readonly searchSecond: number };
  readonly foreignClients: number;
  readonly undatedPaths: number;
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

  /** The most calls of a policy that any rolling window of that length held, of one account or of all together. */
  busiest(policy: LedgerPolicy, windowMs: number, accountId?: string): number {
    const counted = this.entries.filter(
      (each) =>
        each.policy === policy &&
        !each.exempt &&
        (accountId === undefined || each.accountId === accountId),
    );
    const moments = counted.map((each) => each.atMs);
    let [most, start] = [0, 0];
    for (const [end, atMs] of moments.entries()) {
      while ((moments[start] ?? atMs) <= atMs - windowMs) start += 1;
      most = Math.max(most, end - start + 1);
    }
    return most;
  }

  /** How many answers had each status. */
  statuses(): Readonly<Record<string, number>> {
    return countBy(this.entries, ({ status }) => String(status));
  }

  /** Of all calls, those answered with 400 or more, or not at all. HubSpot certifies below .05 (research/hubspot.md §4.4). */
  errorShare(): number {
    return this.#shareOf(isError);
  }

  ownErrorShare(): number {
    return this.#shareOf((entry) => isError(entry) && entry.spoiled !== true);
  }

  #shareOf(isMeant: (entry: LedgerEntry) => boolean): number {
    return this.entries.length === 0
      ? 0
      : this.entries.filter(isMeant).length / this.entries.length;
  }

  marked(mark: LedgerMark): number {
    return this.entries.filter((entry) => entry.mark === mark).length;
  }

  get foreignClients(): number {
    return this.marked('foreign_client');
  }

  summary(): LedgerSummary {
    return {
      calls: this.entries.length,
      byPolicy: {
        ten_secondly: this.count('ten_secondly'),
        search_secondly: this.count('search_secondly'),
        oauth: this.count('oauth'),
      },
      byStatusClass: countBy(this.entries, ({ status }) => String(Math.floor(status / 100))),
      byStatus: this.statuses(),
      errorShare: this.errorShare(),
      ownErrorShare: this.ownErrorShare(),
      busiest: {
        tenSeconds: this.busiest('ten_secondly', 10_000),
        searchSecond: this.busiest('search_secondly', 1_000),
      },
      foreignClients: this.foreignClients,
      undatedPaths: this.marked('undated_path'),
    };
  }

  clear(): void {
    this.entries.length = 0;
  }
}

function isError({ status }: LedgerEntry): boolean {
  return status === 0 || status >= 400;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
