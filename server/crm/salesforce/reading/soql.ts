/** A record's place in a walk: by the moment it changed, then by its id, which alone can tell rows of one second apart. */
export interface Keyset {
  /** ISO 8601 in UTC. */
  readonly stamp: string;
  readonly id: string;
}

export interface WindowQuery {
  readonly object: string;
  readonly fields: readonly string[];
  readonly where?: string | undefined;
  /** Inclusive; null: since ever. */
  readonly from: string | null;
  /** Inclusive. */
  readonly to: string;
  /** Rows after this one; null: from the window's beginning. */
  readonly after: Keyset | null;
}

/** Rows of a window in the order of their change; a bulk edit of 30,000 rows in one second is walked by id. */
export function windowQuery({ object, fields, where, from, to, after }: WindowQuery): string {
  const conditions = [
    ...(where === undefined ? [] : [`(${where})`]),
    ...(after === null ? lowerBound(from) : [afterRow(after)]),
    `SystemModstamp <= ${to}`,
  ];
  return `SELECT ${fields.join(', ')} FROM ${object} WHERE ${conditions.join(' AND ')} ORDER BY SystemModstamp, Id`;
}

export function byIdsQuery(object: string, { fields, field = 'Id', ids }: ByIds): string {
  return `SELECT ${fields.join(', ')} FROM ${object} WHERE ${field} IN (${ids.map(quoted).join(', ')})`;
}

export interface ByIds {
  readonly fields: readonly string[];
  /** The field that holds the ids; the record's own when absent. */
  readonly field?: string;
  readonly ids: readonly string[];
}

/** Text as SOQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}

function lowerBound(from: string | null): readonly string[] {
  return from === null ? [] : [`SystemModstamp >= ${from}`];
}

function afterRow({ stamp, id }: Keyset): string {
  return `(SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > ${quoted(id)}))`;
}
