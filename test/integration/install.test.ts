import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { scopesAsked } from '../../server/crm/hubspot/scopes.ts';
import { probePermissions } from '../../server/sync/connection/probe-permissions.ts';
import { EMPTY_ACCOUNT, openHubSpot } from '../support/hubspot/open-hubspot.ts';
import { eventually } from '../support/eventually.ts';
import { openBrowser, type InstallBrowser } from '../support/hubspot/install-browser.ts';
import { openAttune, type OpenAttune } from '../support/hubspot/open-attune.ts';

const MINUTE_MS = 60_000;
const [FIRST, SECOND] = ['4242', '4343'];
const EVERYTHING = [...scopesAsked('always'), ...scopesAsked('optional')];

describe('connecting HubSpot', () => {
  let open: OpenAttune;
  let browser: InstallBrowser;

  beforeAll(async () => {
    open = await openAttune({
      otherPortals: [
        { ...EMPTY_ACCOUNT, accountId: SECOND },
        { ...EMPTY_ACCOUNT, accountId: '4444' },
      ],
    });
  }, 60_000);
  afterAll(() => open.close());
  beforeEach(() => {
    browser = openBrowser(open.origin);
    for (const each of [FIRST, SECOND]) open.hubspot.portal(each).setGrantedScopes(EVERYTHING);
  });

  const tenantOf = (accountId: string) =>
    open.attune.stores.tenants.findTenant({ vendor: 'hubspot', accountId });
  const install = async (portal: string) => {
    await openBrowser(open.origin).install('', portal);
    const tenantId = await tenantOf(portal);
    if (tenantId === null) throw new Error(`Account ${portal} is not connected.`);
    return tenantId;
  };

  it('asks HubSpot for exactly the app’s scopes, and keeps the nonce out of the address', async () => {
    const signIn = await browser.begin();
    expect(signIn.pathname).toBe('/oauth/authorize');
    expect(signIn.searchParams.get('scope')).toBe(scopesAsked('always').join(' '));
    expect(signIn.searchParams.get('optional_scope')).toBe(scopesAsked('optional').join(' '));
    expect(signIn.searchParams.get('redirect_uri')).toBe(`${open.origin}/oauth/hubspot/callback`);
    const [, nonce = ''] = browser.cookie().split('=');
    expect(nonce).toHaveLength(43);
    expect(signIn.href).not.toContain(nonce);
  });

  it('makes a tenant of the account, with its own time zone and who installed it', async () => {
    open.hubspot.portal(FIRST).setInstaller(9002);
    const page = await browser.install('', FIRST);
    expect(page).toMatchObject({ status: 200 });
    expect(page.html).toContain('is connected');
    expect(browser.cookie()).toBe('');
    const tenantId = (await tenantOf(FIRST)) ?? '';
    const { connections, settings } = open.attune.stores;
    expect(await connections.loadStatus(tenantId)).toMatchObject({
      state: 'active',
      installedBy: '9002',
      grantedScopes: EVERYTHING,
    });
    expect((await settings.load(tenantId)).pipelineIds).toEqual([]);
    expect(await connections.quotesHeldBack(tenantId)).toBe(false);
  });

  it('says what each permission costs that was not granted', async () => {
    const granted = EVERYTHING.filter((scope) => scope !== 'sales-email-read');
    open.hubspot.portal(FIRST).setGrantedScopes(granted);
    const page = await browser.install('', FIRST);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Without e-mail bodies (sales-email-read)');
  });

  it('does not connect without a permission that is always needed', async () => {
    const granted = EVERYTHING.filter((scope) => scope !== 'crm.objects.deals.read');
    open.hubspot.portal('4444').setGrantedScopes(granted);
    const page = await browser.install('', '4444');
    expect(page.status).toBe(409);
    expect(page.html).toContain('Without deals (crm.objects.deals.read)');
    expect(await tenantOf('4444')).toBeNull();
  });

  it('takes a no for a no', async () => {
    await browser.begin();
    const page = await browser.comeBack(
      new URL(`${open.origin}/oauth/hubspot/callback?error=access_denied`),
    );
    expect(page).toMatchObject({ status: 200 });
    expect(page.html).toContain('nothing was read and nothing was stored');
  });

  describe('comes to nothing', () => {
    const REFUSED = { calls: 0, status: 400, says: true };
    const pageWithoutCalls = async (act: () => Promise<{ status: number; html: string }>) => {
      const before = open.hubspot.ledger.entries.length;
      const { status, html } = await act();
      const calls = open.hubspot.ledger.entries.length - before;
      return { calls, status, says: html.includes('This page is no longer valid') };
    };

    it('in another browser', async () => {
      const back = await browser.agree(await browser.begin(), FIRST);
      const other = openBrowser(open.origin);
      await other.begin();
      expect(await pageWithoutCalls(() => other.comeBack(back))).toEqual(REFUSED);
      expect(await pageWithoutCalls(() => openBrowser(open.origin).comeBack(back))).toEqual(
        REFUSED,
      );
    });

    it('a second time', async () => {
      const back = await browser.agree(await browser.begin(), FIRST);
      expect((await browser.comeBack(back)).status).toBe(200);
      expect(await pageWithoutCalls(() => browser.comeBack(back))).toEqual(REFUSED);
    });

    it('after ten minutes', async () => {
      const back = await browser.agree(await browser.begin(), FIRST);
      open.advance(10 * MINUTE_MS);
      expect(await pageWithoutCalls(() => browser.comeBack(back))).toEqual(REFUSED);
    });

    it('without a code', async () => {
      const back = await browser.agree(await browser.begin(), FIRST);
      back.searchParams.delete('code');
      expect(await pageWithoutCalls(() => browser.comeBack(back))).toEqual(REFUSED);
    });
  });

  it('tells a code that came too late from one that HubSpot could not judge', async () => {
    const late = await browser.agree(await browser.begin(), FIRST);
    open.advance(2 * MINUTE_MS);
    const tooLate = await browser.comeBack(late);
    expect(tooLate).toMatchObject({ status: 400 });
    expect(tooLate.html).toContain('The permission came too late');
    open.hubspot.queueFault({ kind: 'bad_gateway' });
    const away = await browser.install('', FIRST);
    expect(away).toMatchObject({ status: 503 });
    expect(away.html).toContain('did not answer us');
  });

  it('serves several accounts side by side, each with its own key', async () => {
    const tenants = [await install(FIRST), await install(SECOND)];
    expect(new Set(tenants).size).toBe(2);
    open.hubspot.portal(SECOND).revokeTokens();
    const [one, other] = await Promise.all(
      tenants.map((tenantId) => open.attune.crm.portOf(tenantId)),
    );
    await expect(one?.readRecords('owner', ['501'])).resolves.toMatchObject({ missing: [] });
    await expect(other?.readRecords('owner', ['501'])).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
    await install(SECOND);
  });

  it('refuses another account at a reconnect, and leaves both as they were', async () => {
    const tenantId = await install(FIRST);
    await install(SECOND);
    const { connections } = open.attune.stores;
    const before = await connections.load(tenantId);
    const signIn = await browser.begin(`?account=${FIRST}`);
    expect(signIn.pathname).toBe(`/oauth/${FIRST}/authorize`);
    const page = await browser.comeBack(await browser.agree(signIn, SECOND));
    expect(page.status).toBe(409);
    expect(page.html).toContain(`You wanted to reconnect account ${FIRST}`);
    expect(await connections.load(tenantId)).toEqual(before);
  });

  it('goes on after a reconnect where it stopped, and holds quotes back', async () => {
    const tenantId = await install(SECOND);
    const { connections } = open.attune.stores;
    await connections.markReconnectNeeded(tenantId, 'token_refused');
    const page = await browser.install(`?account=${SECOND}`, SECOND);
    expect(page.html).toContain('is connected again');
    expect(await connections.loadStatus(tenantId)).toMatchObject({
      state: 'active',
      stateReason: null,
      reconciledAt: null,
    });
    expect(await connections.quotesHeldBack(tenantId)).toBe(true);
  });

  it('leaves the account at a disconnect, and calls it no more', async () => {
    const tenantId = await install(FIRST);
    await open.attune.disconnect(tenantId);
    const { entries } = open.hubspot.ledger;
    expect(entries.slice(-2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /appinstalls/2026-09/external-install',
      'POST /oauth/2026-09/token/revoke',
    ]);
    const before = entries.length;
    await expect(
      open.attune.crm.portOf(tenantId).then((port) => port.readRecords('owner', ['501'])),
    ).rejects.toMatchObject({ recovery: 'reauthorize' });
    expect(entries.length).toBe(before);
    expect(await install(FIRST)).toBe(tenantId);
  });

  it('makes the box “do not analyse” at once, and no other field', async () => {
    await install(SECOND);
    open.startWork();
    const path = '/crm/properties/2026-09/contacts';
    const made = () =>
      open.hubspot.ledger.entries.filter(
        (each) => each.method === 'POST' && each.path === path && each.accountId === SECOND,
      );
    await eventually('the field is made', () => made().length > 0);
    expect(made()).toMatchObject([{ status: 201 }]);
  });

  it('makes every call through the official client, on dated paths', () => {
    expect(open.hubspot.ledger.summary()).toMatchObject({ foreignClients: 0, undatedPaths: 0 });
  });
});

describe('a probe of permissions', () => {
  it('finds the kinds that HubSpot refuses, at one small call a kind', async () => {
    const { hubspot, port } = await openHubSpot();
    hubspot.setGrantedScopes(EVERYTHING.filter((scope) => scope !== 'tickets'));
    const probes = await probePermissions(port, ['deal', 'ticket', 'email']);
    expect(probes).toEqual([
      { kind: 'deal', allowed: true },
      { kind: 'ticket', allowed: false },
      { kind: 'email', allowed: true },
    ]);
    await hubspot.close();
  });

  it('says nothing of rights when HubSpot is away', async () => {
    const { hubspot, port } = await openHubSpot();
    hubspot.queueFault({ kind: 'bad_gateway' });
    await expect(probePermissions(port, ['deal'])).rejects.toMatchObject({ recovery: 'retry' });
    await hubspot.close();
  });
});
