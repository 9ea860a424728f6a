import type { Card } from '../../shared/card.ts';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { ActivityKind } from '../../shared/vocabulary.ts';
import type { DealFile } from '../domain/deal-file.ts';

/** What a set of cards is about: a deal, or one person's exchange with us without an open deal. */
export type Subject =
  | { readonly kind: 'deal'; readonly dealId: string }
  | { readonly kind: 'conversation'; readonly personId: string };

/** What the focus rule looks at when a card is opened; it changes with the hour, so it is not baked into the card. */
export interface FocusFacts {
  /** Starts of meetings with this person that were ahead when the card was built. */
  readonly meetingsAt: readonly Instant[];
  readonly oldestOpenConcernAt: Instant | null;
  readonly openConcerns: number;
  readonly lastWroteAt: Instant | null;
  readonly dealOutcome: 'open' | 'won' | 'lost' | null;
  readonly dealClosesAt: Instant | null;
}

/** An activity and the parts of the card that rest on it ("headline", "prompt.feel" …); quotes carry their own source. */
export interface CitedActivity {
  readonly kind: ActivityKind;
  readonly id: string;
  readonly parts: readonly string[];
  /**
   * When the CRM last gave or confirmed the activity; joined when the card is loaded, since it moves each night. Null:
   * never. Absent in a card that has not been stored.
   */
  readonly verifiedAt?: Instant | null;
}

/** One person in one deal (or conversation): one row, one card. */
export interface CardRow {
  readonly dealId: string | null;
  readonly dealName: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly card: Card;
  readonly facts: FocusFacts;
  /** Activities the card rests on: the viewer must be allowed to open each. */
  readonly cited: readonly CitedActivity[];
  readonly builtAt: Instant;
}

/** What insight needs of the store. Implemented by store/insight-store.ts. */
export interface InsightStore {
  /** Subjects touched since they were last built: by their turn, then the oldest mark. `open`: none of what has ended. */
  loadTouched(
    tenantId: TenantId,
    limit: number,
    which?: 'open' | 'all',
  ): Promise<readonly TouchedSubject[]>;
  loadDealFile(tenantId: TenantId, subject: Subject): Promise<DealFile | null>;
  /** Replaces the subject's cards and clears its mark if nothing marked it again meanwhile. */
  saveCards(tenantId: TenantId, touched: TouchedSubject, rows: readonly CardRow[]): Promise<void>;
  /** Every card of a deal, or of a person (all their deals and their conversation). */
  loadCards(tenantId: TenantId, record: CardRecord): Promise<readonly CardRow[]>;
  /** False: this tenant has no such record. */
  recordExists(tenantId: TenantId, record: CardRecord): Promise<boolean>;
  /** True: this person or deal must not be analysed. */
  isSilent(tenantId: TenantId, record: CardRecord): Promise<boolean>;
}

export interface TouchedSubject {
  readonly subject: Subject;
  readonly markedAt: Instant;
}

/** The CRM record whose sidebar is open. */
export interface CardRecord {
  readonly kind: 'deal' | 'contact' | 'lead';
  readonly id: string;
}
