import { z } from 'zod';
import { invalid, ok } from './answer.ts';
import type { Answer } from './answer.ts';
import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import { allProperties } from '../record-store.ts';
import type { RecordStore } from '../record-store.ts';
import { render } from './serve-objects.ts';

/** `POST /crm/objects/2026-09/{type}/search` with its real limits (research/hubspot.md §4.2). */

const LIMIT_CAP = 200;
const RESULT_CAP = 10_000;
const FILTERS_IN_ALL = 18;

const Filter = z.strictObject({
  propertyName: z.string(),
  operator: z.enum(['EQ', 'NEQ', 'GT', 'GTE', 'LT', 'LTE', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY']),
  value: z.string().optional(),
});
const Search = z.strictObject({
  filterGroups: z
    .array(z.strictObject({ filters: z.array(Filter).max(6) }))
    .max(5)
    .default([]),
  sorts: z
    .array(
      z.strictObject({
        propertyName: z.string(),
        direction: z.enum(['ASCENDING', 'DESCENDING']),
      }),
    )
    .max(1)
    .default([]),
  properties: z.array(z.string()).default([]),
  limit: z.int().min(1).max(LIMIT_CAP).default(10),
  after: z.union([z.string(), z.int()]).transform(Number).default(0),
});
type Search = z.infer<typeof Search>;
type Filter = z.infer<typeof Filter>;

export interface SearchSettings {
  readonly nowMs: number;
  /** HubSpot does not document whether ids sort as numbers or as text (research/sync.md §6): try both. */
  readonly idOrder: 'numeric' | 'text';
}

export function searchObjects(
  { store, type }: { readonly store: RecordStore; readonly type: ObjectName },
  body: unknown,
  settings: SearchSettings,
): Answer {
  const parsed = Search.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const search = parsed.data;
  const refusal = refusalOf(search);
  if (refusal !== null) return invalid(refusal);
  const hits = [...store.searchable(type, settings.nowMs)].filter((record) => fits(record, search));
  hits.sort(orderOf(search, settings));
  const page = hits.slice(search.after, search.after + search.limit);
  const end = search.after + page.length;
  return ok({
    total: hits.length,
    results: page.map((record) => render(record, { properties: search.properties, history: [] })),
    ...(end < hits.length ? { paging: { next: { after: String(end), link: '' } } } : {}),
  });
}

function refusalOf(search: Search): string | null {
  if (search.after + search.limit > RESULT_CAP) {
    return `The paging cursor may not go beyond ${RESULT_CAP} results`;
  }
  const filters = search.filterGroups.flatMap((group) => group.filters);
  return filters.length > FILTERS_IN_ALL ? `No more than ${FILTERS_IN_ALL} filters in all` : null;
}

/** Groups are joined by OR, the filters of a group by AND. */
function fits(record: HubSpotRecord, search: Search): boolean {
  const properties = allProperties(record);
  return (
    search.filterGroups.length === 0 ||
    search.filterGroups.some(({ filters }) => filters.every((each) => holds(properties, each)))
  );
}

const COMPARISONS: Readonly<Record<Filter['operator'], (order: number | null) => boolean>> = {
  EQ: (order) => order === 0,
  NEQ: (order) => order !== 0,
  GT: (order) => order !== null && order > 0,
  GTE: (order) => order !== null && order >= 0,
  LT: (order) => order !== null && order < 0,
  LTE: (order) => order !== null && order <= 0,
  HAS_PROPERTY: (order) => order !== null,
  NOT_HAS_PROPERTY: (order) => order === null,
};

function holds(properties: Readonly<Record<string, string | null>>, filter: Filter): boolean {
  const value = properties[filter.propertyName] ?? null;
  const order = value === null ? null : compare(toKey(value), toKey(filter.value ?? ''));
  return COMPARISONS[filter.operator](order);
}

function orderOf(
  search: Search,
  { idOrder }: SearchSettings,
): (a: HubSpotRecord, b: HubSpotRecord) => number {
  const sort = search.sorts[0];
  const byId = idOrder === 'numeric' ? numerically : textually;
  if (sort === undefined) return byId;
  if (sort.propertyName === 'hs_object_id') return byId;
  const sign = sort.direction === 'ASCENDING' ? 1 : -1;
  const key = (record: HubSpotRecord): Key => toKey(allProperties(record)[sort.propertyName] ?? '');
  return (a, b) => sign * compare(key(a), key(b)) || byId(a, b);
}

function numerically(a: HubSpotRecord, b: HubSpotRecord): number {
  return Number(a.id) - Number(b.id);
}

function textually(a: HubSpotRecord, b: HubSpotRecord): number {
  return a.id < b.id ? -1 : 1;
}

type Key = number | string;

/** Dates are compared in milliseconds, whether they were given so or as ISO 8601. */
function toKey(value: string): Key {
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value;
}

function compare(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
