import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ActivityRecord } from '../../server/crm/records.ts';
import { meterOf } from '../support/hubspot/meter-of.ts';
import { openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';
import { thread, threadOfStranger } from '../support/hubspot/website.ts';

const WORRY = 'What happens if the migration slips?';
const LONG_AGO = '2026-10-01T09:00:00.000Z';
const YESTERDAY = '2026-11-19T09:00:00.000Z';

const chat = thread('31', [
  [LONG_AGO, 'V-101', WORRY],
  [YESTERDAY, 'A-9001', 'We move one team first.'],
]);

describe('A chat thread of HubSpot', () => {
  let open: OpenHubSpot;
  beforeEach(async () => {
    open = await openHubSpot();
  });
  afterEach(() => open.hubspot.close());

  const changes = async (from: string | null) => {
    const { records, receipts, next } = await open.port.readChanges(
      'thread',
      { from, to: open.now().toISOString() },
      null,
    );
    return { records, receipts, next };
  };
  const idsSince = async (from: string | null) => (await changes(from)).records.map(({ id }) => id);

  it('is an activity of its contact, a line a message, each with its own moment', async () => {
    open.hubspot.putThread(chat);
    const { records } = await changes(null);
    expect(records.map((record) => ActivityRecord.parse(record))).toMatchObject([
      {
        ...{ kind: 'thread', id: '31', at: YESTERDAY, contactIds: ['7'], format: 'plain' },
        text: `Visitor: ${WORRY}\nAgent: We move one team first.`,
        moments: [
          { start: 0, at: LONG_AGO },
          { start: 46, at: YESTERDAY },
        ],
      },
    ]);
  });

  it('is read for its changes when a message is newer than the window’s beginning', async () => {
    open.hubspot.putThread(chat);
    open.hubspot.putThread(thread('32', [[LONG_AGO, 'V-101', WORRY]]));
    expect(await idsSince('2026-11-18T00:00:00.000Z')).toEqual(['31']);
    expect(await idsSince('2026-11-20T00:00:00.000Z')).toEqual([]);
    expect(await idsSince(null)).toEqual(['31', '32']);
  });

  it('costs one call where nobody chatted, and one more for each chat', async () => {
    await changes(YESTERDAY);
    expect(open.hubspot.ledger.entries).toHaveLength(1);
    open.hubspot.putThread(chat);
    open.hubspot.ledger.clear();
    await changes(LONG_AGO);
    expect(open.hubspot.ledger.entries).toHaveLength(2);
  });

  it('is passed over without a call when it is a mail, a form or spam, or of nobody known', async () => {
    open.hubspot.putThread({ ...chat, id: '1', originalChannelId: '1002' });
    open.hubspot.putThread({ ...chat, id: '2', originalChannelId: '1003' });
    open.hubspot.putThread({ ...chat, id: '3', spam: true });
    open.hubspot.putThread(threadOfStranger('4', [[YESTERDAY, 'V-102', WORRY]]));
    const { records, receipts } = await changes(null);
    expect(records).toEqual([]);
    expect(receipts).toMatchObject([{ kind: 'thread', id: null }]);
    expect(receipts[0]?.reason).toContain('has not as a contact');
    expect(open.hubspot.ledger.entries).toHaveLength(1);
  });

  it('comes page by page to the end', async () => {
    for (let id = 1; id <= 60; id += 1) open.hubspot.putThread({ ...chat, id: String(id) });
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const window = { from: LONG_AGO, to: open.now().toISOString() };
      const page = await open.port.readChanges('thread', window, cursor);
      ids.push(...page.records.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(60);
  });

  it('is read by id, and missing when it was deleted or is unknown', async () => {
    open.hubspot.putThread(chat);
    open.hubspot.putThread({ ...chat, id: '32' });
    open.hubspot.deleteThread('32');
    const batch = await open.port.readRecords('thread', ['31', '32', '33']);
    expect(batch.records).toMatchObject([{ id: '31' }]);
    expect(batch.missing).toEqual(['32', '33']);
  });

  it('is told as gone from the archive, and no longer among the ids', async () => {
    open.hubspot.putThread(chat);
    open.hubspot.putThread({ ...chat, id: '32' });
    open.hubspot.putThread({ ...chat, id: '33', originalChannelId: '1002' });
    open.hubspot.deleteThread('32');
    expect(await open.port.readGone?.('thread', null)).toEqual({
      gone: [{ id: '32', goneAt: YESTERDAY }],
      next: null,
    });
    expect(await open.port.readIds?.('thread', null)).toEqual({ ids: ['31'], next: null });
  });

  it('is refused by HubSpot where the scope was not granted', async () => {
    open.hubspot.setGrantedScopes(['oauth', 'crm.objects.contacts.read']);
    await expect(changes(null)).rejects.toMatchObject({ code: 'crm_forbidden', recovery: 'skip' });
    await expect(open.port.readRecords('thread', ['0'])).rejects.toMatchObject({
      code: 'crm_forbidden',
    });
  });

  it('waits for another time, by id, when the calls run out, and what was read by then is kept', async () => {
    const short = await openHubSpot(
      { threads: [chat, { ...chat, id: '32' }] },
      { meter: meterOf(3) },
    );
    try {
      const batch = await short.port.readRecords('thread', ['31', '32', '33']);
      expect(batch.records.map(({ id }) => id)).toEqual(['31']);
      expect(batch).toMatchObject({ missing: [], postponed: ['32', '33'] });
      await expect(short.port.readRecords('thread', ['32'])).rejects.toMatchObject({
        recovery: 'wait',
      });
    } finally {
      await short.hubspot.close();
    }
  });

  it('stops where the server gives the same page again', async () => {
    for (let id = 1; id <= 60; id += 1) open.hubspot.putThread({ ...chat, id: String(id) });
    const window = { from: null, to: open.now().toISOString() };
    const first = await open.port.readChanges('thread', window, null);
    open.hubspot.queueFault({ kind: 'same_page_again' });
    await expect(open.port.readChanges('thread', window, first.next)).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });
});
