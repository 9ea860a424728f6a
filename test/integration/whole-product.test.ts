import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getCard, type GetCardResponse } from '../../shared/api/get-card.ts';
import { eventually } from '../support/eventually.ts';
import type { Ask } from '../support/hubspot/ask-as-user.ts';
import { type ConnectedAttune, openConnected } from '../support/hubspot/open-connected.ts';
import { putDeal, putMail } from '../support/hubspot/put-records.ts';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DANA = { id: '11', first: 'Dana' };
const DEAL = '21';

/** One deal, one buyer and their mail, in a portal of its own. */
describe('the whole product in one process', () => {
  let open: ConnectedAttune;
  let tenantId: string;
  let ask: Ask;

  beforeAll(async () => {
    open = await openConnected();
    ({ tenantId, ask } = open);
    open.startWork();
    putDeal(open.hubspot, { id: DEAL, buyers: [DANA] });
    write('We are worried about the move.');
    await open.readNight();
  }, 120_000);
  afterAll(() => open.close());

  const write = (text: string) => putMail(open.hubspot, { from: DANA, dealId: DEAL, text });

  const cardOf = async (path = `/v1/cards/deal/${DEAL}`): Promise<GetCardResponse> =>
    getCard.response.parse(JSON.parse((await ask({ path })).text));
  const statusOf = async (path: string, more: object = {}) => (await ask({ path, ...more })).status;
  const codeOf = async (path: string, more: object = {}) => (await ask({ path, ...more })).text;

  it('has a card the morning after, with the buyer’s own words, in the tenant’s time zone', async () => {
    const { card, tenantTimeZone } = await cardOf();
    expect(tenantTimeZone).toBe('Europe/London');
    expect(card.kind).toBe('insight');
    expect(JSON.stringify(card)).toContain('We are worried about the move');
  });

  it('answers on the contact as it does on the deal, and a choice that is gone counts for nothing', async () => {
    const { card } = await cardOf(`/v1/cards/contact/${DANA.id}?choice=gone`);
    expect(card).toMatchObject({ kind: 'insight', focus: { deal: { id: DEAL } } });
  });

  it('tells no caller anything whom HubSpot did not send', async () => {
    expect(await statusOf(`/v1/cards/deal/${DEAL}`, { clientSecret: 'guessed' })).toBe(401);
  });

  it.each([
    ['a record that was never read', '/v1/cards/deal/404404', 'record_unknown'],
    ['an address that is none of ours', '/v2/anything', 'record_unknown'],
    ['a record id that no CRM gives', '/v1/cards/deal/a%20b', 'request_invalid'],
  ])('says what is wrong with %s', async (_name, path, code) => {
    expect(JSON.parse(await codeOf(path))).toMatchObject({ error: { code } });
  });

  it('says to a portal that is not connected who can connect it', async () => {
    const answer = await ask({ path: `/v1/cards/deal/${DEAL}`, portalId: '777' });
    expect(answer).toMatchObject({ status: 404, text: expect.stringContaining('tenant_unknown') });
  });

  it('keeps a verdict, and refuses what is no JSON, no verdict, or too large', async () => {
    const verdict = { recordKind: 'deal', recordId: DEAL, dealId: DEAL, personId: DANA.id };
    const post = (body: string) => statusOf('/v1/verdicts', { body });
    const right = { ...verdict, driver: 'safety', verdict: 'right' };
    expect(await post(JSON.stringify(right))).toBe(200);
    expect(await post(JSON.stringify({ ...right, verdict: 'perhaps' }))).toBe(400);
    expect(await post('{"recordKind"')).toBe(400);
    expect(await post('x'.repeat(2_000_000))).toBe(413);
  });

  it('changes the card when a webhook tells of a new mail, and leaves a stranger’s webhook be', async () => {
    const { hubspot, origin } = open;
    hubspot.sendWebhooksTo(`${origin}/webhooks/hubspot`);
    write('It is too expensive for what it does.');
    await hubspot.settleWebhooks();
    await eventually('the card has the new words', async () =>
      JSON.stringify(await cardOf()).includes('too expensive'),
    );
    hubspot.sendWebhooksTo(null);
    const stranger = JSON.stringify([
      {
        ...{ eventId: 1, subscriptionId: 1, portalId: 777, appId: 4711, occurredAt: 1 },
        ...{ subscriptionType: 'object.creation', attemptNumber: 0, objectId: 5 },
        ...{ objectTypeId: '0-49', changeSource: 'CRM_UI' },
      },
    ]);
    expect(await statusOf('/webhooks/hubspot', { body: stranger })).toBe(200);
    expect(await statusOf('/webhooks/hubspot', { body: stranger, clientSecret: 'x' })).toBe(401);
  });

  it('reads in the next night only what has changed since', async () => {
    // Of another deal: what webhooks told of the first one may still be read, and its new mail with it.
    const omar = { id: '12', first: 'Omar' };
    putDeal(open.hubspot, { id: '22', buyers: [omar] });
    const id = putMail(open.hubspot, { from: omar, dealId: '22', text: 'We are ready to sign.' });
    const { activities } = open.attune.stores;
    const found = async () => activities.loadFound(tenantId, { kind: 'email', id });
    expect(await found()).toBeNull();
    open.advance(DAY_MS + HOUR_MS);
    const night = await open.readNight();
    expect(night.activities).toBeGreaterThan(0);
    expect(await found()).not.toBeNull();
    open.advance(DAY_MS);
    const quiet = await open.readNight();
    expect(quiet.activities).toBe(0);
  });

  it('is live always, and ready while its database answers', async () => {
    expect(await statusOf('/health/live')).toBe(200);
    expect(JSON.parse(await codeOf('/health/ready'))).toEqual({ ready: true });
  });

  it('stops reading when the connection was withdrawn, until somebody connects it again', async () => {
    const { hubspot, attune } = open;
    hubspot.revokeTokens();
    open.advance(DAY_MS);
    await attune.beginNight(tenantId);
    const stateOf = async () => (await attune.stores.connections.loadStatus(tenantId))?.state;
    await eventually('the connection rests', async () => (await stateOf()) !== 'active');
    expect(await stateOf()).toBe('reconnect_needed');
  });
});
