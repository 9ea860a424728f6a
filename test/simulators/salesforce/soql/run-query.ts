import { parseQuery, type OrderByClause, type Query } from '@jetstreamapp/soql-parser-js';
import type { ObjectSchema } from '../org/object-schema.ts';
import type { Org, SalesforceRecord, Value } from '../org/org.ts';
import { compileWhere } from './compile-where.ts';
import { findField, type FieldPath } from './field-path.ts';
import { notUnderstood, RefusedQuery } from './refused-query.ts';

export interface QueryResult {
  readonly type: string;
  /** As asked; empty for a bare count. */
  readonly fields: readonly FieldPath[];
  readonly rows: readonly SalesforceRecord[];
  /** Rows that hang on each row, by their relationship. */
  readonly children: readonly ChildQuery[];
  /** `SELECT COUNT()`: only how many. */
  readonly onlyCount: boolean;
}

export interface ChildQuery {
  readonly relationship: string;
  readonly childrenOf: (parentId: string) => QueryResult;
}

const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...['fields', 'sObject', 'where', 'orderBy', 'limit'],
]);

/** Throws RefusedQuery. `hidden`: objects and fields ("Lead", "Lead.Title") that nobody may see, for the moment or for ever. */
export function runQuery(org: Org, soql: string, seeing: Seeing): QueryResult {
  return run(org, parse(soql), seeing);
}

export interface Seeing {
  readonly withDeleted: boolean;
  readonly hidden?: ReadonlySet<string>;
}

function run(org: Org, query: Query, seeing: Seeing): QueryResult {
  const { withDeleted, hidden = new Set() } = seeing;
  const schema = seenSchema(org, query.sObject ?? '', hidden);
  const fieldOf = (path: string): FieldPath => {
    if (hidden.has(`${schema.name}.${path}`))
      throw new RefusedQuery(
        'INVALID_FIELD',
        `No such column '${path}' on entity '${schema.name}'.`,
      );
    return findField(org, schema, path);
  };
  const onlyCount = isCount(query);
  const fields = onlyCount ? [] : pathsOf(query).map(fieldOf);
  const keep = compileWhere(query.where, fieldOf);
  const kept = org.rows(schema.name, withDeleted).filter(keep);
  const rows = inOrder(kept, ordersOf(query), fieldOf).slice(0, query.limit ?? Infinity);
  const children = onlyCount ? [] : childQueries({ org, schema, seeing }, query);
  return { type: schema.name, fields, rows, onlyCount, children };
}

function seenSchema(org: Org, name: string, hidden: ReadonlySet<string>): ObjectSchema {
  const schema = org.schema(name);
  if (schema === null || hidden.has(schema.name))
    throw new RefusedQuery('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  return schema;
}

function parse(soql: string): Query {
  const query = parseOrRefuse(soql);
  const strange = Object.keys(query).find((part) => !UNDERSTOOD.has(part));
  if (strange !== undefined) throw notUnderstood(strange);
  return query;
}

function parseOrRefuse(soql: string): Query {
  try {
    return parseQuery(soql);
  } catch (error) {
    throw new RefusedQuery(
      'MALFORMED_QUERY',
      error instanceof Error ? error.message : 'unexpected token',
    );
  }
}

function isCount({ fields = [] }: Query): boolean {
  const [only, ...others] = fields;
  return (
    only?.type === 'FieldFunctionExpression' && only.rawValue === 'COUNT()' && others.length === 0
  );
}

interface Parent {
  readonly org: Org;
  readonly schema: ObjectSchema;
  readonly seeing: Seeing;
}

/** `(SELECT ContactId FROM OpportunityContactRoles)`: of one parent at a time. */
function childQueries(
  { org, schema, seeing }: Parent,
  { fields = [] }: Query,
): readonly ChildQuery[] {
  return fields.flatMap((field) => {
    if (field.type !== 'FieldSubquery') return [];
    const { relationshipName: relationship, ...subquery } = field.subquery;
    const found = schema.children?.[relationship];
    if (found === undefined)
      throw new RefusedQuery('INVALID_FIELD', `Didn't understand relationship '${relationship}'.`);
    const all = run(org, { ...subquery, sObject: found.object }, seeing);
    const byParent = Map.groupBy(all.rows, (row) => row[found.field]);
    const childrenOf = (parentId: string): QueryResult => ({
      ...all,
      rows: byParent.get(parentId) ?? [],
    });
    return [{ relationship, childrenOf }];
  });
}

function pathsOf({ fields = [] }: Query): readonly string[] {
  return fields
    .filter(({ type }) => type !== 'FieldSubquery')
    .map((field) => {
      if (field.type === 'Field') return field.field;
      if (field.type === 'FieldRelationship')
        return [...field.relationships, field.field].join('.');
      throw notUnderstood(`a field of the form ${field.type}`);
    });
}

function ordersOf({ orderBy }: Query): readonly OrderByClause[] {
  if (orderBy === undefined) return [];
  return Array.isArray(orderBy) ? orderBy : [orderBy];
}

function inOrder(
  rows: readonly SalesforceRecord[],
  orders: readonly OrderByClause[],
  fieldOf: (path: string) => FieldPath,
): readonly SalesforceRecord[] {
  const keys = orders.map((order) => {
    if (!('field' in order)) throw notUnderstood('an order by a function');
    return { field: fieldOf(order.field), sign: order.order === 'DESC' ? -1 : 1 };
  });
  return rows.toSorted((a, b) => {
    for (const { field, sign } of keys) {
      const difference = compare(field.valueOf(a), field.valueOf(b));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
}

/** Nothing comes first, as in Salesforce. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
