import { z } from 'zod';
import { invalid, ok, partly } from './answer.ts';
import type { Answer } from './answer.ts';
import { changedProperty } from '../hubspot-record.ts';
import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import { allProperties } from '../record-store.ts';
import type { RecordStore } from '../record-store.ts';

/** `GET /crm/objects/2026-09/{type}` and `POST …/batch/read` (research/hubspot.md §4.1, §4.2). */

/** Inline associations stop here and go on by the associations API; the number is assumed. */
const INLINE_ASSOCIATIONS = 100;
const PAGE_CAP = 100;
const PAGE_CAP_WITH_HISTORY = 50;

export function listObjects(store: RecordStore, type: ObjectName, query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? '10');
  const history = words(query.get('propertiesWithHistory'));
  const cap = history.length > 0 ? PAGE_CAP_WITH_HISTORY : PAGE_CAP;
  if (!(limit >= 1 && limit <= cap)) return invalid(`limit must be between 1 and ${cap}`);
  const page = take(
    store.listAfter(type, query.get('after'), query.get('archived') === 'true'),
    limit + 1,
  );
  const shown = page.slice(0, limit);
  const properties = words(query.get('properties'));
  const associated = words(query.get('associations'));
  const last = shown.at(-1);
  return ok({
    results: shown.map((record) => ({
      ...render(record, { properties, history }),
      ...inlineAssociations(store, record, associated),
    })),
    ...(page.length > limit && last ? { paging: { next: { after: last.id, link: '' } } } : {}),
  });
}

const BatchRead = z.object({
  inputs: z.array(z.strictObject({ id: z.string() })),
  properties: z.array(z.string()),
  propertiesWithHistory: z.array(z.string()),
});

export function batchReadObjects(store: RecordStore, type: ObjectName, body: unknown): Answer {
  const parsed = BatchRead.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { inputs, properties, propertiesWithHistory: history } = parsed.data;
  const cap = history.length > 0 ? PAGE_CAP_WITH_HISTORY : PAGE_CAP;
  if (inputs.length > cap) return invalid(`No more than ${cap} inputs may be read in one request`);
  const found = inputs.flatMap(({ id }) => {
    const record = store.get(type, id);
    return record === null || record.archived === true ? [] : [record];
  });
  const seen = new Set(found.map((record) => record.id));
  const absent = inputs.map(({ id }) => id).filter((id) => !seen.has(id));
  const results = found.map((record) => render(record, { properties, history }));
  return absent.length === 0
    ? ok({ status: 'COMPLETE', results })
    : partly({ status: 'COMPLETE', results, numErrors: 1, errors: [notFound(type, absent)] });
}

function notFound(type: ObjectName, ids: readonly string[]): unknown {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  };
}

export interface Wanted {
  readonly properties: readonly string[];
  readonly history: readonly string[];
}

/** Asked properties that are empty come as null; the three standard ones always come. */
export function render(record: HubSpotRecord, { properties, history }: Wanted): object {
  if (record.served !== undefined) return record.served;
  const known = allProperties(record);
  const names = ['hs_object_id', 'createdate', changedProperty(record.type), ...properties];
  return {
    id: record.id,
    properties: Object.fromEntries(names.map((name) => [name, known[name] ?? null])),
    ...(history.length > 0 ? { propertiesWithHistory: pastValues(record, history) } : {}),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: record.archived ?? false,
  };
}

function pastValues(record: HubSpotRecord, names: readonly string[]): object {
  const of = (name: string): unknown[] =>
    (record.history?.[name] ?? []).map((past) => ({ ...past, sourceType: 'CRM_UI' }));
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}

/** Each id comes twice, labelled and unlabelled (seen in Estuary's recordings). */
function inlineAssociations(
  store: RecordStore,
  record: HubSpotRecord,
  names: readonly string[],
): object {
  const told = names.flatMap((name) => {
    // The path's type was checked by the router; an unknown associated type simply has no targets.
    const ids = store.associated(record, name as ObjectName);
    if (ids.length === 0) return [];
    const shown = ids.slice(0, INLINE_ASSOCIATIONS);
    const results = shown.flatMap((id) => [
      { id, type: `${record.type}_to_${name}` },
      { id, type: `${record.type}_to_${name}_unlabeled` },
    ]);
    const paging = ids.length > shown.length ? { paging: { next: { after: shown.at(-1) } } } : {};
    return [[name, { results, ...paging }] as const];
  });
  return told.length === 0 ? {} : { associations: Object.fromEntries(told) };
}

function words(list: string | null): string[] {
  return (list ?? '').split(',').filter((word) => word !== '');
}

function take<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    taken.push(item);
  }
  return taken;
}
