import type { ChangePage, Cursor, RecordBatch, Window } from '../port.ts';
import type { CrmRecord, RecordKind } from '../records.ts';
import type { HubSpotClient } from './client.ts';
import { batchReadObjects } from './reading/batch-read.ts';
import { readPlace, writePlace } from './reading/cursor.ts';
import type { Place } from './reading/cursor.ts';
import { readAllOwners, readOwners, readPipelines } from './reading/directory.ts';
import { gatherChanges } from './reading/gather-changes.ts';
import { readSubmissions } from './forms/read-by-place.ts';
import { readSubmissionChanges } from './forms/read-submissions.ts';
import { mapIn } from './map-in.ts';
import { MERGED_IDS, OBJECT_TYPES } from './objects.ts';
import type { ObjectKind, ObjectType } from './objects.ts';
import type { RawPage } from './reading/object-answer.ts';
import { listObjects } from './reading/read-objects.ts';
import { withTranscripts } from './reading/transcripts.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { withResponses } from './responses.ts';
import { readThreadChanges, readThreads } from './threads/read-threads.ts';
import { untoldReceipt, withAssociations } from './reading/with-associations.ts';
import { splitMergedIds } from './values.ts';

/** How we read: the way to HubSpot, and what the admin switched off. */
export interface Reading {
  readonly client: HubSpotClient;
  /** Every transcript is a call of its own. */
  readonly wantsTranscripts: () => Promise<boolean>;
  /** The figures of what contacts opened, clicked and visited. */
  readonly wantsResponses: () => Promise<boolean>;
}

export interface ChangeQuestion {
  readonly kind: RecordKind;
  readonly window: Window;
  readonly cursor: Cursor | null;
}

/** One page of a window: the list for the first load (it has no cap), search for what changed since. */
export async function readChanges(
  reading: Reading,
  { kind, window, cursor }: ChangeQuestion,
): Promise<ChangePage> {
  const { client } = reading;
  if (kind === 'thread') return readThreadChanges(client, window, cursor);
  if (kind === 'form') return formChanges(reading, window, cursor);
  const place = readPlace(window, cursor);
  if (kind === 'owner' || kind === 'pipeline') return readDirectory(client, kind, place);
  const type = await typeOf(reading, kind);
  const page =
    place.walk === 'list'
      ? await listPage(client, type, place.after)
      : await searchPage(client, type, { place, toMs: Date.parse(window.to) });
  return { ...(await takeOver(reading, kind, page)), next: writePlace(page.next) };
}

export async function readRecords(
  reading: Reading,
  kind: RecordKind,
  ids: readonly string[],
): Promise<RecordBatch> {
  if (ids.length === 0) return { records: [], receipts: [], missing: [] };
  const { client } = reading;
  if (kind === 'thread') return readThreads(client, ids);
  if (kind === 'form') return readSubmissions(client, ids);
  if (kind === 'owner') return pick(await readAllOwners(client), ids);
  if (kind === 'pipeline') return pick((await readPipelines(client)).records, ids);
  const { missing, merged, ...page } = await batchReadObjects(
    client,
    await typeOf(reading, kind),
    ids,
  );
  const { records, receipts } = await takeOver(reading, kind, page);
  return { records, receipts, missing, merged };
}

/** With response figures switched off, contacts are not asked about forms either; then every form is looked into. */
async function formChanges(
  { client, wantsResponses }: Reading,
  { from: since }: Window,
  cursor: Cursor | null,
): Promise<ChangePage> {
  const mayAskContacts = await wantsResponses();
  return readSubmissionChanges(client, { since, cursor, mayAskContacts });
}

/** What the admin switched off is not even asked for. */
async function typeOf({ wantsResponses }: Reading, kind: ObjectKind): Promise<ObjectType> {
  const type = OBJECT_TYPES[kind];
  return kind === 'contact' && (await wantsResponses()) ? withResponses(type) : type;
}

interface PageToTake extends RawPage {
  /** Found, but not given by id. */
  readonly failed?: readonly string[];
}

interface PageWithNext extends PageToTake {
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
  type: ObjectType,
  from: string | null,
): Promise<PageWithNext> {
  const { after, ...page } = await listObjects(client, type, from);
  return { ...page, next: after === null ? null : { walk: 'list', after } };
}

async function searchPage(
  client: HubSpotClient,
  type: ObjectType,
  walk: Parameters<typeof gatherChanges>[2],
): Promise<PageWithNext> {
  const { next, ...found } = await gatherChanges(client, type, walk);
  return { ...(await withHistory(client, type, found)), next };
}

/** Search gives no history, so those kinds are read again by id. One that vanished in between is simply not there. */
async function withHistory(
  client: HubSpotClient,
  type: ObjectType,
  found: RawPage,
): Promise<PageToTake> {
  if (type.history.length === 0 || found.raws.length === 0) return found;
  const ids = found.raws.map((raw) => raw.id);
  const { raws, receipts, failed } = await batchReadObjects(client, type, ids);
  return { raws, receipts: [...found.receipts, ...receipts], failed };
}

async function takeOver(
  { client, wantsTranscripts }: Reading,
  kind: ObjectKind,
  page: PageToTake,
): Promise<Required<Pick<ChangePage, 'records' | 'receipts' | 'again' | 'mergedAway'>>> {
  const { raws, untold } = await withAssociations(client, kind, page.raws);
  const spoken = kind === 'call' && (await wantsTranscripts());
  const complete = spoken ? await withTranscripts(client, raws) : raws;
  const mapped = complete.map((raw) => mapIn(kind, raw));
  return {
    records: mapped.flatMap(({ record }) => (record === null ? [] : [record])),
    receipts: [
      ...page.receipts,
      ...untold.map((id) => untoldReceipt(kind, id)),
      ...mapped.flatMap(({ receipt }) => (receipt === null ? [] : [receipt])),
    ],
    again: [...(page.failed ?? []), ...untold].map((id) => ({ kind, id })),
    mergedAway: complete.flatMap((raw) => mergedIds(raw).map((id) => ({ kind, id }))),
  };
}

/** A merge changes the winner only: nothing else tells that the others are gone. */
function mergedIds(raw: RawRecord): readonly string[] {
  return splitMergedIds(raw.properties[MERGED_IDS]).filter((id) => id !== raw.id);
}

function pick(all: readonly CrmRecord[], ids: readonly string[]): RecordBatch {
  const wanted = new Set(ids);
  const records = all.filter((record) => wanted.has(record.id));
  const found = new Set(records.map((record) => record.id));
  return { records, receipts: [], missing: ids.filter((id) => !found.has(id)) };
}
