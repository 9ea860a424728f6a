import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVERY_SCOPE } from '../../simulators/hubspot/http/scopes.ts';
import { signRequest } from '../../simulators/hubspot/sign-request.ts';
import { SANDBOX_APP } from '../../simulators/hubspot/start-hubspot.ts';
import type { StartOptions } from '../../simulators/hubspot/start-hubspot.ts';
import { EMPTY_ACCOUNT } from '../../support/hubspot/open-hubspot.ts';
import { openStandIn } from './open-stand-in.ts';
import type { OpenStandIn } from './open-stand-in.ts';

type Event = Readonly<Record<string, unknown>>;

/** Writes down every batch; refuses or keeps silent about as many as it is told to. */
class Receiver {
  readonly batches: Event[][] = [];
  readonly signatures: boolean[] = [];
  refusals = 0;
  silences = 0;
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      this.signatures.push(this.#isSigned(body, request.headers));
      if (this.silences-- > 0) return;
      const isTaken = this.refusals-- <= 0;
      // A batch is an array of events.
      if (isTaken) this.batches.push(JSON.parse(body) as Event[]);
      response.writeHead(isTaken ? 200 : 503).end();
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    // A server that listens on TCP has an address of this form.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/webhooks/hubspot`;
  }

  get events(): readonly Event[] {
    return this.batches.flat();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #isSigned(body: string, headers: NodeJS.Dict<string | string[]>): boolean {
    const nowMs = Number(headers['x-hubspot-request-timestamp']);
    const { clientSecret } = SANDBOX_APP;
    const signed = signRequest({ clientSecret, method: 'POST', url: this.url, body, nowMs });
    return headers['x-hubspot-signature-v3'] === signed['x-hubspot-signature-v3'];
  }
}

