import type { Instant } from '../../../../shared/ids.ts';
import type { ChildRows } from '../objects/object-type.ts';

/** Questions in SOQL, as text. Values come in by these functions only. */

export interface Question {
  readonly object: string;
  readonly fields: readonly string[];
  readonly children?: readonly ChildRows[];
  readonly conditions: readonly (string | null)[];
  /** Absent: no order, as Bulk wants it. */
  readonly orderBy?: string;
  readonly limit?: number;
}

export function toSoql({ object, fields, children = [], ...rest }: Question): string {
  const columns = [...fields, ...children.map(toSubquery)].join(', ');
  const conditions = rest.conditions.filter((each) => each !== null);
  return [
    `SELECT ${columns} FROM ${object}`,
    conditions.length === 0 ? null : `WHERE ${conditions.join(' AND ')}`,
    rest.orderBy === undefined ? null : `ORDER BY ${rest.orderBy}`,
    rest.limit === undefined ? null : `LIMIT ${rest.limit}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function toSubquery({ relationship, fields, where }: ChildRows): string {
  return `(${toSoql({ object: relationship, fields, conditions: [where] })})`;
}

/** A walk's order: the moment of change, and the id where thousands share one. */
export const BY_CHANGE = 'SystemModstamp, Id';

export interface RowPlace {
  readonly at: Instant;
  readonly id: string;
}

/** Everything after a row; a mass edit of 30,000 rows in one second needs the id (research/salesforce.md §1.3). */
export function after({ at, id }: RowPlace): string {
  return `((SystemModstamp > ${at}) OR (SystemModstamp = ${at} AND Id > ${quote(id)}))`;
}

export function since(at: Instant | null): string | null {
  return at === null ? null : `SystemModstamp >= ${at}`;
}

export function until(at: Instant): string {
  return `SystemModstamp <= ${at}`;
}

export function isIn(field: string, values: readonly string[]): string {
  return `${field} IN (${values.map(quote).join(', ')})`;
}

export function quote(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `'${escaped}'`;
}
