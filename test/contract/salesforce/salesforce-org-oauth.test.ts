import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CrmAuthorizer } from '../../../server/crm/authorizer.ts';
import { createAuthorizer } from '../../../server/crm/salesforce/oauth.ts';
import { SANDBOX_APP } from '../../simulators/salesforce/oauth/registered-app.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../../simulators/salesforce/start-salesforce.ts';

const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

describe('Salesforce’s OAuth desk', () => {
  let salesforce: SalesforceStandIn;
  let authorizer: CrmAuthorizer;
  beforeEach(async () => {
    salesforce = await startSalesforce({ clock: () => new Date('2026-03-04T08:00:00Z') });
    authorizer = createAuthorizer({
      ...{
        signInUrl: salesforce.url,
        redirectUri: 'https://attune.example/oauth/salesforce/callback',
      },
      ...{ clientId: SANDBOX_APP.clientId, clientSecret: SANDBOX_APP.clientSecret },
      ...{ timeoutMs: 2_000, clock: () => new Date() },
    });
  });
  afterEach(() => salesforce.close());

  /** Goes to the consent page as a browser does, and comes back with the code. */
  async function agree(codeChallenge = CHALLENGE): Promise<URL> {
    const url = authorizer.authorizeUrl({ state: 's/1', accountId: null, codeChallenge });
    const { headers } = await fetch(url, { redirect: 'manual' });
    return new URL(headers.get('location') ?? 'https://nowhere.example');
  }

  const codeOf = (back: URL) => back.searchParams.get('code') ?? '';

  it('connects an org with a proof of who began', async () => {
    const back = await agree();
    expect(back.searchParams.get('state')).toBe('s/1');
    const tokens = await authorizer.exchangeCode(codeOf(back), VERIFIER);
    expect(tokens).toMatchObject({ accountId: salesforce.orgId, apiOrigin: salesforce.url });
    expect(await authorizer.introspect(tokens.accessToken)).toMatchObject({
      accountId: salesforce.orgId,
      userId: tokens.userId,
    });
  });

  it('gives nothing for a code without its verifier, and nothing for a code twice', async () => {
    const stolen = codeOf(await agree());
    await expect(authorizer.exchangeCode(stolen, 'w'.repeat(43))).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
    const code = codeOf(await agree());
    await authorizer.exchangeCode(code, VERIFIER);
    await expect(authorizer.exchangeCode(code, VERIFIER)).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
  });

  it('keeps the rotated refresh token; the spent one ends the grant', async () => {
    const first = await authorizer.exchangeCode(codeOf(await agree()), VERIFIER);
    const second = await authorizer.refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const third = await authorizer.refresh(second.refreshToken);
    await expect(authorizer.refresh(first.refreshToken)).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
    await expect(authorizer.refresh(third.refreshToken)).rejects.toMatchObject({
      recovery: 'reauthorize',
    });
  });

  it('gives our key to no host that is not Salesforce’s', async () => {
    salesforce.moveInstance('https://salesforce.com.evil.example');
    const asked = authorizer.exchangeCode(codeOf(await agree()), VERIFIER);
    await expect(asked).rejects.toMatchObject({ code: 'crm_unexpected_answer', recovery: 'abort' });
    salesforce.moveInstance('https://larkfield.my.salesforce.com');
    const { apiOrigin } = await authorizer.exchangeCode(codeOf(await agree()), VERIFIER);
    expect(apiOrigin).toBe('https://larkfield.my.salesforce.com');
  });

  it('says of a wrong secret that our own configuration is at fault', async () => {
    const settings = { signInUrl: salesforce.url, redirectUri: 'https://attune.example/x' };
    const wrong = { ...settings, clientId: SANDBOX_APP.clientId, clientSecret: 'wrong' };
    const asked = createAuthorizer({ ...wrong, timeoutMs: 2_000, clock: () => new Date() }).refresh(
      'r',
    );
    await expect(asked).rejects.toMatchObject({ code: 'configuration_invalid' });
  });

  it('revokes', async () => {
    const { refreshToken, accessToken } = await authorizer.exchangeCode(
      codeOf(await agree()),
      VERIFIER,
    );
    await authorizer.revoke(refreshToken);
    await expect(authorizer.introspect(accessToken)).rejects.toMatchObject({
      code: 'crm_unauthorized',
    });
    await expect(authorizer.uninstall(accessToken)).resolves.toBeUndefined();
  });
});
