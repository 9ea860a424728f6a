import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createWebhook } from '../../server/crm/hubspot/webhook.ts';
import type { CrmPort } from '../../server/crm/port.ts';
import type { CrmNotice } from '../../server/crm/requests.ts';
import { signRequest } from '../simulators/hubspot/sign-request.ts';
import { SANDBOX_APP } from '../simulators/hubspot/start-hubspot.ts';
import { openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

/** A receiver as our own server is one; it refuses the first deliveries when told to. */
class Receiver {
  readonly notices: CrmNotice[] = [];
  refusals = 0;
  readonly #server: Server;

  constructor(clock: () => Date) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.refusals -= 1;
        if (this.refusals < 0) this.#take(request.headers, Buffer.concat(chunks), clock);
        response.writeHead(this.refusals < 0 ? 200 : 503).end();
      });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get origin(): string {
    // A server that listens on TCP has an address of this form.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(headers: NodeJS.Dict<string | string[]>, body: Buffer, clock: () => Date): void {
    const settings = {
      publicOrigin: this.origin,
      clientSecrets: [SANDBOX_APP.clientSecret],
      appId: SANDBOX_APP.appId,
      clock,
    };
    const header = (name: string): string | undefined => String(headers[name]);
    const request = { method: 'POST', originalUrl: '/webhooks/hubspot', body, header };
    this.notices.push(...createWebhook(settings).verifyAndParse(request));
  }
}

describe("The stand-in's webhooks", () => {
  let open: OpenHubSpot;
  let receiver: Receiver;

  beforeEach(async () => {
    open = await openHubSpot();
    receiver = new Receiver(open.now);
    await receiver.open();
    open.hubspot.sendWebhooksTo(`${receiver.origin}/webhooks/hubspot`);
  });
  afterEach(async () => {
    await open.hubspot.close();
    await receiver.close();
  });

  it('arrive signed, and mark what was made, changed and deleted', async () => {
    const { id } = open.hubspot.putRecord({ type: 'notes', properties: { hs_note_body: 'New.' } });
    await open.hubspot.settleWebhooks();
    open.hubspot.putRecord({ type: 'notes', id, properties: { hs_note_body: 'Changed.' } });
    await open.hubspot.settleWebhooks();
    open.hubspot.deleteRecord('notes', id);
    await open.hubspot.settleWebhooks();
    const told = receiver.notices.map(({ kind, id: marked, change }) => [kind, marked, change]);
    expect(told).toEqual([
      ['note', id, 'changed'],
      ['note', id, 'changed'],
      ['note', id, 'deleted'],
    ]);
  });

  it('of a merge mark both contacts to be fetched, since what hung on the loser lives on', async () => {
    const [winner, loser] = [aContact('Dana'), aContact('Dana W.')];
    await forget();
    open.hubspot.mergeRecords('contacts', winner, loser);
    await open.hubspot.settleWebhooks();
    const marked = receiver.notices.filter(({ change }) => change === 'changed');
    expect(new Set(marked.map(({ id }) => id))).toEqual(new Set([winner, loser]));
  });

  it('of a restored contact say so', async () => {
    const id = aContact('Dana');
    open.hubspot.deleteRecord('contacts', id);
    await forget();
    open.hubspot.restoreRecord('contacts', id);
    await open.hubspot.settleWebhooks();
    expect(receiver.notices).toMatchObject([{ kind: 'contact', id, change: 'restored' }]);
  });

  it('of a privacy deletion say so', async () => {
    const id = aContact('Dana');
    await forget();
    open.hubspot.gdprDelete(id);
    await open.hubspot.settleWebhooks();
    expect(receiver.notices).toContainEqual(
      expect.objectContaining({ kind: 'contact', id, change: 'privacy_deleted' }),
    );
  });

  it('of what we wrote ourselves are dropped', async () => {
    const id = aContact('Dana');
    const { setUpFields, writeFields } = open.port as Required<CrmPort>;
    await setUpFields(['headline']);
    await forget();
    await writeFields([{ ref: { kind: 'contact', id }, values: { headline: 'Certainty' } }]);
    await open.hubspot.settleWebhooks();
    expect(receiver.notices).toEqual([]);
  });

  const aContact = (firstname: string): string =>
    open.hubspot.putRecord({ type: 'contacts', properties: { firstname } }).id;
  const forget = async (): Promise<void> => {
    await open.hubspot.settleWebhooks();
    receiver.notices.splice(0);
  };

  it('come again when they were refused', async () => {
    receiver.refusals = 2;
    open.hubspot.putRecord({ type: 'notes', properties: { hs_note_body: 'New.' } });
    await open.hubspot.settleWebhooks();
    expect(receiver.notices).toHaveLength(1);
  });
});

describe('The events of the conversations inbox', () => {
  const CLOCK = new Date('2026-11-20T10:00:00.000Z');
  const settings = {
    publicOrigin: 'https://attune.example',
    clientSecrets: [SANDBOX_APP.clientSecret],
    appId: SANDBOX_APP.appId,
    clock: () => CLOCK,
  };
  const noticesOf = (events: readonly object[]) => {
    const common = { portalId: 4242, occurredAt: CLOCK.getTime() };
    const body = JSON.stringify(events.map((event) => ({ ...common, ...event })));
    const url = 'https://attune.example/webhooks/hubspot';
    const { clientSecret } = SANDBOX_APP;
    const signed = { clientSecret, method: 'POST', url, body, nowMs: CLOCK.getTime() };
    const headers = new Headers({ ...signRequest(signed) });
    return createWebhook(settings).verifyAndParse({
      ...{ method: 'POST', originalUrl: '/webhooks/hubspot', body: Buffer.from(body) },
      header: (name) => headers.get(name) ?? undefined,
    });
  };

  it.each([
    ['conversation.deletion', 'deleted'],
    ['conversation.privacyDeletion', 'privacy_deleted'],
  ])('take a thread: %s', (subscriptionType, change) => {
    expect(noticesOf([{ subscriptionType, objectId: 31 }])).toMatchObject([
      { kind: 'thread', id: '31', change },
    ]);
  });
});
