import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallMeter, CallPolicy, ChangePage, Window } from '../../server/crm/port.ts';
import { AppError } from '../../shared/errors.ts';
import type { FaultKind } from '../simulators/hubspot/faults.ts';
import { HUBSPOT_LIMITS } from '../simulators/hubspot/rate-limits.ts';
import { openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';
import { describeCrmPort } from './describe-crm-port.ts';
import type { CrmHarness, Fault } from './describe-crm-port.ts';

const FAULTS: Readonly<Record<Fault, FaultKind>> = {
  rate_limited: 'rate_limited',
  expired_token: 'expired_token',
  forbidden: 'forbidden',
  outage: 'bad_gateway',
  half_body: 'half_body',
  silence: 'hang',
  same_page_again: 'same_page_again',
};

async function openHarness(): Promise<CrmHarness> {
  const { hubspot, port, ...clock } = await openHubSpot({}, { timeoutMs: 1_500 });
  const addContact = (properties: Record<string, string>): string =>
    hubspot.putRecord({ type: 'contacts', properties }).id;
  return {
    port,
    ...clock,
    addContacts: (count) =>
      Array.from({ length: count }, (_, index) => addContact({ email: `p${index}@buyer.example` })),
    addContactWithUnknownField: () => addContact({ email: 'x@buyer.example', newly_made: 'yes' }),
    touchContact: (id) => {
      hubspot.putRecord({ type: 'contacts', id, properties: { jobtitle: 'Changed' } });
    },
    deleteContact: (id) => {
      hubspot.deleteRecord('contacts', id);
    },
    addDeal: () => addDeal(hubspot),
    addMalformedNote: () => addMalformedNote(hubspot),
    spoil: (fault) => {
      hubspot.queueFault({ kind: FAULTS[fault], times: fault === 'expired_token' ? 2 : 1 });
    },
    close: () => hubspot.close(),
  };
}

async function walkContacts({ port }: OpenHubSpot, window: Window): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await port.readChanges('contact', window, cursor);
    ids.push(...page.records.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

type StandIn = OpenHubSpot['hubspot'];

function addDeal(hubspot: StandIn): string {
  const person = hubspot.putRecord({ type: 'contacts', properties: { email: 'd@buyer.example' } });
  const properties = { dealname: 'A deal', pipeline: 'sales', hubspot_owner_id: '501' };
  const { id } = hubspot.putRecord({
    type: 'deals',
    properties: { ...properties, dealstage: 'open' },
    associations: { contacts: [person.id] },
  });
  hubspot.putRecord({ type: 'deals', id, properties: { dealstage: 'won' } });
  return id;
}

function addMalformedNote(hubspot: StandIn): string {
  const id = '77';
  const served = { id, properties: { hs_note_body: { text: 'an object' } }, archived: false };
  hubspot.putRecord({ type: 'notes', id, properties: {}, served });
  hubspot.putRecord({
    type: 'notes',
    properties: { hs_note_body: 'Fine.', hs_timestamp: '1763632800000' },
  });
  return id;
}

describeCrmPort('HubSpot', openHarness);

const opened: OpenHubSpot[] = [];

/** Closed after the test, whatever its end. */
/** The queue comes back to the same cursor. */
function whenNotNow(error: unknown): null {
  if (error instanceof AppError && error.recovery === 'wait') return null;
  throw error;
}

async function opening(...options: Parameters<typeof openHubSpot>): Promise<OpenHubSpot> {
  const made = await openHubSpot(...options);
  opened.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ hubspot }) => hubspot.close()));
});

