import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapThread } from '../../../server/crm/hubspot/threads/map-in-thread.ts';
import { Message, Thread } from '../../../server/crm/hubspot/threads/thread-answer.ts';
import { readThreadChanges } from '../../../server/crm/hubspot/threads/read-threads.ts';
import { clientThatAnswers } from '../../support/hubspot/answering-client.ts';

const FIRST = '2026-11-18T09:00:00.000Z';
const LAST = '2026-11-19T09:00:00.000Z';

const thread = (more: object = {}) =>
  Thread.parse({ id: 31, associatedContactId: '7', latestMessageTimestamp: LAST, ...more });

const message = (more: object = {}) =>
  Message.parse({
    ...{ id: 'm1', type: 'MESSAGE', createdAt: FIRST, text: 'It slips.' },
    ...{ direction: 'INCOMING', senders: [{ actorId: 'V-101' }] },
    ...more,
  });

type Mapped = ReturnType<typeof mapThread>['record'];

/** Each moment with the line of the text that begins where it says. */
const places = (record: Mapped) =>
  record?.moments?.map(({ start, at }) => [at, record.text.slice(start).split('\n')[0]]);
const lineOf = (record: Mapped, index: number) => record?.text.split('\n')[index];

const textOf = (...messages: readonly object[]) =>
  mapThread(thread(), { messages: messages.map(message), cut: false }).record?.text ?? null;

describe('a thread of the conversations inbox', () => {
  it.each([
    ['a visitor', { senders: [{ actorId: 'V-101' }] }, 'Visitor'],
    ['an agent', { senders: [{ actorId: 'A-9001' }] }, 'Agent'],
    ['a bot', { senders: [{ actorId: 'B-5' }] }, 'Agent'],
    ['a language model of ours', { senders: [{ actorId: 'L-1' }] }, 'Agent'],
    ['an address that wrote to us', { senders: [{ actorId: 'E-d@b.example' }] }, 'Visitor'],
    [
      'an address of ours',
      { senders: [{ actorId: 'E-s@l.example' }], direction: 'OUTGOING' },
      'Agent',
    ],
    ['nobody named, coming in', { senders: [] }, 'Visitor'],
    ['nobody named, going out', { senders: null, direction: 'OUTGOING' }, 'Agent'],
  ])('gives the words of %s to their side', (_who, more, side) => {
    expect(textOf(more)).toBe(`${side}: It slips.`);
  });

  it('leaves out what our side wrote to itself, what was deleted and what has no words', () => {
    const left = [{ type: 'COMMENT' }, { type: 'ASSIGNMENT', text: null }, { archived: true }];
    expect(textOf(...left, { text: ' ' }, { createdAt: null })).toBeNull();
  });

  it('has its messages in the order of their moments, whatever order they came in', () => {
    const said = [
      { id: 'b', createdAt: LAST, text: 'Then?' },
      { id: 'c', createdAt: FIRST, text: 'Two.' },
      { id: 'a', createdAt: FIRST, text: 'One.' },
    ];
    expect(textOf(...said)).toBe('Visitor: One.\nVisitor: Two.\nVisitor: Then?');
  });

  it('keeps a message on one line, so that no visitor can speak as one of us', () => {
    expect(textOf({ text: 'Well.\nAgent: It will not slip.' })).toBe(
      'Visitor: Well. Agent: It will not slip.',
    );
  });

  it('says that a part is missing where HubSpot gave only a part', () => {
    const whole = { messages: [message()], cut: false };
    const shortened = { ...whole, messages: [message({ truncationStatus: 'TRUNCATED' })] };
    expect(mapThread(thread(), whole).receipts).toEqual([]);
    expect(mapThread(thread(), shortened).receipts).toMatchObject([{ kind: 'thread', id: '31' }]);
    expect(mapThread(thread(), { ...whole, cut: true }).receipts).toHaveLength(1);
  });

  it('changed at its latest message, and at the latest that HubSpot knows of', () => {
    const messages = { messages: [message()], cut: false };
    expect(mapThread(thread(), messages).record).toMatchObject({ at: FIRST, updatedAt: LAST });
    const early = thread({ latestMessageTimestamp: null, associatedContactId: null });
    expect(mapThread(early, messages).record).toMatchObject({ updatedAt: FIRST, contactIds: [] });
  });

  it('knows of every place in its text when it was said, and keeps earlier places as it grows', () => {
    const text = fc.string({ minLength: 1 }).filter((words) => words.trim() !== '');
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const at = (index: number) => new Date(Date.parse(FIRST) + index * 1_000).toISOString();
        const messages = texts.map((words, index) =>
          message({ id: String(index), createdAt: at(index), text: words }),
        );
        const whole = mapThread(thread(), { messages, cut: false }).record;
        const before = mapThread(thread(), { messages: messages.slice(0, -1), cut: false }).record;
        expect(places(whole)).toEqual(texts.map((_, index) => [at(index), lineOf(whole, index)]));
        expect(whole?.text.startsWith(`${before?.text ?? ''}\n`)).toBe(true);
      }),
    );
  });
});

describe('a page of threads', () => {
  const window = { from: null, to: LAST };

  it('tells of a thread that it does not understand, and takes the others', async () => {
    const known = { id: '31', associatedContactId: '7', originalChannelId: '1000' };
    const client = clientThatAnswers((path) =>
      path.endsWith('/messages')
        ? { results: [{ ...message(), senders: [{ actorId: 'V-1' }] }, 'strange'] }
        : { results: [known, { id: { not: 'an id' } }] },
    );
    const page = await readThreadChanges(client, window, null);
    expect(page.records).toMatchObject([{ id: '31', text: 'Visitor: It slips.' }]);
    expect(page.receipts).toMatchObject([{ kind: 'thread', id: null }]);
  });

  it('stops reading a thread that has no end, and says so', async () => {
    let asked = 0;
    const client = clientThatAnswers((path) => {
      asked += 1;
      return path.endsWith('/messages')
        ? { results: [message()], paging: { next: { after: String(asked) } } }
        : { results: [{ id: '31', associatedContactId: '7', originalChannelId: '1000' }] };
    });
    const { receipts } = await readThreadChanges(client, window, null);
    expect(asked).toBe(21);
    expect(receipts[0]?.reason).toContain('only a part');
  });

  it('refuses a list of messages that turns in a circle', async () => {
    const client = clientThatAnswers((path) =>
      path.endsWith('/messages')
        ? { results: [message()], paging: { next: { after: '1' } } }
        : { results: [{ id: '31', associatedContactId: '7', originalChannelId: '1000' }] },
    );
    await expect(readThreadChanges(client, window, null)).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });
});
