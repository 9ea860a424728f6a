import type { Instant } from '../../shared/ids.ts';
import type { ConfidenceWord, Driver, Pole } from '../../shared/vocabulary.ts';
import type { Evidence } from './evidence.ts';

/** A falsifiable hypothesis: this person's need is threatened, or met, in this deal. */
export interface Belief {
  readonly personId: string;
  readonly driver: Driver;
  readonly pole: Pole;
  readonly word: ConfidenceWord;
  /** Weight for ordering on the card; never shown. */
  readonly weight: number;
  readonly since: Instant;
  /** Newest first; which one the card quotes: lead-quote.ts. */
  readonly support: readonly Evidence[];
  /** Evidence for the other pole that did not win. */
  readonly against: readonly Evidence[];
}
