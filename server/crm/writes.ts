import type { InsightValues } from '../../shared/insight-payload.ts';
import type { Instant } from '../../shared/ids.ts';

/** What we may write into a customer's record: fields of our own, in need words and counts, never a buyer's words. */
export const OWN_FIELDS = [
  'stage',
  'top_driver',
  'headline',
  'open_concerns',
  'next_step',
  'updated_at',
  'do_not_analyse',
] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** Null clears a field; a field that is absent stays as it is. Instants are ISO 8601, numbers digits, flags true or false. */
export type OwnValues = Readonly<Partial<Record<OwnField, string | null>>>;

export interface FieldWrite {
  readonly ref: { readonly kind: 'deal' | 'contact'; readonly id: string };
  readonly values: OwnValues;
}

/** `refused`: the account's own rules do not allow it; `gone`: the record is no longer there. */
export interface WriteResult {
  readonly outcome: 'written' | 'refused' | 'gone';
  /** A sentence for the admin's receipts; null when written. */
  readonly reason: string | null;
}

/** What we write once, about records of the CRM. */
export interface NewWriting {
  /** The same for every attempt at one of them. */
  readonly key: string;
  /** The CRM's owner id; null: nobody's yet. */
  readonly ownerId: string | null;
  readonly about: readonly { readonly kind: 'deal' | 'contact'; readonly id: string }[];
}

export interface NewTask extends NewWriting {
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly dueAt: Instant;
}

export interface NewNote extends NewWriting {
  /** Plain text; an empty one is room to write in. */
  readonly lines: readonly string[];
  readonly at: Instant;
}

/** The record of the CRM that a record of ours speaks of. A lead is a person of the CRM's, and so a contact here. */
export interface InsightRef {
  readonly kind: 'deal' | 'contact' | 'company';
  readonly id: string;
}

/** How the account is doing, for cards that are drawn inside the CRM. */
export interface ConnectionNews {
  readonly state: 'active' | 'partial';
  /** When it was last read completely; null: not yet. */
  readonly syncedAt: Instant | null;
}

/** Many of our own records that go to the account together, which then works on them by itself. */
export interface InsightJob {
  /** False: it is full, and this one was not taken. Only writes that say something. */
  add(write: SayingInsightWrite): boolean;
  /** Nothing is sent before. One job for each object of the account's. */
  send(): Promise<readonly SentJob[]>;
}

export interface SentJob {
  readonly jobId: string;
  readonly refs: readonly InsightRef[];
}

/** How a job ended; all records that are not named were written. */
export interface EndedJob {
  readonly refused: ReadonlyMap<string, WriteResult>;
  /** Ids of those that somebody held: worth another try. */
  readonly again: ReadonlySet<string>;
}

export interface SayingInsightWrite extends InsightWrite {
  readonly values: InsightValues;
}

/** Null: there is nothing to say of it any more, and our record goes. */
export interface InsightWrite {
  readonly ref: InsightRef;
  readonly values: InsightValues | null;
}