describe('The HubSpot adapter', () => {
  let open: OpenHubSpot;
  beforeEach(async () => {
    open = await opening();
  });

  const since = (from: string): { from: string; to: string } => ({
    from,
    to: open.now().toISOString(),
  });

  it.each([90, 990, 9_900])(
    'drains a millisecond whose ids are sorted as text from %d on without skipping one',
    async (first) => {
      const sorted = await opening({ idOrder: 'text' });
      const from = sorted.now().toISOString();
      for (let id = first; id < first + 300; id += 1) {
        sorted.hubspot.putRecord({ type: 'contacts', id: String(id), properties: {} });
      }
      const window = { from, to: from };
      const ids = new Set(await walkContacts(sorted, window));
      expect(ids.size).toBe(300);
    },
  );

  it('completes associations that a list page cut off', async () => {
    const { hubspot, port } = open;
    const ids = Array.from({ length: 1_200 }, (_, index) => String(1_000 + index));
    hubspot.putRecord({
      type: 'deals',
      id: '5',
      properties: { dealname: 'Wide', pipeline: 'sales', dealstage: 'open' },
      associations: { contacts: ids },
    });
    const page = await port.readChanges('deal', { from: null, to: open.now().toISOString() }, null);
    const deal = page.records[0];
    expect(deal?.kind === 'deal' ? deal.contactIds : []).toEqual(ids);
  });

  it('reads transcripts as lines of "Name: words"', async () => {
    const spoken = [{ speaker: { name: 'Dana', email: 'Dana@Buyer.example' }, text: 'It\nslips.' }];
    const timed = spoken.map((each) => ({ ...each, startTimeMillis: 0, endTimeMillis: 1 }));
    const called = await opening({ transcripts: { t9: timed } });
    called.hubspot.putRecord({
      type: 'calls',
      properties: {
        hs_timestamp: called.now().toISOString(),
        hs_call_has_transcript: 'true',
        hs_call_transcription_id: 't9',
      },
    });
    const window = { from: null, to: called.now().toISOString() };
    const page = await called.port.readChanges('call', window, null);
    expect(page.records).toEqual([
      expect.objectContaining({
        field: 'transcript',
        text: 'Dana: It slips.',
        participants: [{ role: 'with', name: 'Dana', email: 'dana@buyer.example' }],
      }),
    ]);
  });

  it('keeps the note of a call whose transcript it may not read', async () => {
    const { hubspot, port } = open;
    hubspot.putRecord({
      type: 'calls',
      properties: {
        hs_timestamp: open.now().toISOString(),
        hs_call_body: 'She asked twice.',
        hs_call_has_transcript: 'true',
        hs_call_transcription_id: 't9',
      },
    });
    hubspot.queueFault({ kind: 'forbidden', path: /transcripts/ });
    const page = await port.readChanges('call', { from: null, to: open.now().toISOString() }, null);
    expect(page.records).toEqual([
      expect.objectContaining({ field: 'body', text: 'She asked twice.' }),
    ]);
  });

  it('asks the meter before each call and tells it afterwards, with the policy of that call', async () => {
    const told: string[] = [];
    const meter: CallMeter = {
      take: (policy: CallPolicy) => {
        told.push(`take ${policy}`);
        return Promise.resolve();
      },
      seen: (policy, { status, retryAfterMs }) => {
        told.push(`seen ${policy} ${status} ${String(retryAfterMs)}`);
      },
    };
    const metered = await opening({}, { meter });
    const window = { from: metered.now().toISOString(), to: metered.now().toISOString() };
    metered.hubspot.queueFault({ kind: 'search_rate_limited' });
    await metered.port.readChanges('note', window, null).catch(() => undefined);
    await metered.port.readChanges('note', { ...window, from: null }, null);
    expect(told).toEqual([
      'take search_secondly',
      'seen search_secondly 429 1000',
      'take ten_secondly',
      'seen ten_secondly 200 null',
    ]);
  });

  it('tells the meter what the headers allow, and which limit refused', async () => {
    const heard: object[] = [];
    const meter: CallMeter = {
      take: () => Promise.resolve(),
      seen: (_policy, { status, refusedBy, allowance }) => {
        heard.push({ status, refusedBy, allowance });
      },
    };
    const { hubspot, port } = await opening({ limits: HUBSPOT_LIMITS }, { meter });
    const whole = { from: null, to: open.now().toISOString() };
    for (const kind of ['rate_limited', 'search_rate_limited', 'daily_limited'] as const) {
      hubspot.queueFault({ kind });
      await port.readChanges('note', whole, null).catch(() => undefined);
    }
    await port.readChanges('note', whole, null);
    expect(heard).toMatchObject([
      { status: 429, refusedBy: 'ten_secondly' },
      { status: 429, refusedBy: 'search_secondly' },
      { status: 429, refusedBy: 'daily' },
      { status: 200, allowance: { calls: 110, perMs: 10_000, perDay: null } },
    ]);
  });

  it('asks with a renewed key when one has just expired, and counts both calls', async () => {
    const taken: CallPolicy[] = [];
    const meter: CallMeter = {
      take: (policy) => {
        taken.push(policy);
        return Promise.resolve();
      },
      seen: () => undefined,
    };
    const { hubspot, port } = await opening({}, { meter });
    hubspot.queueFault({ kind: 'expired_token' });
    const page = await port.readChanges('note', { from: null, to: open.now().toISOString() }, null);
    expect(page.records).toEqual([]);
    expect(taken).toHaveLength(2);
    expect(hubspot.ledger.statuses()).toEqual({ 200: 1, 401: 1 });
  });

  it('sets the calls of a page aside before its first one, and those of its transcripts when they are known', async () => {
    const reserved: number[] = [];
    const meter: CallMeter = {
      take: () => Promise.resolve(),
      seen: () => undefined,
      reserve: (calls, work) => {
        reserved.push(calls);
        return work();
      },
    };
    const { hubspot, port } = await opening({}, { meter });
    const transcript = { hs_call_has_transcript: 'true', hs_call_transcription_id: '5' };
    hubspot.putRecord({ type: 'calls', properties: { ...transcript, hs_timestamp: '1' } });
    const from = '2020-01-01T00:00:00.000Z';
    await port.readChanges('call', { from, to: open.now().toISOString() }, null);
    await port.readRecords(
      'deal',
      Array.from({ length: 100 }, (_, index) => String(index)),
    );
    // Ten searches, two associations; one transcript; two batches with history, two associations.
    expect(reserved).toEqual([12, 1, 4]);
  });

  it('ends a page where the next search would have to wait, and goes on there', async () => {
    let searches = 0;
    const meter: CallMeter = {
      take: (policy) => {
        if (policy !== 'search_secondly') return Promise.resolve();
        searches += 1;
        const wait = { recovery: 'wait', retryAfterMs: 700 } as const;
        return searches % 3 > 0
          ? Promise.resolve()
          : Promise.reject(new AppError('crm_rate_limited', 'Not now.', wait));
      },
      seen: () => undefined,
    };
    const { hubspot, port, now } = await opening({}, { meter });
    for (let index = 0; index < 900; index += 1) {
      hubspot.putRecord({ type: 'notes', properties: { hs_note_body: 'x' } });
    }
    const window = { from: now().toISOString(), to: now().toISOString() };
    const [ids, pages] = [new Set<string>(), [] as number[]];
    let cursor: string | null = null;
    do {
      const page: ChangePage | null = await port
        .readChanges('note', window, cursor)
        .catch((error: unknown) => whenNotNow(error));
      if (page === null) continue;
      for (const { id } of page.records) ids.add(id);
      pages.push(page.records.length);
      cursor = page.next;
    } while (cursor !== null || pages.length === 0);
    expect(ids.size).toBe(900);
    expect(pages.length).toBeGreaterThan(1);
  });

  it('costs one search and two association calls for a page of changed activities', async () => {
    const { hubspot, port } = open;
    const from = open.now().toISOString();
    for (let index = 0; index < 200; index += 1) {
      hubspot.putRecord({ type: 'notes', properties: { hs_note_body: 'x', hs_timestamp: from } });
    }
    hubspot.ledger.clear();
    await port.readChanges('note', since(from), null);
    expect(hubspot.ledger.count('search_secondly')).toBe(1);
    expect(hubspot.ledger.count('ten_secondly')).toBe(2);
  });
});

