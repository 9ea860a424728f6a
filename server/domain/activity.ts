import type { Instant } from '../../shared/ids.ts';
import type { ActivityKind, StatementKind, Topic } from '../../shared/vocabulary.ts';

/** Which deal an activity belongs to, decided once when it is read; see sync/tie-activity.ts. */
export type DealTie =
  | { readonly kind: 'deal'; readonly dealId: string }
  /** Shown in each deal as "not tied to one deal", half weight, never alone a headline. */
  | { readonly kind: 'shared'; readonly dealIds: readonly string[] }
  | { readonly kind: 'none' };

/** What we keep of an activity: never its text. */
export interface Activity {
  readonly kind: ActivityKind;
  readonly id: string;
  readonly at: Instant;
  readonly endAt: Instant | null;
  readonly direction: 'in' | 'out' | null;
  /** The buyer-side author, if the author is a buyer and known. */
  readonly authorPersonId: string | null;
  /** Our side's author or the owner who logged it. */
  readonly sellerId: string | null;
  /** Buyer-side persons taking part, the author included. */
  readonly personIds: readonly string[];
  readonly tie: DealTie;
  readonly threadId: string | null;
  readonly outcome: string | null;
  readonly survey: { readonly type: 'nps' | 'csat' | 'ces'; readonly score: number | null } | null;
  /** What the buyer's words in it were about; empty for our side's mails. */
  readonly topics: readonly Topic[];
  /** Questions the buyer asked in it. */
  readonly questions: number;
  /** Auto-replies, bounces, calendar acceptances, newsletters, notes of nothing but our questions: no sign of life. */
  readonly automatic: boolean;
}

export function isFromBuyer(activity: Activity): boolean {
  return activity.authorPersonId !== null && !activity.automatic;
}

/** Something the buyer said about themselves or the purchase, apart from any need. */
export interface Statement {
  readonly id: string;
  readonly activityId: string;
  readonly activityKind: ActivityKind;
  readonly at: Instant;
  readonly personId: string | null;
  readonly kind: StatementKind;
  /** The part of `shown` that we sort by, where there is one: a day, an owner, a name, a score. */
  readonly detail: string | null;
  readonly status: 'said' | 'reported';
  readonly quote: string;
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  readonly tie: DealTie;
}
