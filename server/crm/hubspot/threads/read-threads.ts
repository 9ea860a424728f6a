import { AppError } from '../../../../shared/errors.ts';
import type { ChangePage, Cursor, RecordBatch, Window } from '../../port.ts';
import type { CrmRecord, Receipt } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { parseAnswer } from '../reading/object-answer.ts';
import { listWalk, writePlace } from '../reading/cursor.ts';
import { isChat, isToRead, listThreads, THREADS_PATH, THREADS_TO_READ } from './list-threads.ts';
import { mapThread } from './map-in-thread.ts';
import type { MappedThread } from './map-in-thread.ts';
import { readMessages } from './read-messages.ts';
import { Thread } from './thread-answer.ts';

/** Threads with a message since the window's beginning, each read whole: one call for the list, and one a thread. */
export async function readThreadChanges(
  client: HubSpotClient,
  { from: since }: Window,
  cursor: Cursor | null,
): Promise<ChangePage> {
  const question = { after: listWalk(cursor), limit: THREADS_TO_READ, since };
  const { threads, receipts, after } = await listThreads(client, question);
  const wanted = threads.filter(isToRead);
  const read = await client.reserve(wanted.length, () => readEach(client, wanted));
  const unknown = threads.filter((thread) => isChat(thread) && !isToRead(thread));
  return {
    records: recordsOf(read),
    receipts: [
      ...receipts,
      ...(unknown.length > 0 ? [OF_STRANGERS] : []),
      ...read.flatMap((each) => each.receipts),
    ],
    next: writePlace(after === null ? null : { walk: 'list', after }),
  };
}

/** One line for all of them: HubSpot knows of many visitors nothing but that they were there. */
const OF_STRANGERS: Receipt = {
  kind: 'thread',
  id: null,
  reason: 'Chat threads of visitors whom HubSpot has not as a contact were not read.',
};

async function readEach(
  client: HubSpotClient,
  threads: readonly Thread[],
): Promise<readonly MappedThread[]> {
  const read: MappedThread[] = [];
  for (const thread of threads) {
    const messages = await orGone(readMessages(client, thread.id));
    if (messages !== null) read.push(mapThread(thread, messages));
  }
  return read;
}

function recordsOf(read: readonly MappedThread[]): readonly CrmRecord[] {
  return read.flatMap(({ record }) => (record === null ? [] : [record]));
}

/** The thread and its first messages: stopped between them, it would begin again for ever. */
const CALLS_A_THREAD = 2;

/**
 * By id: two calls a thread, because there is no batch of it. Ends where the next call would have to wait, since what was
 * read by then would be lost with it.
 */
export async function readThreads(
  client: HubSpotClient,
  ids: readonly string[],
): Promise<RecordBatch> {
  const read: MappedThread[] = [];
  const missing: string[] = [];
  for (const [index, id] of ids.entries()) {
    const found = await client
      .reserve(CALLS_A_THREAD, () => readThread(client, id))
      .catch((error: unknown) => postponed(error, index > 0));
    if (found === 'postponed') return { ...batchOf(read, missing), postponed: ids.slice(index) };
    if (found === null) missing.push(id);
    else read.push(found);
  }
  return batchOf(read, missing);
}

function batchOf(read: readonly MappedThread[], missing: readonly string[]): RecordBatch {
  return { records: recordsOf(read), receipts: read.flatMap(({ receipts }) => receipts), missing };
}

/** Null for one that is no longer there, or is none that we read any more. */
async function readThread(client: HubSpotClient, id: string): Promise<MappedThread | null> {
  const path = `${THREADS_PATH}/${encodeURIComponent(id)}`;
  const answer = await orGone(client.call({ policy: 'ten_secondly', method: 'GET', path }));
  if (answer === null) return null;
  const thread = parseAnswer(Thread, answer, `GET ${THREADS_PATH}/…`);
  const messages = isToRead(thread) ? await orGone(readMessages(client, id)) : null;
  const mapped = messages === null ? null : mapThread(thread, messages);
  return mapped?.record === null ? null : mapped;
}

function postponed(error: unknown, hasSome: boolean): 'postponed' {
  if (hasSome && error instanceof AppError && error.recovery === 'wait') return 'postponed';
  throw error;
}

async function orGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'crm_not_found') return null;
    throw error;
  }
}
