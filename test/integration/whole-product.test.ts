import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getCard, type GetCardResponse } from '../../shared/api/get-card.ts';
import { type Ask, createAsk } from '../support/hubspot/ask-as-user.ts';
import { eventually } from '../support/eventually.ts';
import { openAttune, type OpenAttune } from '../support/hubspot/open-attune.ts';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Where the support's clock begins. */
const FIRST_MOMENT_MS = Date.parse('2026-11-20T10:00:00.000Z');
const PERSON = '11';
const DEAL = '21';

/** One deal, one buyer and their mail, in a portal of its own. */
describe('the whole product in one process', () => {
  let open: OpenAttune;
  let tenantId: string;
  let work: { close(): Promise<void> };
  let ask: Ask;
  let passedMs = 0;

  const wait = (ms: number): void => {
    open.advance(ms);
    passedMs += ms;
  };

  beforeAll(async () => {
    open = await openAttune();
    const { attune, origin, hubspot } = open;
    const now = () => new Date(FIRST_MOMENT_MS + passedMs);
    ask = createAsk({ origin, accountId: hubspot.accountId, now });
    tenantId = await attune.connectHubSpot('good-code', {
      name: 'Larkfield',
      timeZone: 'Europe/London',
    });
    const chosen = await attune.stores.settings.load(tenantId);
    await attune.stores.settings.save(tenantId, {
      settings: { ...chosen, pipelineIds: ['sales'] },
      by: null,
      at: now().toISOString(),
    });
    work = attune.startWork();
    putDeal(open);
    putMail(open, 'We are worried about the move.');
    await nightIsOver(open, tenantId);
  }, 120_000);
  afterAll(async () => {
    await work.close();
    await open.close();
  });

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
    const { card } = await cardOf(`/v1/cards/contact/${PERSON}?choice=gone`);
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
    const verdict = { recordKind: 'deal', recordId: DEAL, dealId: DEAL, personId: PERSON };
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
    putMail(open, 'It is too expensive for what it does.');
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
    wait(DAY_MS);
    putMail(open, 'We are ready to sign.');
    wait(HOUR_MS);
    await nightIsOver(open, tenantId);
    const night = await open.attune.stores.nights.loadLatest(tenantId);
    wait(DAY_MS);
    await nightIsOver(open, tenantId);
    const quiet = await open.attune.stores.nights.loadLatest(tenantId);
    expect(night?.activities).toBeGreaterThan(0);
    expect(quiet?.activities).toBe(0);
  });

  it('is live always, and ready while its database answers', async () => {
    expect(await statusOf('/health/live')).toBe(200);
    expect(JSON.parse(await codeOf('/health/ready'))).toEqual({ ready: true });
  });

  it('stops reading when the connection was withdrawn, until somebody connects it again', async () => {
    const { hubspot, attune } = open;
    hubspot.revokeTokens();
    wait(DAY_MS);
    await attune.beginNight(tenantId);
    const stateOf = async () => (await attune.stores.connections.loadStatus(tenantId))?.state;
    await eventually('the connection rests', async () => (await stateOf()) !== 'active');
    expect(await stateOf()).toBe('reconnect_needed');
  });
});

function putDeal({ hubspot }: OpenAttune): void {
  hubspot.putRecord({
    type: 'contacts',
    id: PERSON,
    properties: { firstname: 'Dana', lastname: 'Whitlock', email: 'dana@buyer.example' },
  });
  hubspot.putRecord({
    type: 'deals',
    id: DEAL,
    properties: {
      dealname: 'Platform migration',
      pipeline: 'sales',
      dealstage: 'open',
      hubspot_owner_id: '501',
    },
    associations: { contacts: [PERSON] },
  });
}

function putMail({ hubspot }: OpenAttune, text: string): void {
  hubspot.putRecord({
    type: 'emails',
    properties: {
      hs_timestamp: '2026-11-20T09:00:00.000Z',
      hs_email_direction: 'INCOMING_EMAIL',
      hs_email_from_email: 'dana@buyer.example',
      hs_email_to_email: 'ada@larkfield.example',
      hs_email_subject: 'The move',
      hs_email_text: text,
      hubspot_owner_id: '501',
    },
    associations: { contacts: [PERSON], deals: [DEAL] },
  });
}

async function nightIsOver({ attune }: OpenAttune, tenantId: string): Promise<void> {
  const { nights } = attune.stores;
  const before = await nights.loadLatest(tenantId);
  await attune.beginNight(tenantId);
  await eventually(
    'the night is over',
    async () => {
      const night = await nights.loadLatest(tenantId);
      return night !== null && night.id !== before?.id && night.finishedAt !== null;
    },
    60_000,
  );
}
