import type { ActivityRecord, Receipt } from '../../records.ts';
import type { Messages } from './read-messages.ts';
import type { Message, Thread } from './thread-answer.ts';

/**
 * A thread becomes one activity: its text has a line a message, "Visitor: words" or "Agent: words". Sides stand there and
 * no names: a visitor who tells theirs later would move every place in the text, and with it every quote's id.
 */
const SIDES = { buyer: 'Visitor', ours: 'Agent' } as const;

/**
 * Who an actor is, by the first letter of its id: visitor; agent, bot, integration, system, language model (HubSpot's
 * conversations guide, "get actors"; L from pipedream.com/apps/hubspot/actions/get-actor, read 2026-11-22). E is an e-mail
 * address, of whichever side: there the direction tells.
 */
const SIDE_OF_ACTOR: Readonly<Record<string, keyof typeof SIDES>> = {
  ...{ V: 'buyer', A: 'ours', B: 'ours', I: 'ours', S: 'ours', L: 'ours' },
};

export interface MappedThread {
  /** Null: nothing was said in it. */
  readonly record: ActivityRecord | null;
  readonly receipts: readonly Receipt[];
}

export function mapThread(thread: Thread, { messages, cut }: Messages): MappedThread {
  const said = messages.filter(isSaid).toSorted(byMoment);
  const [first, last] = [said[0], said.at(-1)];
  if (first === undefined || last === undefined) return { record: null, receipts: [] };
  const lines = said.map((message) => `${SIDES[sideOf(message)]}: ${onOneLine(message.text)}`);
  const record: ActivityRecord = {
    ...{ kind: 'thread', id: thread.id, archived: thread.archived },
    updatedAt: latest(last.createdAt, thread.latestMessageTimestamp),
    at: last.createdAt,
    ...{ endAt: null, direction: null, title: null, field: 'transcript', format: 'plain' },
    text: lines.join('\n'),
    moments: momentsOf(said, lines),
    ...{ ownerId: null, participants: [], dealIds: [], threadId: null },
    contactIds: thread.associatedContactId === null ? [] : [thread.associatedContactId],
    ...{ outcome: null, survey: null },
  };
  const isShortened = said.some(({ truncationStatus }) => truncationStatus === 'TRUNCATED');
  return { record, receipts: cut || isShortened ? [partOnly(thread)] : [] };
}

type Said = Message & { readonly createdAt: string };

/** Not what our side wrote to itself, and nothing without words: pictures, welcomes, changes of hands. */
function isSaid(message: Message): message is Said {
  const { type, archived, createdAt, text } = message;
  return type === 'MESSAGE' && !archived && createdAt !== null && text.trim() !== '';
}

function byMoment(a: Said, b: Said): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function sideOf({ senders, direction }: Message): keyof typeof SIDES {
  const actor = senders[0]?.actorId ?? '';
  return SIDE_OF_ACTOR[actor.charAt(0)] ?? (direction === 'INCOMING' ? 'buyer' : 'ours');
}

/** A character for a character: a line that a visitor begins with "Agent:" must not become one of ours. */
function onOneLine(text: string): string {
  return text.trim().replaceAll(/[\r\n\u2028\u2029]/g, ' ');
}

function momentsOf(said: readonly Said[], lines: readonly string[]): ActivityRecord['moments'] {
  let start = 0;
  return said.map(({ createdAt }, index) => {
    const moment = { start, at: createdAt };
    start += (lines[index]?.length ?? 0) + 1;
    return moment;
  });
}

function latest(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}

function partOnly({ id }: Thread): Receipt {
  return {
    kind: 'thread',
    id,
    reason: `HubSpot gave only a part of the chat thread ${id}; the rest was not read.`,
  };
}
