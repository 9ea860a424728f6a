import type { Instant } from '../../../shared/ids.ts';
import type { RecordKind } from '../../crm/records.ts';

/** What the store counts of one account, for its admins. Implemented by store/health/sync-figures.ts. */
export interface SyncFigures {
  /** Records that we hold, by kind; a kind that is absent has none. */
  readonly held: ReadonlyMap<RecordKind, number>;
  /** Records that were skipped, by kind and reason. */
  readonly skipped: readonly Skipped[];
  /** What the last night says of whole kinds: switched off, or not permitted. */
  readonly notes: readonly { readonly kind: RecordKind; readonly reason: string }[];
  readonly receipts: readonly DatedReceipt[];
  /** As far as they were read. */
  readonly pipelines: readonly CountedPipeline[];
  /** First loads: one of each kind, and whether its end was reached. */
  readonly backfills: readonly Backfill[];
  readonly waiting: number;
  readonly oldestWaitingSince: Instant | null;
  /** Cards with something to say. */
  readonly insightCards: number;
  readonly firstCardOpenedAt: Instant | null;
  /** When a person last changed the settings; null: nobody has. */
  readonly decidedAt: Instant | null;
}

export interface Skipped {
  readonly kind: RecordKind;
  readonly reason: string;
  readonly count: number;
}

export interface DatedReceipt {
  readonly kind: string;
  readonly recordId: string | null;
  readonly reason: string;
  readonly at: Instant;
}

export interface CountedPipeline {
  readonly id: string;
  readonly label: string;
  /** Null before the account's deals were read. */
  readonly openDeals: number | null;
}

export interface Backfill {
  readonly kind: RecordKind;
  readonly startedAt: Instant;
  readonly done: boolean;
}
