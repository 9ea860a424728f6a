export interface LedgerEntry {
  readonly method: string;
  readonly path: string;
  /** 0 when the caller got no answer. */
  readonly status: number;
  /** Null: nobody's token came with it, as with calls for tokens. */
  readonly orgId: string | null;
  readonly kind: 'oauth' | 'rest' | 'bulk';
  /** A fault of the run spoiled it: it says nothing about its caller. */
  readonly spoiled?: true;
}

export interface LedgerSummary {
  readonly calls: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly errorShare: number;
  /** Of all calls, the errors that no fault of the run made. */
  readonly ownErrorShare: number;
}

/** Every call that reached the stand-in, so that a test can hold the engine to its budget. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  add(entry: LedgerEntry): void {
    this.entries.push(entry);
  }

  /** What counts against an org's allowance: not the calls for tokens. */
  count(kinds: readonly LedgerEntry['kind'][] = ['rest', 'bulk']): number {
    return this.entries.filter(({ kind }) => kinds.includes(kind)).length;
  }

  summary(): LedgerSummary {
    const errors = this.entries.filter(({ status }) => status === 0 || status >= 400);
    const shareOf = (some: readonly LedgerEntry[]) =>
      some.length / Math.max(1, this.entries.length);
    const groups = Map.groupBy(this.entries, ({ status }) => String(status));
    return {
      calls: this.count(),
      byStatus: Object.fromEntries([...groups].map(([status, all]) => [status, all.length])),
      errorShare: shareOf(errors),
      ownErrorShare: shareOf(errors.filter(({ spoiled }) => spoiled !== true)),
    };
  }

  clear(): void {
    this.entries.length = 0;
  }
}

export function kindOf(path: string): LedgerEntry['kind'] {
  if (path.startsWith('/services/oauth2/') || path.startsWith('/id/')) return 'oauth';
  return path.includes('/jobs/') ? 'bulk' : 'rest';
}
