import { fieldsOf, type ObjectSchema } from '../org/object-schema.ts';
import type { Org, SalesforceRecord, Value } from '../org/org.ts';

export interface WriteResult {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

export function refuseRow(
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): WriteResult {
  return { success: false, errors: [{ statusCode, message, fields }] };
}

export const LOCKED = refuseRow(
  'UNABLE_TO_LOCK_ROW',
  'unable to obtain exclusive access to this record',
);

export interface WrittenRow {
  readonly type: string;
  readonly values: Readonly<Record<string, Value>>;
  /** The unique field that finds the record; null: its id, or none for a new one. */
  readonly externalId: string | null;
}

/** One record, made or changed, however it came in. */
export function writeRow(org: Org, { type, values, externalId }: WrittenRow): WriteResult {
  const schema = org.schema(type);
  if (schema === null) return refuseRow('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  const known =
    externalId === null
      ? values['Id']
      : org.idBy(schema.name, externalId, values[externalId] ?? null);
  const id = typeof known === 'string' ? known : null;
  const refused = refusalOf(org, schema, { values, id });
  if (refused !== null) return refused;
  const { Id } = org.put(schema.name, id === null ? values : { ...values, Id: id });
  return { id: Id, success: true, created: id === null, errors: [] };
}

interface Wanted {
  readonly values: Readonly<Record<string, Value>>;
  /** Null: a new record. */
  readonly id: string | null;
}

function refusalOf(org: Org, schema: ObjectSchema, { values, id }: Wanted): WriteResult | null {
  const strange = Object.keys(values).find((name) => !(name in fieldsOf(schema)));
  if (strange !== undefined) {
    const message = `No such column '${strange}' on sobject of type ${schema.name}`;
    return refuseRow('INVALID_FIELD', message, [strange]);
  }
  if (id === null)
    return pointsNowhere(org, schema, values)
      ? refuseRow('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
      : null;
  const isThere = org.read(schema.name, id)?.['IsDeleted'] === false;
  return isThere ? null : refuseRow('ENTITY_IS_DELETED', 'entity is deleted');
}

function pointsNowhere(
  org: Org,
  schema: ObjectSchema,
  values: Readonly<Record<string, Value>>,
): boolean {
  return Object.entries(fieldsOf(schema)).some(([name, type]) => {
    const target = values[name];
    if (typeof type !== 'object' || typeof target !== 'string') return false;
    return !type.to.some((each) => org.schema(each) !== null && isThere(org.read(each, target)));
  });
}

/** A user has no bin, and no field that tells of it. */
function isThere(record: SalesforceRecord | null): boolean {
  return record !== null && record['IsDeleted'] !== true;
}
