import type { ActivityKind, Driver, Pole, StatementKind, Topic } from '../../shared/vocabulary.ts';

/** A person as the reader needs to know them. `id` is whatever the caller uses. */
export interface Participant {
  readonly id: string;
  readonly side: 'buyer' | 'seller';
  readonly name: string;
  readonly title: string | null;
}

/** What the reader is given: one activity's text with its people, in memory only. */
export interface ReadingInput {
  readonly kind: ActivityKind;
  readonly direction: 'in' | 'out' | null;
  /** Id of the participant who wrote it; null for transcripts and chats, and where it is not known. */
  readonly author: string | null;
  readonly people: readonly Participant[];
  /** Of a mail; it only tells whether a machine wrote it. */
  readonly subject?: string | null;
  /** Exactly as the CRM stores it; HTML is recognised, not declared. */
  readonly text: string;
}

export interface Reading {
  readonly driver: Driver;
  readonly pole: Pole;
  readonly status: 'said' | 'implied' | 'reported';
  /** `text.slice(start, end)`, at most 280 code units. */
  readonly quote: string;
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  /** The holder: a participant's id; null when nobody listed fits. */
  readonly person: string | null;
  /** How much it weighs, 0 to 1. */
  readonly strength: number;
  /** How likely it is right, 0 to 1; for evaluations, never shown and never stored. */
  readonly likelihood: number;
}

/** Words of the buyer that say something of persona or purchase. */
export interface StatementReading {
  readonly kind: StatementKind;
  /** The part of `shown` that the product sorts by, where there is one: a day, an owner, a name, a score. */
  readonly detail: string | null;
  readonly status: 'said' | 'reported';
  readonly quote: string;
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  readonly person: string | null;
}

/** Why nothing (more) was found, for "nothing found, because …". A closed list, so that screens can say it well. */
export type SilenceReason =
  | 'no_new_text'
  | 'automatic'
  | 'our_side'
  | 'no_need_named'
  | 'off_limits'
  | 'author_unknown'
  | 'other_language';

export interface ActivityReading {
  /** Only what its author wrote in it, as shown text. For display and for `npm run read`; never stored. */
  readonly newText: string;
  readonly readings: readonly Reading[];
  readonly statements: readonly StatementReading[];
  readonly topics: readonly Topic[];
  /** Questions the buyer asked. */
  readonly questions: number;
  readonly automatic: boolean;
  /** Set when `readings` is empty. */
  readonly silence: SilenceReason | null;
}

/** Changes whenever a reading may change: activities read by an older one count as unread. */
export const READER_VERSION = 'heads-5';
