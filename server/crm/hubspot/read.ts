import type { ChangePage, Cursor, RecordBatch, Window } from '../port.ts';
import type { CrmRecord, Receipt, RecordKind } from '../records.ts';
import type { HubSpotClient } from './client.ts';
import { readPlace, writePlace } from './reading/cursor.ts';
import type { Place } from './reading/cursor.ts';
import { readAllOwners, readOwners, readPipelines } from './reading/directory.ts';
import { mapIn } from './map-in.ts';
import { OBJECT_TYPES } from './objects.ts';
import type { ObjectKind } from './objects.ts';
import type { RawRecord } from './reading/raw-record.ts';
import {
  batchReadObjects,
  listObjects,
  searchObjects,
  withAssociations,
} from './reading/read-objects.ts';
import type { RawPage } from './reading/read-objects.ts';
import { askFor, askForAll, assertDrained, nextPlace } from './reading/search-step.ts';
import type { SearchPlace } from './reading/search-step.ts';
import { toInstant } from './values.ts';
import { withTranscripts } from './reading/transcripts.ts';

export interface ChangeQuestion {
  readonly kind: RecordKind;
  readonly window: Window;
  readonly cursor: Cursor | null;
}

/** One page of a window: the list for the first load (it has no cap), search for what changed since. */
export async function readChanges(
  client: HubSpotClient,
  { kind, window, cursor }: ChangeQuestion,
): Promise<ChangePage> {
  const place = readPlace(window, cursor);
  if (kind === 'owner' || kind === 'pipeline') return readDirectory(client, kind, place);
  const page =
    place.walk === 'list'
      ? await listPage(client, kind, place.after)
      : await searchPage(client, kind, { place, toMs: Date.parse(window.to) });
  return { ...(await takeOver(client, kind, page)), next: writePlace(page.next) };
}

export async function readRecords(
  client: HubSpotClient,
  kind: RecordKind,
  ids: readonly string[],
): Promise<RecordBatch> {
  if (ids.length === 0) return { records: [], receipts: [], missing: [] };
  if (kind === 'owner') return pick(await readAllOwners(client), ids);
  if (kind === 'pipeline') return pick((await readPipelines(client)).records, ids);
  const batch = await batchReadObjects(client, kind, ids);
  return { ...(await takeOver(client, kind, batch)), missing: batch.missing };
}

interface PageWithNext extends RawPage {
  readonly next: Place | null;
}

async function readDirectory(
  client: HubSpotClient,
  kind: 'owner' | 'pipeline',
  place: Place,
): Promise<ChangePage> {
  const from = place.walk === 'list' ? place.after : null;
  const page = kind === 'owner' ? await readOwners(client, from) : await readPipelines(client);
  const next: Place | null = page.after === null ? null : { walk: 'list', after: page.after };
  return { records: page.records, receipts: page.receipts, next: writePlace(next) };
}

async function listPage(
  client: HubSpotClient,
  kind: ObjectKind,
  from: string | null,
): Promise<PageWithNext> {
  const { after, ...page } = await listObjects(client, kind, from);
  return { ...page, next: after === null ? null : { walk: 'list', after } };
}

async function searchPage(
  client: HubSpotClient,
  kind: ObjectKind,
  { place, toMs }: { readonly place: SearchPlace; readonly toMs: number },
): Promise<PageWithNext> {
  const type = OBJECT_TYPES[kind];
  const found = await searchObjects(client, kind, askFor(type, place, toMs));
  const hits = found.raws.map((raw) => ({ id: raw.id, changedMs: changedMs(raw, type) }));
  const size = found.raws.length + found.receipts.length;
  const next = nextPlace(place, { hits, size, hasNext: found.hasNext });
  if (place.walk === 'drain' && !found.hasNext) {
    const all = await searchObjects(client, kind, askForAll(type, place.atMs));
    assertDrained(place.taken + size, all.total);
  }
  const beyond = next?.walk === 'keyset' && next.fromMs > toMs;
  return { ...(await withHistory(client, kind, found)), next: beyond ? null : next };
}

/** The property that search sorted by, not the record's own `updatedAt`, which may differ by milliseconds. */
function changedMs(raw: RawRecord, type: (typeof OBJECT_TYPES)[ObjectKind]): number {
  return Date.parse(toInstant(raw.properties[type.changedProperty]) ?? raw.updatedAt);
}

/** Search gives no history, so those kinds are read again by id. One that vanished in between is simply not there. */
async function withHistory(
  client: HubSpotClient,
  kind: ObjectKind,
  found: RawPage,
): Promise<RawPage> {
  if (OBJECT_TYPES[kind].history.length === 0 || found.raws.length === 0) return found;
  const ids = found.raws.map((raw) => raw.id);
  const batch = await batchReadObjects(client, kind, ids);
  return { raws: batch.raws, receipts: [...found.receipts, ...batch.receipts] };
}

async function takeOver(
  client: HubSpotClient,
  kind: ObjectKind,
  page: RawPage,
): Promise<{ readonly records: readonly CrmRecord[]; readonly receipts: readonly Receipt[] }> {
  const associated = await withAssociations(client, kind, page.raws);
  const complete = kind === 'call' ? await withTranscripts(client, associated) : associated;
  const mapped = complete.map((raw) => mapIn(kind, raw));
  return {
    records: mapped.flatMap(({ record }) => (record === null ? [] : [record])),
    receipts: [
      ...page.receipts,
      ...mapped.flatMap(({ receipt }) => (receipt === null ? [] : [receipt])),
    ],
  };
}

function pick(all: readonly CrmRecord[], ids: readonly string[]): RecordBatch {
  const wanted = new Set(ids);
  const records = all.filter((record) => wanted.has(record.id));
  const found = new Set(records.map((record) => record.id));
  return { records, receipts: [], missing: ids.filter((id) => !found.has(id)) };
}
