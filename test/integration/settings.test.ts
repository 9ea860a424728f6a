import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getSettings, type SettingsView } from '../../shared/api/settings/get-settings.ts';
import type { TenantSettings } from '../../shared/settings.ts';
import { type Ask, createAsk } from '../support/hubspot/ask-as-user.ts';
import { eventually } from '../support/eventually.ts';
import { openAttune, type OpenAttune } from '../support/hubspot/open-attune.ts';
import { EMPTY_ACCOUNT } from '../support/hubspot/open-hubspot.ts';

jest.setTimeout(60_000);

const FIRST_MOMENT_MS = Date.parse('2026-11-20T10:00:00.000Z');
const MINUTE_MS = 60_000;
const [INSTALLER, SUPER_ADMIN, SELLER] = ['9001', '9003', '9002'];
const DEAL = '21';
const PERSON = '11';

const user = (id: string, superAdmin: boolean) => ({
  ...{ id, superAdmin, email: `${id}@larkfield.example`, roleIds: [] },
});

/** From the first look at the page to the end of the connection, as one admin lives it. */
describe('the settings of an account, over HTTP', () => {
  let open: OpenAttune;
  let tenantId: string;
  let work: { close(): Promise<void> };
  let ask: Ask;
  let passedMs = 0;

  const now = () => new Date(FIRST_MOMENT_MS + passedMs);
  const wait = (ms: number): void => {
    open.advance(ms);
    passedMs += ms;
  };

  beforeAll(async () => {
    open = await openAttune({
      users: [user(INSTALLER, false), user(SUPER_ADMIN, true), user(SELLER, false)],
      otherPortals: [{ ...EMPTY_ACCOUNT, accountId: '5353' }],
    });
    const { attune, origin, hubspot } = open;
    ask = createAsk({ origin, accountId: hubspot.accountId, now });
    tenantId = await attune.connectHubSpot('good-code', {
      name: 'Larkfield',
      timeZone: 'Europe/London',
    });
    work = attune.startWork();
    putDeal(open);
  }, 120_000);
  afterAll(async () => {
    await work.close();
    await open.close();
  });

  const viewOf = async (userId = INSTALLER): Promise<SettingsView> => {
    const { status, text } = await ask({ path: '/v1/settings', userId });
    if (status !== 200) throw new Error(`${status} ${text}`);
    return getSettings.response.parse(JSON.parse(text));
  };
  const post = async (path: string, body: unknown = {}, userId = INSTALLER) => {
    // A signature is of its second: two requests in one would be one.
    wait(1_000);
    const told = await ask({ path, userId, body: JSON.stringify(body) });
    return { status: told.status, json: JSON.parse(told.text) as unknown };
  };
  const change = async (changed: Partial<TenantSettings>) =>
    post('/v1/settings', { ...(await viewOf()).settings, ...changed });
  const stepsOf = ({ firstRun }: SettingsView) =>
    Object.fromEntries(firstRun.map(({ step, state }) => [step, state]));
  const nightIsOver = () =>
    eventually(
      'the night is over',
      async () => (await viewOf()).lastNight?.outcome === 'complete',
      30_000,
    );

  it('shows them to the installer and to super admins, and to nobody else', async () => {
    const statusOf = async (userId: string) => (await ask({ path: '/v1/settings', userId })).status;
    expect(await statusOf(INSTALLER)).toBe(200);
    expect(await statusOf(SUPER_ADMIN)).toBe(200);
    expect(await statusOf(SELLER)).toBe(403);
    expect(await statusOf('777')).toBe(403);
    expect((await ask({ path: '/v1/settings', clientSecret: 'guessed' })).status).toBe(401);
    const settings = { ...(await viewOf()).settings, writeBack: true };
    expect((await post('/v1/settings', settings, SELLER)).status).toBe(403);
    expect((await post('/v1/settings/disconnect', {}, SELLER)).status).toBe(403);
    expect((await post('/v1/settings/read-now', {}, SELLER)).status).toBe(403);
  });

  it('asks the CRM about a user once in five minutes', async () => {
    const asked = () => open.hubspot.ledger.entries.filter(({ path }) => path.includes('/users/'));
    const before = asked().length;
    await viewOf(SUPER_ADMIN);
    await viewOf(SUPER_ADMIN);
    expect(asked()).toHaveLength(before);
    wait(6 * MINUTE_MS);
    await viewOf(SUPER_ADMIN);
    expect(asked()).toHaveLength(before + 1);
  });

  it('begins with a checklist: connected, and nothing read until pipelines are chosen', async () => {
    const view = await viewOf();
    expect(stepsOf(view)).toEqual({
      ...{ connected: 'done', scopes: 'done', card_placed: 'waiting', pipelines: 'waiting' },
      ...{ budget: 'waiting', first_cards: 'waiting' },
    });
    expect(view.pipelines).toEqual([
      { id: 'sales', label: 'Sales', openDeals: null, chosen: false },
    ]);
    expect(view).toMatchObject({ lastNight: null, nextNightAt: null, backfill: null });
    expect(await post('/v1/settings/read-now')).toEqual({
      status: 200,
      json: { state: 'nothing_to_read', againAt: null },
    });
  });

  it('refuses what is no setting', async () => {
    expect((await change({ nightHour: 24 })).status).toBe(400);
    expect((await post('/v1/settings', { pipelineIds: ['sales'] })).status).toBe(400);
  });

  it('begins a night as soon as a pipeline is chosen, and ticks the list off by itself', async () => {
    expect(await change({ pipelineIds: ['sales'] })).toEqual({
      status: 200,
      json: { saved: true },
    });
    await nightIsOver();
    expect((await ask({ path: `/v1/cards/deal/${DEAL}` })).status).toBe(200);
    const view = await viewOf();
    expect(Object.values(stepsOf(view))).toEqual(Array(6).fill('done'));
    expect(view.pipelines).toEqual([{ id: 'sales', label: 'Sales', openDeals: 1, chosen: true }]);
    expect(view.coverage.find(({ kind }) => kind === 'email')).toMatchObject({
      ...{ name: 'mails', read: 1, state: 'read', skipped: [], switch: 'email' },
    });
    expect(view.lastNight?.cards).toBeGreaterThan(0);
    expect(view.budget.usedToday).toBeGreaterThan(10);
    expect(view.budget.resetsAt).toBe('2026-11-21T00:00:00.000Z');
    expect(view.nextNightAt).toBe('2026-11-21T02:00:00.000Z');
    expect(view.backfill).toBeNull();
  });

  it('moves the next night with its hour', async () => {
    await change({ nightHour: 5 });
    const moved = '2026-11-21T05:00:00.000Z';
    await eventually('the schedule moves', async () => (await viewOf()).nextNightAt === moved);
    expect((await viewOf()).nextNightAt).toBe(moved);
  });

  it('reads now when an admin asks, at most every ten minutes', async () => {
    expect(await post('/v1/settings/read-now')).toMatchObject({ json: { state: 'too_soon' } });
    wait(11 * MINUTE_MS);
    expect(await post('/v1/settings/read-now')).toMatchObject({ json: { state: 'running' } });
    await nightIsOver();
  });

  it('makes our own fields and fills them when write-back is switched on', async () => {
    const before = open.hubspot.ledger.entries.length;
    await change({ writeBack: true });
    const updates = () =>
      open.hubspot.ledger.entries
        .slice(before)
        .filter(({ path }) => path === '/crm/objects/2026-09/deals/batch/update');
    await eventually('the deal is written to', () => updates().length > 0);
    expect(updates()[0]?.status).toBe(200);
  });

  it('says of a kind that is switched off that it is', async () => {
    await change({ notRead: ['note'] });
    const note = (await viewOf()).coverage.find(({ kind }) => kind === 'note');
    expect(note).toMatchObject({ state: 'switched_off', note: null });
  });

  it('writes down who decided what, once for each decision', async () => {
    const count = async () => (await open.attune.stores.health.listAudit(tenantId, 100)).length;
    const before = await count();
    await change({});
    expect(await count()).toBe(before);
    await change({ dailyCalls: 30_000 });
    const [line] = await open.attune.stores.health.listAudit(tenantId, 1);
    expect(line).toMatchObject({ by: INSTALLER, action: 'settings_saved' });
    expect(line?.detail).toMatchObject({ dailyCalls: 30_000 });
  });

  it('says in words that the key is refused, and where to reconnect', async () => {
    await open.attune.stores.connections.markReconnectNeeded(tenantId, 'token_refused');
    const { connection, firstRun, nextNightAt } = await viewOf();
    expect(connection).toMatchObject({
      state: 'reconnect_needed',
      reason: expect.stringContaining('no longer accepts our key'),
      reconnectUrl: `${open.origin}/oauth/hubspot/install?account=4242`,
    });
    expect(firstRun[0]).toMatchObject({ state: 'attention', link: { label: 'Reconnect' } });
    expect(nextNightAt).toBeNull();
  });

  it('disconnects, twice as well as once', async () => {
    expect((await post('/v1/settings/disconnect')).status).toBe(200);
    expect((await post('/v1/settings/disconnect')).status).toBe(200);
    expect((await viewOf()).connection.state).toBe('disconnected');
  });

  it('knows nothing of an account that was never connected', async () => {
    const stranger = await ask({ path: '/v1/settings', portalId: '777' });
    expect(stranger).toMatchObject({
      status: 404,
      text: expect.stringContaining('tenant_unknown'),
    });
  });
});

function putDeal({ hubspot }: OpenAttune): void {
  hubspot.putRecord({
    type: 'contacts',
    id: PERSON,
    properties: { firstname: 'Marta', lastname: 'Ibe', email: 'marta@fenwick.example' },
  });
  hubspot.putRecord({
    type: 'deals',
    id: DEAL,
    properties: {
      dealname: 'Fenwick Foods',
      pipeline: 'sales',
      dealstage: 'open',
      hubspot_owner_id: '501',
    },
    associations: { contacts: [PERSON] },
  });
  hubspot.putRecord({
    type: 'emails',
    id: '31',
    properties: {
      hs_timestamp: '2026-11-19T10:00:00.000Z',
      hs_email_direction: 'INCOMING_EMAIL',
      hs_email_text: 'We are worried about the move.',
      hs_email_from_email: 'marta@fenwick.example',
      hs_email_to_email: 'ada@larkfield.example',
      hubspot_owner_id: '501',
    },
    associations: { contacts: [PERSON], deals: [DEAL] },
  });
}
