import type { HubSpotClient } from '../client.ts';
import { askList } from '../reading/list-answer.ts';
import type { ListedPage } from '../reading/list-answer.ts';
import { THREADS_PATH } from './list-threads.ts';
import { Message } from './thread-answer.ts';

/** Assumed, as for threads; a page may be short and still have a next one (seen in practice, September 2026). */
const MESSAGES_A_PAGE = 100;
/** A thread of more than two thousand messages is somebody's whole history: its beginning is enough. */
const MOST_PAGES = 20;

export interface Messages {
  /** In no order. */
  readonly messages: readonly Message[];
  /** HubSpot has more than were read. */
  readonly cut: boolean;
}

/** `GET …/threads/{id}/messages`, to its end: only the whole gives every message the same place each time. */
export async function readMessages(client: HubSpotClient, threadId: string): Promise<Messages> {
  const path = `${THREADS_PATH}/${encodeURIComponent(threadId)}/messages`;
  const messages: Message[] = [];
  const query = { limit: String(MESSAGES_A_PAGE) };
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: ListedPage = await askList(client, { path, query, after });
    messages.push(...page.results.flatMap((each) => Message.safeParse(each).data ?? []));
    after = page.after;
    if (after === null) return { messages, cut: false };
  }
  return { messages, cut: true };
}
