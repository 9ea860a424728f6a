import { z } from 'zod';
import { toRead } from '../http/scopes.ts';
import type { HubSpotRecord, ObjectName } from '../hubspot-record.ts';
import type { RecordStore } from '../record-store.ts';
import { invalid, notFound, ok, partly } from './answer.ts';
import type { Answer } from './answer.ts';
import { ID, named, TYPE } from './call.ts';
import type { Route, Scene } from './call.ts';
import { inlineAssociations, render } from './render.ts';

/** `GET /crm/objects/2026-09/{type}[/{id}]` and `POST …/batch/read` (research/hubspot.md §4.1, §4.2). */

const PAGE_CAP = 100;
/** Assumed: asking for history halves both the page and the batch (research/hubspot.md §4.2, §7). */
const PAGE_CAP_WITH_HISTORY = 50;

const OBJECTS = `/crm/objects/2026-09/${TYPE}`;
const scopes = ([type]: readonly string[]) => toRead(named(type));

export const READ_ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: new RegExp(`^${OBJECTS}$`), scopes },
    serve: ({ portal }, { query }, [type]) => listObjects(portal.account.store, named(type), query),
  },
  {
    ...{ method: 'POST', path: new RegExp(`^${OBJECTS}/batch/read$`), scopes },
    serve: (scene, { body }, [type]) => batchReadObjects(scene, named(type), body),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${OBJECTS}/${ID}$`), scopes },
    serve: (scene, { query }, [type, id]) =>
      readObject(scene, { type: named(type), id: decodeURIComponent(id ?? '') }, query),
  },
];

function listObjects(store: RecordStore, type: ObjectName, query: URLSearchParams): Answer {
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

interface Wish {
  readonly type: ObjectName;
  readonly id: string;
}

function readObject({ portal }: Scene, { type, id }: Wish, query: URLSearchParams): Answer {
  const idProperty = query.get('idProperty');
  const { store } = portal.account;
  const found = idProperty === null ? id : portal.findUnique(type, idProperty, id);
  const record = found === null ? null : store.get(type, found);
  const isWanted = (record?.archived ?? false) === (query.get('archived') === 'true');
  if (record === null || !isWanted) return notFound();
  const history = words(query.get('propertiesWithHistory'));
  return ok({
    ...render(record, { properties: words(query.get('properties')), history }),
    ...inlineAssociations(store, record, words(query.get('associations'))),
  });
}

const BatchRead = z.strictObject({
  inputs: z.array(z.strictObject({ id: z.string() })),
  properties: z.array(z.string()),
  propertiesWithHistory: z.array(z.string()),
  idProperty: z.string().optional(),
});

function batchReadObjects({ portal }: Scene, type: ObjectName, body: unknown): Answer {
  const parsed = BatchRead.safeParse(body);
  if (!parsed.success) return invalid(`Invalid input JSON: ${parsed.error.message}`);
  const { inputs, properties, propertiesWithHistory: history, idProperty } = parsed.data;
  const cap = history.length > 0 ? PAGE_CAP_WITH_HISTORY : PAGE_CAP;
  if (inputs.length > cap) return invalid(`No more than ${cap} inputs may be read in one request`);
  const find = (id: string): HubSpotRecord | null => {
    const found = idProperty === undefined ? id : portal.findUnique(type, idProperty, id);
    return found === null ? null : liveRecord(portal.account.store, type, found);
  };
  const found = new Map(inputs.map(({ id }) => [id, find(id)]));
  const absent = [...found].filter(([, record]) => record === null).map(([id]) => id);
  const records = [...found.values()].filter((record) => record !== null);
  const results = records.map((record) => render(record, { properties, history }));
  return absent.length === 0
    ? ok({ status: 'COMPLETE', results })
    : partly({ status: 'COMPLETE', results, numErrors: 1, errors: [absentError(type, absent)] });
}

export function liveRecord(store: RecordStore, type: ObjectName, id: string): HubSpotRecord | null {
  const record = store.get(type, id);
  return record === null || record.archived === true ? null : record;
}

export function absentError(type: ObjectName, ids: readonly string[]): object {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  };
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
