import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangePage, CrmPort, Window } from '../../server/crm/port.ts';
import type { RecordKind } from '../../server/crm/records.ts';
import { openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

/** What a night costs in calls of HubSpot, and what its lists, searches and batches tell beyond the records. */
describe('The HubSpot adapter at night', () => {
  let open: OpenHubSpot;
  let from: string;

  beforeEach(async () => {
    open = await openHubSpot({}, { timeoutMs: 20_000 });
    from = open.now().toISOString();
  });
  afterEach(() => open.hubspot.close());

  const since = (): Window => ({ from, to: open.now().toISOString() });
  const walk = async (kind: RecordKind, window: Window): Promise<readonly ChangePage[]> => {
    const pages: ChangePage[] = [];
    let cursor: string | null = null;
    do {
      const page: ChangePage = await open.port.readChanges(kind, window, cursor);
      pages.push(page);
      cursor = page.next;
    } while (cursor !== null);
    return pages;
  };
  const addNotes = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      open.advance(1);
      open.hubspot.putRecord({
        type: 'notes',
        properties: { hs_note_body: 'x', hs_timestamp: from },
      });
    }
  };
  const addDeal = (id: string, properties: Record<string, string> = {}): void => {
    const needed = { dealname: `Deal ${id}`, pipeline: 'sales', dealstage: 'open' };
    open.hubspot.putRecord({ type: 'deals', id, properties: { ...needed, ...properties } });
  };
  const { searches, others } = countersOf(() => open);

  describe('reading what changed', () => {
    it('asks each association type once for a thousand records', async () => {
      addNotes(950);
      const pages = await walk('note', since());
      expect(pages.flatMap(({ records }) => records)).toHaveLength(950);
      expect(pages).toHaveLength(1);
      expect([searches(), others()]).toEqual([5, 2]);
    });

    it('gives each record of a page once, although every search repeats the last millisecond', async () => {
      addNotes(1_500);
      const pages = await walk('note', since());
      const ids = pages.map(({ records }) => records.map(({ id }) => id));
      expect(ids.every((each) => new Set(each).size === each.length)).toBe(true);
      expect(new Set(ids.flat()).size).toBe(1_500);
      expect(ids.every((each) => each.length <= 1_000)).toBe(true);
    });

    it('reads the stage history of changed deals by fifties', async () => {
      for (let index = 1; index <= 200; index += 1) {
        open.advance(1);
        addDeal(String(index));
      }
      const [page] = await walk('deal', since());
      expect(page?.records).toHaveLength(200);
      expect([searches(), others()]).toEqual([1, 4 + 2]);
    });

    it('ends a page early where every call has a transcript of its own', async () => {
      const called = await openHubSpot({ transcripts: {} }, { timeoutMs: 20_000 });
      for (let index = 0; index < 150; index += 1) {
        called.advance(1);
        called.hubspot.putRecord({
          type: 'calls',
          properties: {
            hs_timestamp: from,
            hs_call_has_transcript: 'true',
            hs_call_transcription_id: `t${index}`,
          },
        });
      }
      const window = { from, to: called.now().toISOString() };
      const page = await called.port.readChanges('call', window, null);
      await called.hubspot.close();
      expect(page.records).toHaveLength(100);
      expect(page.next).not.toBeNull();
    });

    it('ends a page early where the texts are long', async () => {
      const long = 'x'.repeat(200_000);
      for (let index = 0; index < 220; index += 1) {
        open.advance(1);
        const properties = { hs_note_body: long, hs_timestamp: from };
        open.hubspot.putRecord({ type: 'notes', properties });
      }
      const page = await open.port.readChanges('note', since(), null);
      expect(page.records).toHaveLength(200);
      expect(page.next).not.toBeNull();
    });
  });

  describe('listing', () => {
    const all = async (list: NonNullable<CrmPort['readIds']>): Promise<readonly string[]> => {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list('note', cursor);
        ids.push(...page.ids);
        cursor = page.next;
      } while (cursor !== null);
      return ids;
    };

    it('tells the ids of all living records, a hundred a call', async () => {
      addNotes(250);
      const ids = await all((kind, cursor) => listed(open.port, kind, cursor));
      expect(new Set(ids).size).toBe(250);
      expect(others()).toBe(3);
    });

    it('tells what lies in the bin and since when, and nothing that lives', async () => {
      addNotes(2);
      const [first = '', second = ''] = await all((kind, cursor) =>
        listed(open.port, kind, cursor),
      );
      open.advance(60_000);
      open.hubspot.deleteRecord('notes', first);
      const gone = await open.port.readGone?.('note', null);
      expect(gone).toEqual({ gone: [{ id: first, goneAt: open.now().toISOString() }], next: null });
      expect(await all((kind, cursor) => listed(open.port, kind, cursor))).toEqual([second]);
    });

    it('is empty for what HubSpot keeps in a directory', async () => {
      expect(await open.port.readGone?.('owner', null)).toEqual({ gone: [], next: null });
      expect(await open.port.readIds?.('pipeline', null)).toEqual({ ids: [], next: null });
    });

    it('does not go in circles when a page is repeated', async () => {
      addNotes(250);
      const first = await listed(open.port, 'note', null);
      open.hubspot.queueFault({ kind: 'same_page_again' });
      await expect(listed(open.port, 'note', first.next)).rejects.toMatchObject({
        code: 'crm_unexpected_answer',
      });
    });
  });

  describe('looking for the pressing deals', () => {
    const inHours = (hours: number): string =>
      new Date(open.now().getTime() + hours * 3_600_000).toISOString();
    const pressing = (pipelineIds: readonly string[] | null, limit = 10) =>
      open.port.readPressingDeals?.({ pipelineIds, now: open.now().toISOString(), limit });

    beforeEach(() => {
      const isOpen = { hs_is_closed: 'false' };
      addDeal('1', { ...isOpen, notes_last_updated: inHours(-1) });
      addDeal('2', { ...isOpen, notes_last_updated: inHours(-90) });
      addDeal('3', { ...isOpen, hs_next_meeting_start_time: inHours(30) });
      addDeal('4', { ...isOpen, hs_next_meeting_start_time: inHours(2) });
      addDeal('5', { ...isOpen, pipeline: 'renewal', hs_next_meeting_start_time: inHours(1) });
      addDeal('6', {
        dealstage: 'won',
        hs_is_closed: 'true',
        hs_next_meeting_start_time: inHours(1),
      });
    });

    it('puts the next meetings first and then the latest activity, for two searches', async () => {
      expect((await pressing(null))?.slice(0, 5)).toEqual(['5', '4', '3', '1', '2']);
      expect(searches()).toBe(2);
    });

    it('keeps to the chosen pipelines, and to as many as asked for', async () => {
      expect(await pressing(['sales'], 3)).toEqual(['4', '3', '1']);
      expect(await pressing([])).toEqual([]);
    });

    it('tells their people and activities, the newest of each kind first', async () => {
      const contacts = ['70', '9'];
      for (const id of contacts)
        open.hubspot.putRecord({
          type: 'contacts',
          id,
          properties: { email: `${id}@buyer.example` },
        });
      open.hubspot.putRecord({
        type: 'notes',
        id: '88',
        properties: { hs_timestamp: from },
        associations: { deals: ['1'] },
      });
      open.hubspot.putRecord({
        type: 'deals',
        id: '2',
        properties: {},
        associations: { contacts },
      });
      const around = open.port.can.around ?? [];
      expect(await open.port.readAround?.(['1', '2'], around)).toEqual([
        { kind: 'contact', id: '70' },
        { kind: 'contact', id: '9' },
        { kind: 'note', id: '88' },
      ]);
    });

    it('passes over a kind that it may not read', async () => {
      open.hubspot.queueFault({ kind: 'forbidden', path: /deals\/tickets/ });
      const around = open.port.can.around ?? [];
      await expect(open.port.readAround?.(['1'], around)).resolves.toEqual([]);
    });
  });
});

function listed(port: CrmPort, kind: RecordKind, cursor: string | null) {
  if (port.readIds === undefined) throw new Error('HubSpot lists ids.');
  return port.readIds(kind, cursor);
}

function countersOf(opened: () => OpenHubSpot) {
  return {
    searches: () => opened().hubspot.ledger.count('search_secondly'),
    others: () => opened().hubspot.ledger.count('ten_secondly'),
  };
}
