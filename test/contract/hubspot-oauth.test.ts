import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHubSpot } from '../../server/crm/hubspot/index.ts';
import { createAuthorizer } from '../../server/crm/hubspot/oauth.ts';
import type { CrmAuthorizer } from '../../server/crm/authorizer.ts';
import { SANDBOX_APP } from '../simulators/hubspot/start-hubspot.ts';
import { NO_METER, openHubSpot } from '../support/hubspot/open-hubspot.ts';
import type { OpenHubSpot } from '../support/hubspot/open-hubspot.ts';

describe("HubSpot's OAuth desk", () => {
  let open: OpenHubSpot;
  let authorizer: CrmAuthorizer;
  const connect = (clientSecret: string): CrmAuthorizer =>
    createAuthorizer({
      baseUrl: open.hubspot.url,
      clientId: SANDBOX_APP.clientId,
      clientSecret,
      redirectUri: 'https://attune.example/oauth/hubspot/callback',
      timeoutMs: 500,
    });

  beforeEach(async () => {
    open = await openHubSpot();
    authorizer = connect(SANDBOX_APP.clientSecret);
  });
  afterEach(() => open.hubspot.close());

  it('gives tokens for a code, and new ones for the refresh token', async () => {
    const first = await authorizer.exchangeCode('good-code', '');
    const second = await authorizer.refresh(first.refreshToken);
    expect(first).toMatchObject({ accountId: '4242', userId: '9001', expiresInSeconds: 1_800 });
    expect(second.accessToken).not.toBe(first.accessToken);
  });

  it('asks for a person when the connection was withdrawn', async () => {
    open.hubspot.revokeTokens();
    const asked = authorizer.refresh(open.hubspot.refreshToken);
    await expect(asked).rejects.toMatchObject({
      code: 'crm_unauthorized',
      recovery: 'reauthorize',
    });
  });

  it('blames the configuration for a wrong app secret', async () => {
    const asked = connect('wrong').refresh(open.hubspot.refreshToken);
    await expect(asked).rejects.toMatchObject({ code: 'configuration_invalid', recovery: 'abort' });
  });

  it.each(['hang', 'bad_gateway', 'cut_connection'] as const)(
    'may be asked again after %s',
    async (kind) => {
      open.hubspot.queueFault({ kind });
      const asked = authorizer.refresh(open.hubspot.refreshToken);
      await expect(asked).rejects.toMatchObject({ code: 'crm_unavailable', recovery: 'retry' });
      await expect(authorizer.refresh(open.hubspot.refreshToken)).resolves.toHaveProperty(
        'accessToken',
      );
    },
  );

  it('gives access tokens that live half an hour, and another after that', async () => {
    const { accessToken, refreshToken } = await authorizer.exchangeCode('good-code', '');
    const refused: string[] = [];
    const port = createHubSpot({
      baseUrl: open.hubspot.url,
      accessToken: async (old) => {
        if (old === undefined) return accessToken;
        refused.push(old);
        return (await authorizer.refresh(refreshToken)).accessToken;
      },
      meter: NO_METER,
      timeoutMs: 500,
    });
    await expect(port.readRecords('owner', ['501'])).resolves.toMatchObject({ missing: [] });
    open.advance(1_800_000);
    await expect(port.readRecords('owner', ['501'])).resolves.toMatchObject({ missing: [] });
    expect(refused).toEqual([accessToken]);
  });

  it('sends the browser to the account that is to be connected again', () => {
    const url = new URL(
      authorizer.authorizeUrl({ state: 's/1', accountId: '4242', codeChallenge: '' }),
    );
    expect(url.origin + url.pathname).toBe('https://app.hubspot.com/oauth/4242/authorize');
    expect(url.searchParams.get('state')).toBe('s/1');
  });

  it('says whose a token is, and what it may do', async () => {
    open.hubspot.setGrantedScopes(['oauth', 'tickets']);
    open.hubspot.setInstaller(9002);
    const { accessToken } = await authorizer.exchangeCode('good-code', '');
    expect(await authorizer.introspect(accessToken)).toMatchObject({
      ...{ accountId: '4242', userId: '9002', scopes: ['oauth', 'tickets'] },
    });
    open.hubspot.revokeTokens();
    await expect(authorizer.introspect(accessToken)).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });

  it('takes a refresh token back, once and again', async () => {
    const { refreshToken } = await authorizer.exchangeCode('good-code', '');
    await authorizer.revoke(refreshToken);
    await authorizer.revoke(refreshToken);
    await expect(authorizer.refresh(refreshToken)).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
  });

  it('takes the app out of the account, and then knows nobody there', async () => {
    const { accessToken, refreshToken } = await authorizer.exchangeCode('good-code', '');
    await authorizer.uninstall(accessToken);
    for (const asked of [authorizer.uninstall(accessToken), authorizer.refresh(refreshToken)])
      await expect(asked).rejects.toMatchObject({ recovery: 'reauthorize' });
  });

  it('gives a rotated refresh token that is the one to keep', async () => {
    const { refreshToken } = await authorizer.exchangeCode('good-code', '');
    open.hubspot.rotateRefreshToken();
    const rotated = await authorizer.refresh(refreshToken);
    expect(rotated.refreshToken).not.toBe(refreshToken);
    await expect(authorizer.refresh(rotated.refreshToken)).resolves.toBeDefined();
    await expect(authorizer.refresh(refreshToken)).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
  });
});
