import { fieldsOf, type FieldType, type ObjectSchema } from '../org/object-schema.ts';
import type { Org, SalesforceRecord, Value } from '../org/org.ts';
import { RefusedQuery } from './refused-query.ts';

/** A field of the queried object or, over references, of one that it points to: "Name", "Owner.Name". */
export interface FieldPath {
  readonly names: readonly string[];
  readonly type: FieldType;
  readonly valueOf: (record: SalesforceRecord) => Value;
}

/** Names are not told apart by their capitals. Throws INVALID_FIELD for what the object does not have. */
export function findField(org: Org, schema: ObjectSchema, path: string): FieldPath {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return ownField(schema, first);
  const [reference, parent, isPolymorphic] = findReference(org, schema, first);
  const by = relationshipName(schema, reference);
  if (isPolymorphic && rest.length === 1 && isSame(rest[0] ?? '', 'Type'))
    return {
      names: [by, 'Type'],
      type: 'string',
      valueOf: (record) => typeOf(org, record[reference]),
    };
  const beyond = findField(org, parent, rest.join('.'));
  return {
    names: [by, ...beyond.names],
    type: beyond.type,
    valueOf: (record) => {
      const target = org.read(parent.name, String(record[reference] ?? ''));
      return target === null ? null : beyond.valueOf(target);
    },
  };
}

function ownField(schema: ObjectSchema, asked: string): FieldPath {
  const found = Object.entries(fieldsOf(schema)).find(([name]) => isSame(name, asked));
  if (found === undefined) throw noField(schema, asked);
  const [name, type] = found;
  return { names: [name], type, valueOf: (record) => record[name] ?? null };
}

function findReference(
  org: Org,
  schema: ObjectSchema,
  by: string,
): [string, ObjectSchema, boolean] {
  for (const [name, type] of Object.entries(fieldsOf(schema))) {
    if (typeof type !== 'object' || !isSame(type.by, by)) continue;
    const parent = org.schema(type.to[0] ?? '');
    if (parent !== null) return [name, parent, type.to.length > 1];
  }
  throw noField(schema, by);
}

/** What a reference to several objects points at (SOQL guide, "polymorphic relationships": `What.Type = 'Opportunity'`). */
function typeOf({ schemas }: Org, target: Value | undefined): Value {
  const id = typeof target === 'string' ? target : '';
  return schemas.find(({ keyPrefix }) => id.startsWith(keyPrefix))?.name ?? null;
}

function relationshipName(schema: ObjectSchema, reference: string): string {
  const type = fieldsOf(schema)[reference];
  return typeof type === 'object' ? type.by : reference;
}

function noField({ name }: ObjectSchema, asked: string): RefusedQuery {
  return new RefusedQuery('INVALID_FIELD', `No such column '${asked}' on entity '${name}'.`);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
