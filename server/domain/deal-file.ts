import type { Instant } from '../../shared/ids.ts';
import type { PersonaSlot } from '../../shared/vocabulary.ts';
import type { Activity, Statement } from './activity.ts';
import type { Deal } from './deal.ts';
import type { Evidence } from './evidence.ts';
import type { Account, Person, Seller } from './person.ts';

/** The rep's verdicts on readings, which beat what was inferred. */
export interface Verdict {
  readonly driver: string;
  readonly personId: string;
  readonly verdict: 'right' | 'not_right';
  readonly at: Instant;
}

/** The rep's verdict on one entry under a persona's five questions. */
export interface SlotVerdict {
  readonly personId: string;
  readonly slot: PersonaSlot;
  /** A statement's id, or the name of what was observed. */
  readonly entryId: string;
  readonly verdict: 'right' | 'not_right';
  /** The CRM user who said it. */
  readonly byUserId: string;
  /** Null: nobody whom we know. */
  readonly byName: string | null;
  readonly at: Instant;
}

/**
 * All that is known of one deal, or of one conversation (`deal` null, one person). Everything a card says is a pure
 * function of this and the present moment. Lists are ordered by time, oldest first.
 */
export interface DealFile {
  readonly deal: Deal | null;
  readonly account: Account | null;
  readonly persons: readonly Person[];
  readonly sellers: readonly Seller[];
  readonly activities: readonly Activity[];
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
  readonly verdicts: readonly Verdict[];
  readonly slotVerdicts: readonly SlotVerdict[];
  /** Open deals of the same persons, for the selector and its waiting line. */
  readonly otherDeals: readonly OtherDeal[];
  /** When the CRM was last read completely, and what of it could not be read. */
  readonly coverage: Coverage;
}

export interface OtherDeal {
  readonly id: string;
  readonly name: string;
  readonly personIds: readonly string[];
  readonly outcome: Deal['outcome'];
  readonly openConcerns: number;
  readonly oldestConcernAt: Instant | null;
}

export interface Coverage {
  readonly syncedAt: Instant | null;
  /** Activities that could not be read, by reason ("private", "malformed"). */
  readonly notRead: readonly { readonly reason: string; readonly count: number }[];
}
