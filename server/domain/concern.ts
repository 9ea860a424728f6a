import type { Instant } from '../../shared/ids.ts';
import type { Driver } from '../../shared/vocabulary.ts';
import type { Evidence } from './evidence.ts';

export type ConcernState = 'open' | 'answered' | 'withdrawn';

/** Something the buyer raised. Its age counts from the first time it was raised. */
export interface Concern {
  readonly id: string;
  readonly personId: string;
  readonly driver: Driver;
  readonly state: ConcernState;
  readonly raisedAt: Instant;
  /** Oldest first: each time it was raised. */
  readonly raised: readonly Evidence[];
  /** The buyer's words that settled it; null while open. */
  readonly settledBy: Evidence | null;
}
