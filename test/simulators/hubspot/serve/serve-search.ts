import { z } from 'zod';
import { toRead } from '../http/scopes.ts';
import { changedProperty } from '../hubspot-record.ts';
import type { ObjectName } from '../hubspot-record.ts';
import type { IndexEntry } from '../portal/record-shelf.ts';
import { allProperties } from '../record-store.ts';
import type { RecordStore } from '../record-store.ts';
import { invalid, ok } from './answer.ts';
import type { Answer } from './answer.ts';
import { named, TYPE } from './call.ts';
import type { Route } from './call.ts';
import { compareKeys, rangeOf, SearchFilter, toKey, toTest } from './search-filter.ts';
import type { PropertyReader, SearchKey } from './search-filter.ts';
import { render } from './render.ts';

/** `POST /crm/objects/2026-09/{type}/search` with its real limits (research/hubspot.md §4.2). */

const LIMIT_CAP = 200;
const RESULT_CAP = 10_000;
const FILTERS_IN_ALL = 18;
const TEXT_CAP = 3_000;

const Search = z.strictObject({
  filterGroups: z
    .array(z.strictObject({ filters: z.array(SearchFilter).max(6) }))
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

export const SEARCH_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: new RegExp(`^/crm/objects/2026-09/${TYPE}/search$`),
    scopes: ([type]) => toRead(named(type)),
    budget: 'search',
    serve: ({ portal, now }, { body }, [type]) =>
      searchObjects(portal.account.store, { type: named(type), nowMs: now.getTime() }, body),
  },
];

interface Question {
  readonly type: ObjectName;
  readonly nowMs: number;
}

function searchObjects(store: RecordStore, question: Question, body: unknown): Answer {
  const parsed = Search.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const search = parsed.data;
  const refusal = refusalOf(search, JSON.stringify(body).length);
  if (refusal !== null) return invalid(refusal);
  const changed = changedProperty(question.type);
  const hits = inOrder(store, { search, changed }, hitsOf(store, question, search));
  const page = hits.slice(search.after, search.after + search.limit);
  const end = search.after + page.length;
  const wanted = { properties: search.properties, history: [] };
  return ok({
    total: hits.length,
    results: page.map(({ record }) => render(record(), wanted)),
    ...(end < hits.length ? { paging: { next: { after: String(end), link: '' } } } : {}),
  });
}

/** The 3,000 characters hold for the whole question (developers.hubspot.com, "search the CRM": request limits). */
function refusalOf(search: Search, length: number): string | null {
  if (search.after + search.limit > RESULT_CAP) {
    return `The paging cursor may not go beyond ${RESULT_CAP} results`;
  }
  if (length > TEXT_CAP) return `The body of a search may have ${TEXT_CAP} characters`;
  const filters = search.filterGroups.flatMap((group) => group.filters);
  return filters.length > FILTERS_IN_ALL ? `No more than ${FILTERS_IN_ALL} filters in all` : null;
}

/** Groups are joined by OR, the filters of a group by AND; a lone group that bounds the change time uses the index. */
function hitsOf(store: RecordStore, { type, nowMs }: Question, search: Search): IndexEntry[] {
  const changed = changedProperty(type);
  const [first] = search.filterGroups;
  const isAlone = first !== undefined && search.filterGroups.length === 1;
  const range = isAlone ? rangeOf(first.filters, changed) : rangeOf([], changed);
  const entries = store.searchable(type, { ...range, nowMs });
  if (first === undefined) return [...entries];
  const groups = search.filterGroups.map(({ filters }) => filters.map(toTest));
  return entries.filter((entry) => {
    const valueOf = propertyReader(entry, changed);
    return groups.some((tests) => tests.every((test) => test(valueOf)));
  });
}

/** Time and id stand in the index: records that are made when asked for need not be made to be compared by them. */
function propertyReader(entry: IndexEntry, changed: string): PropertyReader {
  let properties: ReturnType<typeof allProperties> | null = null;
  return (name) => {
    if (name === changed) return entry.changedMs;
    if (name === 'hs_object_id') return Number(entry.id);
    properties ??= allProperties(entry.record());
    return properties[name] ?? null;
  };
}

function inOrder(
  store: RecordStore,
  { search, changed }: { readonly search: Search; readonly changed: string },
  hits: IndexEntry[],
): readonly IndexEntry[] {
  const sort = search.sorts[0];
  const byId = (a: IndexEntry, b: IndexEntry): number => store.compareIds(a.id, b.id);
  if (sort === undefined || sort.propertyName === 'hs_object_id') return hits.sort(byId);
  const sign = sort.direction === 'ASCENDING' ? 1 : -1;
  // The index is in this order already.
  if (sort.propertyName === changed && sign === 1) return hits;
  const keys = new Map(hits.map((hit) => [hit, keyOf(hit, changed, sort.propertyName)]));
  const key = (hit: IndexEntry): SearchKey => keys.get(hit) ?? '';
  return hits.sort((a, b) => sign * compareKeys(key(a), key(b)) || byId(a, b));
}

function keyOf(hit: IndexEntry, changed: string, property: string): SearchKey {
  return toKey(propertyReader(hit, changed)(property) ?? '');
}
