import type { LedgerEntry } from '../../test/simulators/hubspot/ledger.ts';

/** Four fifths of what HubSpot's headers allow, searches among them. */
const TEN_SECONDS = { ms: 10_000, calls: 88 } as const;
const SEARCH_SECOND = { ms: 1_000, calls: 5 } as const;

export interface Windows {
  /** Rolling windows, one ending at each call, that held more than they may. */
  readonly over: number;
  readonly busiestTenSeconds: number;
  readonly busiestSearchSecond: number;
}

/** Every call counts, also those that HubSpot itself does not count. */
export function countWindows(ledger: readonly LedgerEntry[]): Windows {
  const calls = ledger.filter(({ policy }) => policy !== 'oauth');
  const searches = calls.filter(({ policy }) => policy === 'search_secondly');
  const inTen = sizesOf(calls, TEN_SECONDS.ms);
  const inOne = sizesOf(searches, SEARCH_SECOND.ms);
  const over = [
    ...inTen.filter((size) => size > TEN_SECONDS.calls),
    ...inOne.filter((size) => size > SEARCH_SECOND.calls),
  ];
  return {
    over: over.length,
    busiestTenSeconds: inTen.reduce((most, size) => Math.max(most, size), 0),
    busiestSearchSecond: inOne.reduce((most, size) => Math.max(most, size), 0),
  };
}

/** For each call, how many lie in the window that ends with it. */
function sizesOf(calls: readonly LedgerEntry[], windowMs: number): readonly number[] {
  const moments = calls.map(({ atMs }) => atMs).toSorted((a, b) => a - b);
  let start = 0;
  return moments.map((atMs, index) => {
    while ((moments[start] ?? atMs) <= atMs - windowMs) start += 1;
    return index - start + 1;
  });
}