describe('The stand-in HubSpot', () => {
  it('refuses the 111th call of ten seconds and the sixth search of a second', async () => {
    const { port, now } = await opening({ limits: HUBSPOT_LIMITS });
    const ask = (from: string | null): Promise<unknown> =>
      port.readChanges('note', { from, to: now().toISOString() }, null);
    for (let index = 0; index < HUBSPOT_LIMITS.tenSecondly; index += 1) await ask(null);
    await expect(ask(null)).rejects.toMatchObject({ retryAfterMs: 10_000 });
    const searches = await Promise.allSettled(
      Array.from({ length: 6 }, () => ask(now().toISOString())),
    );
    expect(searches.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('hides a change from search until its index has caught up', async () => {
    const { hubspot, port, now, ...clock } = await opening({ searchLagMs: () => 4_000 });
    const from = now().toISOString();
    hubspot.putRecord({ type: 'notes', properties: { hs_timestamp: from } });
    const count = async (): Promise<number> => {
      const window = { from, to: now().toISOString() };
      return (await port.readChanges('note', window, null)).records.length;
    };
    const before = await count();
    clock.advance(5_000);
    expect([before, await count()]).toEqual([0, 1]);
  });

  it('closes at once although an answer is still owed', async () => {
    const { hubspot, port, now } = await opening();
    hubspot.queueFault({ kind: 'hang' });
    const asked = port.readChanges('note', { from: null, to: now().toISOString() }, null);
    const told = expect(asked).rejects.toMatchObject({ code: 'crm_unavailable' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await hubspot.close();
    await told;
  });
});