describe("The stand-in's webhooks", () => {
  let open: OpenStandIn;
  let receiver: Receiver;

  async function opening(options: Partial<StartOptions> = {}): Promise<void> {
    const base = { grantedScopes: EVERY_SCOPE, webhookPauseMs: 1 };
    open = await openStandIn({ ...base, ...options });
    open.hubspot.sendWebhooksTo(receiver.url);
  }

  beforeEach(async () => {
    receiver = new Receiver();
    await receiver.open();
    await opening();
  });
  afterEach(async () => {
    await open.close();
    await receiver.close();
  });

  const addNotes = (count: number): readonly string[] =>
    Array.from(
      { length: count },
      () => open.hubspot.putRecord({ type: 'notes', properties: { hs_note_body: 'x' } }).id,
    );
  const types = (): readonly unknown[] =>
    receiver.events.map(({ subscriptionType }) => subscriptionType);

  it('come in signed batches of at most a hundred', async () => {
    addNotes(250);
    await open.hubspot.settleWebhooks();
    expect(receiver.batches.map(({ length }) => length).sort()).toEqual([100, 100, 50]);
    expect(receiver.signatures).toEqual([true, true, true]);
  });

  it('bring several accounts in one batch', async () => {
    await open.close();
    await opening({ otherPortals: [{ ...EMPTY_ACCOUNT, accountId: '5353' }] });
    addNotes(1);
    open.hubspot.portal('5353').putRecord({ type: 'notes', properties: {} });
    await open.hubspot.settleWebhooks();
    expect(receiver.batches.map((batch) => batch.map(({ portalId }) => portalId))).toEqual([
      [4242, 5353],
    ]);
  });

  it('are tried again after refusals and silence, ten times, with their attempt', async () => {
    await open.close();
    await opening({ webhookTimeoutMs: 1_000 });
    receiver.silences = 1;
    receiver.refusals = 8;
    addNotes(1);
    await open.hubspot.settleWebhooks();
    expect(receiver.events.map(({ attemptNumber }) => attemptNumber)).toEqual([9]);
    receiver.refusals = 11;
    addNotes(1);
    await open.hubspot.settleWebhooks();
    expect(receiver.events).toHaveLength(1);
  });

  it('tell of everything that happens to a record, and who did it', async () => {
    const { hubspot } = open;
    const put = () => hubspot.putRecord({ type: 'contacts', properties: { lastname: 'A' } }).id;
    const [one, two] = [put(), put()];
    const deal = hubspot.putRecord({ type: 'deals', properties: { dealname: 'D' } }).id;
    await open.ask(`PATCH /crm/objects/2026-09/deals/${deal}`, { properties: { dealname: 'E' } });
    hubspot.deleteRecord('deals', deal);
    hubspot.restoreRecord('deals', deal);
    hubspot.associate({ type: 'deals', id: deal }, { type: 'contacts', id: one });
    hubspot.dissociate({ type: 'deals', id: deal }, { type: 'contacts', id: one });
    hubspot.mergeRecords('contacts', one, two);
    hubspot.gdprDelete(one);
    await hubspot.settleWebhooks();
    expect(types()).toEqual([
      'object.creation',
      'object.creation',
      'object.creation',
      'object.propertyChange',
      'object.deletion',
      'object.restore',
      'object.associationChange',
      'object.associationChange',
      'object.merge',
      'contact.privacyDeletion',
      'object.deletion',
    ]);
    expect(receiver.events.slice(3)).toMatchObject([
      {
        changeSource: 'INTEGRATION',
        sourceId: SANDBOX_APP.appId,
        propertyName: 'dealname',
        propertyValue: 'E',
      },
      { changeSource: 'CRM_UI', objectTypeId: '0-3', changeFlag: 'DELETED' },
      {},
      { fromObjectId: Number(deal), toObjectTypeId: '0-1', associationRemoved: false },
      { associationRemoved: true },
      { primaryObjectId: Number(one), mergedObjectIds: [Number(two)] },
      { objectId: Number(one) },
      {},
    ]);
  });

  it('say nothing of a value that stayed, of large texts, and of what nobody asked for', async () => {
    await open.close();
    await opening({
      subscriptions: [
        { subscriptionType: 'object.propertyChange', objectType: 'emails' },
        { subscriptionType: 'object.propertyChange', objectType: 'deals', propertyName: 'amount' },
      ],
    });
    const { hubspot } = open;
    const deal = hubspot.putRecord({ type: 'deals', properties: { amount: '1' } }).id;
    const mail = hubspot.putRecord({ type: 'emails', properties: {} }).id;
    hubspot.putRecord({ type: 'deals', id: deal, properties: { amount: '1' } });
    hubspot.putRecord({ type: 'deals', id: deal, properties: { amount: '2', dealname: 'N' } });
    hubspot.putRecord({
      ...{ type: 'emails', id: mail },
      properties: { hs_email_html: '<p>', hs_email_text: 'x' },
    });
    await hubspot.settleWebhooks();
    const told = receiver.events.map(({ propertyName, propertyValue }) => [
      propertyName,
      propertyValue,
    ]);
    expect(told).toEqual([
      ['amount', '2'],
      ['hs_email_text', 'x'],
    ]);
  });

  it('can be lost, come twice, in any order, and wait for a burst', async () => {
    const { hubspot } = open;
    hubspot.disturbWebhooks({
      lose: ({ subscriptionType }) => subscriptionType === 'object.deletion',
    });
    const [id = ''] = addNotes(1);
    hubspot.deleteRecord('notes', id);
    await hubspot.settleWebhooks();
    expect(types()).toEqual(['object.creation']);
    hubspot.disturbWebhooks({ hold: true, repeat: true });
    addNotes(3);
    await hubspot.settleWebhooks();
    expect(receiver.events).toHaveLength(1);
    hubspot.disturbWebhooks({ repeat: true, order: 'reversed' });
    await hubspot.settleWebhooks();
    const ids = receiver.batches.slice(1).map((batch) => batch.map(({ objectId }) => objectId));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toEqual([...(ids[0] ?? [])].sort((a, b) => Number(b) - Number(a)));
    hubspot.disturbWebhooks({ order: 'shuffled', seed: 4 });
    addNotes(20);
    await hubspot.settleWebhooks();
    const shuffled = receiver.batches.at(-1)?.map(({ objectId }) => Number(objectId)) ?? [];
    expect(shuffled).toHaveLength(20);
    expect(shuffled).not.toEqual([...shuffled].sort((a, b) => a - b));
  });
});
