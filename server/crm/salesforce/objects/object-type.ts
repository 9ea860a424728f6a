import type { RecordKind } from '../../records.ts';

export type ObjectKind = Exclude<RecordKind, 'pipeline' | 'lead' | 'chat' | 'thread'>;

/** One object that records of a kind are read from. */
export interface ObjectType {
  readonly kind: ObjectKind;
  readonly object: string;
  /** The first three characters of its ids, where a kind is read from several objects. */
  readonly keyPrefix: string | null;
  readonly fields: readonly string[];
  /** A condition that never changes for a row, or whose change the mapping tells. */
  readonly where: string | null;
  /** What holds of rows that live: the others are told as gone, and not at all by a first load or a list. */
  readonly living: readonly string[];
  readonly children: readonly ChildRows[];
  /** Other objects whose change is a change of ours. */
  readonly also: readonly Beside[];
  /** Who else takes part, where the row says that there are more than it names. */
  readonly others: OtherPeople | null;
  /** Rows of a Bulk result that one call fetches and memory holds: fewer where each brings a long text. */
  readonly bulkRows: number;
  /** Whether the kind cannot be read without it. Not every org has the others, and what we name of them was seen by nobody here. */
  readonly needed: boolean;
  /** Told to admins of an org that does not show us what is not needed; null: it is nothing to tell of. */
  readonly withoutIt: string | null;
}

/** Rows that hang on a record and come with it. */
export interface ChildRows {
  readonly relationship: string;
  readonly fields: readonly string[];
  readonly where: string | null;
}

/** Each row names one more person of a record: of a task or event that several share. */
export interface OtherPeople {
  readonly object: string;
  /** Its column that leads to the record. */
  readonly of: string;
  /** The record's own columns that tell of more: a count above one, or a flag. */
  readonly toldBy: readonly string[];
}

export interface Beside {
  readonly object: string;
  /** Its column that leads to us, and ours that it leads to. */
  readonly from: string;
  readonly to: string;
}

type Draft = Pick<ObjectType, 'kind' | 'object' | 'fields'> & Partial<ObjectType>;

/** What every object has but User, which can be made inactive and never deleted. */
export const NOT_IN_BIN = 'IsDeleted = false';

export function objectType(draft: Draft): ObjectType {
  return {
    ...{ keyPrefix: null, where: null, living: [NOT_IN_BIN], children: [], also: [], others: null },
    ...{ bulkRows: 12_500, needed: true, withoutIt: null },
    ...draft,
  };
}
