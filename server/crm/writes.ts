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

/** One row of ours about a record: what reports can use, and the card as JSON. */
export interface InsightWrite {
  readonly object: 'deal' | 'contact' | 'lead' | 'company';
  readonly recordId: string;
  /** Our own, the same for every write of this row. */
  readonly key: string;
  /** Columns by their names in the CRM: stage, driver name, counts and dates only. Null clears one. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  /** The card's view model as JSON, at most 32,000 characters; it holds no words of a buyer. */
  readonly payload: string;
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
