import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getSettings, type SettingsView } from '../../shared/api/settings/get-settings.ts';
import type { TenantSettings } from '../../shared/settings.ts';
import { eventually } from '../support/eventually.ts';
import type { Ask } from '../support/hubspot/ask-as-user.ts';
import {
  type ConnectedAttune,
  openConnected,
  portalUser,
} from '../support/hubspot/open-connected.ts';
import { EMPTY_ACCOUNT } from '../support/hubspot/open-hubspot.ts';
import { putDeal, putMail } from '../support/hubspot/put-records.ts';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const [INSTALLER, SUPER_ADMIN, SELLER] = ['9001', '9003', '9002'];
const DEAL = '21';
const DANA = { id: '11', first: 'Dana' };

/** From the first look at the page to the end of the connection, as one admin lives it. */
describe('the settings of an account, over HTTP', () => {
  let open: ConnectedAttune;
  let tenantId: string;
  let ask: Ask;
  let post: ConnectedAttune['post'];

  beforeAll(async () => {
    const admin = portalUser(SUPER_ADMIN, { superAdmin: true });
    open = await openConnected({
      hubspot: {
        users: [portalUser(INSTALLER), admin, portalUser(SELLER)],
        otherPortals: [{ ...EMPTY_ACCOUNT, accountId: '5353' }],
      },
      settings: null,
    });
    ({ tenantId, ask, post } = open);
    open.startWork();
    putDeal(open.hubspot, { id: DEAL, buyers: [DANA] });
    putMail(open.hubspot, { from: DANA, dealId: DEAL, text: 'We are worried about the move.' });
  }, 120_000);
  afterAll(() => open.close());

  const viewOf = async (userId = INSTALLER): Promise<SettingsView> => {
    const { status, text } = await ask({ path: '/v1/settings', userId });
    if (status !== 200) throw new Error(`${status} ${text}`);
    return getSettings.response.parse(JSON.parse(text));
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
    open.advance(6 * MINUTE_MS);
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
    open.advance(11 * MINUTE_MS);
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
