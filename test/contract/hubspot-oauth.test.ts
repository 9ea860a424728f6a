import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHubSpot } from '../../server/crm/hubspot/index.ts';
import { createAuthorizer } from '../../server/crm/hubspot/oauth.ts';
import type { CrmAuthorizer } from '../../server/crm/port.ts';
import { SANDBOX_APP } from '../simulators/hubspot/start-hubspot.ts';
import { NO_METER, openHubSpot } from '../support/open-hubspot.ts';
import type { OpenHubSpot } from '../support/open-hubspot.ts';

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
    const first = await authorizer.exchangeCode('good-code');
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

  it('gives access tokens that live half an hour', async () => {
    const { accessToken } = await authorizer.exchangeCode('good-code');
    const port = createHubSpot({
      baseUrl: open.hubspot.url,
      accessToken: () => Promise.resolve(accessToken),
      meter: NO_METER,
      timeoutMs: 500,
    });
    await expect(port.readRecords('owner', ['501'])).resolves.toMatchObject({ missing: [] });
    open.advance(1_800_000);
    const late = port.readRecords('owner', ['501']);
    await expect(late).rejects.toMatchObject({ code: 'crm_unauthorized', recovery: 'retry' });
  });
});
