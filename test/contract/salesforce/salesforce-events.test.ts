import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SILENCE_MS } from '../../../server/crm/salesforce/events/listening.ts';
import { AppError } from '../../../shared/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { openListener, type OpenListener } from '../../support/salesforce/open-listener.ts';
import { sql } from '../../support/postgres.ts';
import { storesForEachTest } from '../../support/stores-for-each-test.ts';

const TOPIC = '/data/OpportunityChangeEvent';
const HOUR_MS = 3_600_000;

describe('listening to an org', () => {
  const stores = storesForEachTest();
  let open: OpenListener;
  let told: string[];
  beforeEach(async () => {
    open = await openListener(stores);
    told = [];
  });
  afterEach(() => open.close());

  /** A rep saves a deal. */
  const save = (times = 1) => {
    for (let time = 0; time < times; time += 1)
      told.push(open.salesforce.org.put('Opportunity', { Name: `Deal ${told.length}` }).Id);
  };
  const streams = (count: number) =>
    eventually(`stream ${count} is open`, () => last()?.topic != null && opened() >= count);
  const opened = () => open.events.subscribers.length;
  const last = () => open.events.subscribers.at(-1);
  const arrived = () =>
    eventually('all that was told is in the inbox', async () => {
      const inbox = await open.inbox();
      return inbox.length === told.length && told.every((id) => inbox.includes(id));
    });
  const placeNow = () => open.places.load(stores.tenantId, TOPIC);
  const rests = (forMs: number) =>
    eventually(`it rests for ${forMs} ms`, () =>
      [...open.rests].some((rest) => rest.forMs === forMs),
    );
  const startAndHear = async () => {
    const worker = open.start();
    await streams(1);
    save();
    await arrived();
    return worker;
  };

  it('begins with what comes from now on, and keeps each change in the inbox', async () => {
    open.salesforce.org.put('Opportunity', { Name: 'Before anybody listened' });
    await startAndHear();
    expect(last()?.asked[0]).toMatchObject({ replayPreset: 'LATEST', numRequested: 100 });
    expect(open.reported).toEqual([]);
  });

  it('goes on where a killed worker was, without a gap', async () => {
    const worker = await startAndHear();
    worker.kill();
    await worker.ended;
    save(2);
    open.start();
    await arrived();
    expect(last()?.asked[0]).toMatchObject({ replayPreset: 'CUSTOM' });
  });

  it('hears again what could not be kept, and once only what was', async () => {
    let fails = 1;
    open.start({
      keep: async (heard) => {
        fails -= 1;
        if (fails >= 0) throw new AppError('database_unavailable', 'Away.', { recovery: 'retry' });
        const storedAt = '2026-11-20T10:00:00.000Z';
        await open.places.keep(stores.tenantId, { ...heard, topic: TOPIC, storedAt });
      },
      loadPlace: async () => ({ replayId: Buffer.alloc(8), storedAt: '2026-11-20T10:00:00.000Z' }),
    });
    await streams(1);
    save();
    await rests(1_000);
    open.endRests(1_000);
    await arrived();
    // The place that this worker is told of never moves: the next subscription hears it all a second time.
    last()?.end();
    await rests(1_000);
    open.endRests(1_000);
    await streams(3);
    save();
    await arrived();
    expect(open.reported).toHaveLength(1);
  });

  it('reconnects when nothing was heard for five minutes, and misses nothing', async () => {
    await startAndHear();
    const [first] = open.events.subscribers;
    if (first) first.silent = true;
    save();
    await rests(SILENCE_MS);
    expect(opened()).toBe(1);
    open.endRests(SILENCE_MS);
    await rests(1_000);
    open.endRests(1_000);
    await arrived();
    expect(opened()).toBe(2);
  });

  it('takes a keepalive for a sign of life and for a new place', async () => {
    await startAndHear();
    const before = await placeNow();
    open.salesforce.org.put('Account', { Name: 'Of another topic' });
    open.advance(HOUR_MS);
    open.events.keepAlive();
    await eventually('the place moved', async () => {
      const place = await placeNow();
      return place !== null && before !== null && place.replayId.compare(before.replayId) > 0;
    });
    expect((await placeNow())?.storedAt).toBe('2026-11-20T11:00:00.000Z');
  });

  it('gets another key when Salesforce refuses the one it has, and goes on', async () => {
    await startAndHear();
    const [first] = open.events.subscribers;
    open.salesforce.expireTokens();
    open.events.checkKeys();
    save();
    await arrived();
    expect(open.renewed).toEqual([first?.accessToken]);
    expect(last()?.asked[0]).toMatchObject({ replayPreset: 'CUSTOM' });
    expect(open.reported).toEqual([]);
  });

  it('rests longer each time when no key opens', async () => {
    open.start({ keyOf: async () => ({ accessToken: 'none', instanceUrl: 'x', orgId: 'x' }) });
    for (const forMs of [1_000, 2_000, 4_000]) {
      await rests(forMs);
      open.endRests(forMs);
    }
    expect(open.events.refusals()).toBeGreaterThanOrEqual(4);
  });

  it('connects again when Salesforce ends the stream', async () => {
    await startAndHear();
    last()?.end();
    await rests(1_000);
    save();
    open.endRests(1_000);
    await arrived();
    expect(opened()).toBe(2);
  });

  it('stops when the connection needs a person', async () => {
    const keyOf = () =>
      Promise.reject(new AppError('crm_unauthorized', 'Gone.', { recovery: 'reauthorize' }));
    await open.start({ keyOf }).ended;
    expect(opened()).toBe(0);
  });

  it('forgets a place that is older than 72 hours, and listens from now on', async () => {
    const worker = await startAndHear();
    worker.kill();
    await worker.ended;
    open.salesforce.org.put('Opportunity', { Name: 'Found by the night' });
    open.advance(73 * HOUR_MS);
    open.start();
    await streams(2);
    expect(last()?.asked[0]).toMatchObject({ replayPreset: 'LATEST' });
    save();
    await arrived();
  });

  it('forgets a place that Salesforce does not know, and listens from now on', async () => {
    await open.places.keep(stores.tenantId, {
      ...{ topic: TOPIC, replayId: Buffer.from('nonsense'), notices: [] },
      storedAt: '2026-11-20T09:00:00.000Z',
    });
    open.start();
    await streams(2);
    expect(last()?.asked[0]).toMatchObject({ replayPreset: 'LATEST' });
    save();
    await arrived();
  });

  it('marks nothing for a gap, and goes past it', async () => {
    await startAndHear();
    const id = open.salesforce.org.idsOf('Opportunity')[0] ?? '';
    open.events.bus.tell({
      ...{ entityName: 'Opportunity', changeType: 'GAP_UPDATE', recordIds: [id] },
      ...{ commitUser: id, name: null },
    });
    open.events.bus.tell({
      ...{ entityName: 'Opportunity', changeType: 'GAP_OVERFLOW', recordIds: [] },
      ...{ commitUser: id, name: null },
    });
    save();
    await arrived();
    expect((await placeNow())?.replayId.readBigUInt64BE()).toBe(BigInt(open.events.bus.last));
  });

  it('passes over an event that it cannot read, and says so', async () => {
    await startAndHear();
    open.events.bus.tellBroken('Opportunity');
    save();
    await arrived();
    expect(open.reported).toMatchObject([{ code: 'crm_unexpected_answer', recovery: 'skip' }]);
  });

  it('asks for more as it goes, so that a flood comes through', async () => {
    const worker = await startAndHear();
    worker.kill();
    await worker.ended;
    save(260);
    open.start();
    await arrived();
    expect(last()?.asked.length).toBeGreaterThanOrEqual(3);
  });

  it('takes a long answer, as of a hundred mails with their texts', async () => {
    const worker = await startAndHear();
    worker.kill();
    await worker.ended;
    const Name = 'x'.repeat(100_000);
    for (let time = 0; time < 60; time += 1)
      told.push(open.salesforce.org.put('Opportunity', { Name }).Id);
    open.start();
    await arrived();
    expect(open.reported).toEqual([]);
  });

  it('keeps no value of a record', async () => {
    const secret = 'A name that nobody keeps';
    open.start();
    await streams(1);
    told.push(open.salesforce.org.put('Opportunity', { Name: secret }).Id);
    await arrived();
    const { rows } = await stores.inTenant(stores.tenantId, ({ trx }) =>
      sql`select row_to_json(inbox)::text, row_to_json(place)::text as beside
        from webhook_inbox as inbox, event_place as place`.execute(trx),
    );
    expect(JSON.stringify(rows)).toContain(told[0]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
