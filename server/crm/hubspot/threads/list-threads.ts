import type { Instant } from '../../../../shared/ids.ts';
import type { GonePage, IdPage } from '../../port.ts';
import type { Receipt } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { API_VERSIONS } from '../objects.ts';
import { askList } from '../reading/list-answer.ts';
import { receipt } from '../reading/raw-record.ts';
import { Thread } from './thread-answer.ts';

/**
 * `GET /conversations/conversations/2026-09/threads`. Sorted by id, or from `latestMessageTimestampAfter` on by the latest
 * message, which is all the order it knows, and always ascending (its own description; read 2026-11-22). A thread that
 * gets a message while the list is walked moves to the list's end, so it comes again and is never passed over.
 */
export const THREADS_PATH = `/conversations/conversations/${API_VERSIONS.conversations}/threads`;

/** The specification names no cap; 100 is that of its neighbours, and 500 was seen to work (assumed). */
const THREADS_A_PAGE = 100;
/** As many threads as one page reads, since the messages of each are a call. */
export const THREADS_TO_READ = 25;

/** E-mails of a team inbox are read as mails, and what came by a form as its submission. The numbers are assumed. */
const OTHERWISE_READ: ReadonlySet<string | null> = new Set(['1002', '1003']);

interface ThreadPage {
  readonly threads: readonly Thread[];
  readonly receipts: readonly Receipt[];
  readonly after: string | null;
}

interface ThreadQuestion {
  readonly after: string | null;
  readonly limit: number;
  readonly archived?: boolean;
  /** Null: since ever. */
  readonly since?: Instant | null;
}

export async function listThreads(
  client: HubSpotClient,
  { after: from, limit, archived = false, since = null }: ThreadQuestion,
): Promise<ThreadPage> {
  const query = { limit: String(limit), archived: String(archived), ...newsSince(since) };
  const page = await askList(client, { path: THREADS_PATH, query, after: from });
  return { ...sortOut(page.results), after: page.after };
}

function newsSince(since: Instant | null): Readonly<Record<string, string>> {
  if (since === null) return {};
  return { sort: 'latestMessageTimestamp', latestMessageTimestampAfter: since };
}

function sortOut(results: readonly unknown[]): Pick<ThreadPage, 'threads' | 'receipts'> {
  const parsed = results.map((result) => Thread.safeParse(result));
  return {
    threads: parsed.flatMap(({ data }) => data ?? []),
    receipts: parsed
      .filter(({ success }) => !success)
      .map(() => receipt('thread', null, 'is not one we understand')),
  };
}

/** A chat, of somebody whom HubSpot has as a contact. */
export function isToRead(thread: Thread): boolean {
  return isChat(thread) && thread.associatedContactId !== null;
}

export function isChat({ spam, archived, originalChannelId }: Thread): boolean {
  return !spam && !archived && !OTHERWISE_READ.has(originalChannelId);
}

/** Nothing of a thread that is gone says when it went; that it was before its last message is impossible. */
const LATEST = '9999-12-31T00:00:00.000Z';

/** HubSpot keeps a deleted thread for 30 days in its archive (conversations guide, "archive threads"). */
export async function readGoneThreads(
  client: HubSpotClient,
  from: string | null,
): Promise<GonePage> {
  const question = { after: from, limit: THREADS_A_PAGE, archived: true };
  const { threads, after } = await listThreads(client, question);
  const gone = threads.map(({ id, latestMessageTimestamp, createdAt }) => ({
    id,
    goneAt: latestMessageTimestamp ?? createdAt ?? LATEST,
  }));
  return { gone, next: after };
}

/** Only of those that we would read. */
export async function readThreadIds(client: HubSpotClient, from: string | null): Promise<IdPage> {
  const { threads, after } = await listThreads(client, { after: from, limit: THREADS_A_PAGE });
  return { ids: threads.filter(isToRead).map(({ id }) => id), next: after };
}
