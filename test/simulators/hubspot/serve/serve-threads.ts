import type { HubSpotMessage, HubSpotThread } from '../hubspot-record.ts';
import { invalid, notFound, ok } from './answer.ts';
import type { Answer } from './answer.ts';
import { ID } from './call.ts';
import type { Route } from './call.ts';

/**
 * The conversations inbox: paths, parameters and bodies as in HubSpot's 2026-09 specification (HubSpot-public-api-spec-
 * collection, Conversations/Rollouts/338925/2026-09, commit 15609ab); what `sort` takes, that the order is always
 * ascending, and that the latest message needs its filter: the same interface's v3 specification. Read 2026-11-22.
 */

const THREADS = '/conversations/conversations/2026-09/threads';
/** Assumed: 500 was seen to work, nothing is documented. */
const PAGE_CAP = 500;
const SORTS: readonly (string | null)[] = [null, 'id', 'latestMessageTimestamp'];

const scopes = () => [['conversations.read']];

export const THREAD_ROUTES: readonly Route[] = [
  {
    ...{ method: 'GET', path: new RegExp(`^${THREADS}$`), scopes },
    serve: ({ portal }, { query }) => listThreads([...portal.threads.values()], query),
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${THREADS}/${ID}$`), scopes },
    serve: ({ portal }, { query }, [id = '']) => {
      const thread = find(portal.threads, id, query);
      return thread === null ? notFound('Thread not found') : ok(render(thread));
    },
  },
  {
    ...{ method: 'GET', path: new RegExp(`^${THREADS}/${ID}/messages$`), scopes },
    serve: ({ portal }, { query }, [id = '']) => {
      const thread = find(portal.threads, id, query);
      return thread === null ? notFound('Thread not found') : listMessages(thread, query);
    },
  },
];

/** That a deleted thread is found only by who asks for deleted ones is assumed. */
function find(
  threads: ReadonlyMap<string, HubSpotThread>,
  id: string,
  query: URLSearchParams,
): HubSpotThread | null {
  const thread = threads.get(id);
  const isWanted = (thread?.archived ?? false) === (query.get('archived') === 'true');
  return thread !== undefined && isWanted ? thread : null;
}

function listThreads(all: readonly HubSpotThread[], query: URLSearchParams): Answer {
  const [sort, since] = [query.get('sort'), query.get('latestMessageTimestampAfter')];
  if (!SORTS.includes(sort)) return invalid(`sort cannot be ${sort ?? ''}`);
  if (sort === 'latestMessageTimestamp' && since === null)
    return invalid('latestMessageTimestampAfter is required to sort by latestMessageTimestamp');
  if (since !== null && Number.isNaN(Date.parse(since)))
    return invalid('latestMessageTimestampAfter is not a date-time');
  const archived = query.get('archived') === 'true';
  const asked = all.filter(
    (thread) =>
      (thread.archived ?? false) === archived &&
      (since === null || Date.parse(latestOf(thread)) > Date.parse(since)),
  );
  const byLatest = sort === 'latestMessageTimestamp';
  const sorted = asked.toSorted((a, b) =>
    byLatest ? Date.parse(latestOf(a)) - Date.parse(latestOf(b)) : Number(a.id) - Number(b.id),
  );
  return page(sorted.map(render), query);
}

/** In which order messages come is not documented: here the newest first, which is nobody's reading order. */
function listMessages({ id, messages }: HubSpotThread, query: URLSearchParams): Answer {
  const archived = query.get('archived') === 'true';
  const asked = messages.filter((message) => (message.archived ?? false) === archived);
  const newestFirst = asked.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  return page(
    newestFirst.map((message) => renderMessage(id, message)),
    query,
  );
}

function page(items: readonly object[], query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? '100');
  if (!(limit >= 1 && limit <= PAGE_CAP)) return invalid(`limit must be between 1 and ${PAGE_CAP}`);
  const start = Number(query.get('after') ?? '0');
  const end = start + limit;
  const paging = end < items.length ? { paging: { next: { after: String(end), link: '' } } } : {};
  return ok({ results: items.slice(start, end), ...paging });
}

function latestOf({ messages, createdAt }: HubSpotThread): string {
  return (
    messages
      .map((each) => each.createdAt)
      .toSorted()
      .at(-1) ?? createdAt
  );
}

function render(thread: HubSpotThread): object {
  const { id, createdAt, originalChannelId, associatedContactId } = thread;
  return {
    ...{ id, createdAt, originalChannelId, inboxId: '1', originalChannelAccountId: '11' },
    ...(associatedContactId === undefined ? {} : { associatedContactId }),
    ...{ archived: thread.archived ?? false, spam: thread.spam ?? false, status: 'OPEN' },
    latestMessageTimestamp: latestOf(thread),
  };
}

/** Form as recorded in public code (a webhook app's fixtures of October 2024): senders with an actor's id. */
function renderMessage(conversationsThreadId: string, message: HubSpotMessage): object {
  const { id, type, createdAt, actorId, archived = false, text } = message;
  const common = {
    ...{ id, type, createdAt, archived, conversationsThreadId, createdBy: actorId },
    ...{ client: { clientType: 'HUBSPOT' }, senders: [{ actorId }], recipients: [] },
  };
  if (text === undefined) return common;
  return {
    ...common,
    ...{ text, richText: `<div>${text}</div>`, attachments: [] },
    truncationStatus: message.truncationStatus ?? 'NOT_TRUNCATED',
    direction: actorId.startsWith('V-') ? 'INCOMING' : 'OUTGOING',
    ...{ channelId: '1000', channelAccountId: '11' },
  };
}
