export interface LedgerEntry {
  readonly method: string;
  readonly path: string;
  /** 0 when the caller got no answer. */
  readonly status: number;
  /** Null: nobody's token came with it, as with calls for tokens. */
  readonly orgId: string | null;
  readonly kind: 'oauth' | 'rest' | 'bulk';
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

  clear(): void {
    this.entries.length = 0;
  }
}

export function kindOf(path: string): LedgerEntry['kind'] {
  if (path.startsWith('/services/oauth2/') || path.startsWith('/id/')) return 'oauth';
  return path.includes('/jobs/') ? 'bulk' : 'rest';
}
