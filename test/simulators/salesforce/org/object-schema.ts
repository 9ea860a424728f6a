/**
 * A field's type as describe tells it. A reference names its objects, the first being the one that a query follows by the
 * relationship's name.
 */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'picklist'
  | 'boolean'
  | 'double'
  | 'int'
  | 'date'
  | 'datetime'
  | { readonly to: readonly string[]; readonly by: string; readonly masterDetail?: true };

export interface ObjectSchema {
  readonly name: string;
  /** The first three characters of its records' ids. */
  readonly keyPrefix: string;
  readonly fields: Readonly<Record<string, FieldType>>;
  /** Rows of other objects that hang on it, by the relationship's name: "OpportunityContactRoles". */
  readonly children?: Readonly<Record<string, ChildRelationship>>;
  /** Unique fields that records may be upserted by. */
  readonly externalIds?: readonly string[];
  /** Absent from orgs that have not bought it, or not installed our package. */
  readonly needs?: 'package' | 'surveys' | 'messaging' | 'voice';
}

/** What every record has. */
export const SYSTEM_FIELDS: Readonly<Record<string, FieldType>> = {
  Id: 'id',
  IsDeleted: 'boolean',
  CreatedDate: 'datetime',
  CreatedById: { to: ['User'], by: 'CreatedBy' },
  LastModifiedDate: 'datetime',
  LastModifiedById: { to: ['User'], by: 'LastModifiedBy' },
  SystemModstamp: 'datetime',
};

export interface ChildRelationship {
  readonly object: string;
  /** Its field that points to the parent. */
  readonly field: string;
}

/** A user can be made inactive, never deleted. */
const WITHOUT_BIN: ReadonlySet<string> = new Set(['User']);

export function fieldsOf(schema: ObjectSchema): Readonly<Record<string, FieldType>> {
  const all = { ...SYSTEM_FIELDS, ...schema.fields };
  if (!WITHOUT_BIN.has(schema.name)) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'IsDeleted'));
}

export function references(to: string, by: string = to): FieldType {
  return { to: [to], by };
}
