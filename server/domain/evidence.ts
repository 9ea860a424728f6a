import type { Instant } from '../../shared/ids.ts';
import type { ActivityKind, Driver, Pole, Status } from '../../shared/vocabulary.ts';
import type { DealTie } from './activity.ts';

/** The longest quote that is ever stored, in UTF-16 code units of the source. */
export const QUOTE_LIMIT = 280;

/** One reading: exact words, who, when, where, which driver and pole. */
export interface Evidence {
  readonly id: string;
  readonly activityId: string;
  readonly activityKind: ActivityKind;
  readonly at: Instant;
  /** Whose need it is. Null when the buyer's side is certain but the person is not. */
  readonly personId: string | null;
  /** Set when our side wrote it down (`reported`): the card says "noted by Sam". */
  readonly notedBySellerId: string | null;
  readonly driver: Driver;
  readonly pole: Pole;
  readonly status: Status;
  /** 0 to 1: how plainly the words carry it. Never shown. */
  readonly strength: number;
  /** Exact slice `[start, end)` of the source text in the CRM. */
  readonly quote: string;
  /** The slice with entities and tags decoded and white space joined: what cards print. */
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  readonly tie: DealTie;
}
