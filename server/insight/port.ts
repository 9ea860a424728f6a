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
  /** In the order asked. Null: there is nothing that cards could be about, or nobody chose its pipeline. */
  loadDealFiles(
    tenantId: TenantId,
    subjects: readonly Subject[],
  ): Promise<readonly (DealFile | null)[]>;
  /** Replaces the subjects' cards, and clears the mark of each that nothing marked again meanwhile. All or nothing. */
  saveCards(tenantId: TenantId, built: readonly BuiltSubject[]): Promise<void>;
  /** Every card of a deal, of a person (all their deals and their conversation), or of a company's deals and people. */
  loadCards(tenantId: TenantId, record: CardRecord): Promise<readonly CardRow[]>;
  /** How far the last night came for each of these cards, in their order. */
  loadReach(tenantId: TenantId, subjects: readonly CardSubject[]): Promise<readonly CardReach[]>;
  /** Every card of each deal or person, in the order asked, as they were built: whether a quote is verified is not told. */
  loadCardsOf(
    tenantId: TenantId,
    records: readonly WrittenRecord[],
  ): Promise<readonly (readonly CardRow[])[]>;
  /** False: this tenant has no such record. */
  recordExists(tenantId: TenantId, record: CardRecord): Promise<boolean>;
  /** True: this person or deal must not be analysed. */
  isSilent(tenantId: TenantId, record: CardRecord): Promise<boolean>;
}

/** Whose card: one person in one deal, or in a conversation. */
export type CardSubject = Pick<CardRow, 'dealId' | 'personId'>;

/** `reached`: nothing of it was left for later; else up to when its sources were read, null while its past is. */
export type CardReach = 'reached' | { readonly readUntil: Instant | null };

export interface TouchedSubject {
  readonly subject: Subject;
  readonly markedAt: Instant;
}

export interface BuiltSubject extends TouchedSubject {
  readonly rows: readonly CardRow[];
}

/** A record that carries our own fields. */
export type WrittenRecord = CardRecord & { readonly kind: 'deal' | 'contact' };

/** The CRM record whose sidebar is open. */
export interface CardRecord {
  readonly kind: 'deal' | 'contact' | 'lead' | 'company';
  readonly id: string;
}

/** The CRM record on which somebody presses something; a company's card acts on the deal or person it speaks of. */
export interface PressedRecord extends CardRecord {
  readonly kind: Exclude<CardRecord['kind'], 'company'>;
}
