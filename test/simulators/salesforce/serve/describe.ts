import { fieldsOf, type FieldType, type ObjectSchema } from '../org/object-schema.ts';
import { notFound, ok, type Answer } from './answer.ts';
import type { Desk } from './desk.ts';

const READ_ONLY: ReadonlySet<string> = new Set([
  ...['Id', 'IsDeleted', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'],
  ...['SystemModstamp', 'IsClosed', 'IsWon', 'Name'],
]);

export function serveDescribe({ org, hidden }: Desk, type: string): Answer {
  const schema = org.schema(type);
  if (schema === null || hidden.has(schema.name)) return notFound();
  const fields = Object.entries(fieldsOf(schema))
    .filter(([name]) => !hidden.has(`${schema.name}.${name}`))
    .map(([name, field]) => describeField(schema, name, field));
  const { name, keyPrefix } = schema;
  return ok({
    name,
    keyPrefix,
    label: name,
    queryable: true,
    retrieveable: true,
    fields,
    childRelationships: childrenOf(schema),
  });
}

function childrenOf({ children = {} }: ObjectSchema): readonly object[] {
  return Object.entries(children).map(([relationshipName, { object, field }]) => ({
    relationshipName,
    childSObject: object,
    field,
  }));
}

export function serveObjects({ org }: Desk): Answer {
  return ok({
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: org.schemas.map(({ name, keyPrefix }) => ({ name, keyPrefix, queryable: true })),
  });
}

function describeField(schema: ObjectSchema, name: string, type: FieldType): object {
  const isReference = typeof type === 'object';
  return {
    name,
    label: name,
    type: isReference ? 'reference' : type,
    referenceTo: isReference ? type.to : [],
    relationshipName: isReference ? type.by : null,
    filterable: type !== 'textarea',
    sortable: type !== 'textarea',
    updateable: !READ_ONLY.has(name),
    externalId: schema.externalIds?.includes(name) ?? false,
    custom: name.endsWith('__c'),
  };
}
