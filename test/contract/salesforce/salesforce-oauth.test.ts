import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CrmAuthorizer } from '../../../server/crm/authorizer.ts';
import { createAuthorizer } from '../../../server/crm/salesforce/oauth.ts';
import type { AuthorizerSettings } from '../../../server/crm/salesforce/oauth.ts';
import { newCodeVerifier, toCodeChallenge } from '../../../server/crm/salesforce/pkce.ts';
import { SANDBOX_APP } from '../../simulators/salesforce/oauth/registered-app.ts';
import type { Answer } from '../../simulators/salesforce/serve/answer.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../../simulators/salesforce/start-salesforce.ts';

const VERIFIER = newCodeVerifier();
const CHALLENGE = toCodeChallenge(VERIFIER);
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('Salesforce’s OAuth desk', () => {
  let salesforce: SalesforceStandIn;
  let nowMs: number;
  let authorizer: CrmAuthorizer;
  beforeEach(async () => {
    nowMs = Date.parse('2026-03-04T08:00:00Z');
    const app = { ...SANDBOX_APP, publicKey };
    salesforce = await startSalesforce({ clock: () => new Date(nowMs), app });
    authorizer = openAuthorizer();
  });
  afterEach(() => salesforce.close());

  const openAuthorizer = (settings: Partial<AuthorizerSettings> = {}): CrmAuthorizer =>
    createAuthorizer({
      signInUrl: salesforce.url,
      redirectUri: 'https://attune.example/oauth/salesforce/callback',
      ...{ clientId: SANDBOX_APP.clientId, clientSecret: SANDBOX_APP.clientSecret },
      ...{ timeoutMs: 2_000, clock: () => new Date(nowMs) },
      ...settings,
    });

  /** The desk's next answer, as it comes out of `alter`. */
  const alterNext = (path: RegExp, alter: (real: () => Answer) => Answer) => {
    salesforce.queueFault({ kind: 'altered', path, alter });
  };
  const alterTokens = (values: object) => {
    alterNext(/token$/, (real) => {
      const { status, body } = real();
      return { status, body: Object.assign({}, body, values) };
    });
  };
  const callsToDesk = () => salesforce.ledger.count(['oauth']);

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
    const userId: unknown = expect.stringMatching(/^005/);
    const account = { accountId: salesforce.orgId, userId, scopes: ['api', 'refresh_token'] };
    expect(tokens).toMatchObject({
      ...account,
      ...{ expiresInSeconds: 3_600, apiOrigin: salesforce.url },
    });
    const known = { apiOrigin: salesforce.url };
    const grant = await authorizer.introspect(tokens.accessToken, known);
    expect(grant).toEqual({ ...account, accountName: null, userId: tokens.userId });
  });

  it('sends the browser with the challenge of a verifier that nobody guesses', () => {
    expect(VERIFIER).toMatch(/^[\w-]{43}$/);
    const url = authorizer.authorizeUrl({ state: 's', accountId: null, codeChallenge: CHALLENGE });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      ...{ state: 's', code_challenge: CHALLENGE, code_challenge_method: 'S256' },
      ...{ response_type: 'code', scope: 'api refresh_token' },
    });
  });

  it('begins no sign-in without a challenge', () => {
    expect(() => authorizer.authorizeUrl({ state: 's', accountId: null })).toThrow(
      expect.objectContaining({ recovery: 'abort' }),
    );
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
    const asked = openAuthorizer({ clientSecret: 'wrong' }).refresh('r');
    await expect(asked).rejects.toMatchObject({ code: 'configuration_invalid' });
  });

  it('keeps the old refresh token where no new one came', async () => {
    const { refreshToken } = salesforce.issueTokens();
    alterTokens({ refresh_token: undefined });
    expect(await authorizer.refresh(refreshToken ?? '')).toMatchObject({ refreshToken });
  });

  it('renews a connection twice a minute at the most', async () => {
    const known = { apiOrigin: salesforce.url };
    let { refreshToken } = await authorizer.exchangeCode(codeOf(await agree()), VERIFIER);
    ({ refreshToken } = await authorizer.refresh(refreshToken, known));
    ({ refreshToken } = await authorizer.refresh(refreshToken, known));
    const before = callsToDesk();
    await expect(authorizer.refresh(refreshToken, known)).rejects.toMatchObject({
      ...{ recovery: 'wait', retryAfterMs: 60_000 },
    });
    expect(callsToDesk()).toBe(before);
    nowMs += 60_000;
    await expect(authorizer.refresh(refreshToken, known)).resolves.toBeDefined();
  });

  it.each([
    ['invalid_grant', 'crm_unauthorized', 'reauthorize'],
    ['inactive_user', 'crm_unauthorized', 'reauthorize'],
    ['inactive_org', 'crm_unauthorized', 'reauthorize'],
    ['invalid_client', 'configuration_invalid', 'abort'],
    ['invalid_client_id', 'configuration_invalid', 'abort'],
    ['unknown_error', 'crm_rejected', 'abort'],
  ])('says what to do after %s: %s, %s', async (error, code, recovery) => {
    alterNext(/token$/, () => ({ status: 400, body: { error } }));
    await expect(authorizer.refresh('old')).rejects.toMatchObject({ code, recovery });
  });

  it.each([{ id: 'nobody' }, { access_token: '' }, { instance_url: 'nowhere' }])(
    'takes no tokens from an answer like %j',
    async (values) => {
      const code = codeOf(await agree());
      alterTokens(values);
      const asked = authorizer.exchangeCode(code, VERIFIER);
      await expect(asked).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
    },
  );

  it('signs in by a key where an install has one: for that user, at that desk, for three minutes', async () => {
    const jwt = { userName: 'integration@larkfield.example', privateKey: PEM };
    const byKey = openAuthorizer({ jwt });
    const { refreshToken, accessToken } = await byKey.refresh('');
    expect(refreshToken).toBe('jwt-bearer');
    expect(await byKey.introspect(accessToken)).toMatchObject({ accountId: salesforce.orgId });
    const late = openAuthorizer({ jwt, clock: () => new Date(nowMs - 180_000) });
    await expect(late.refresh('')).rejects.toMatchObject({ recovery: 'reauthorize' });
    const stranger = openAuthorizer({ jwt: { ...jwt, userName: 'nobody@larkfield.example' } });
    await expect(stranger.refresh('')).rejects.toMatchObject({ recovery: 'reauthorize' });
  });

  it('knows nobody by an answer that names no org, and nothing where it is refused', async () => {
    alterNext(/userinfo$/, () => ({ status: 200, body: '<html>' }));
    await expect(authorizer.introspect('access')).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
    alterNext(/userinfo$/, () => ({ status: 403, body: 'Bad_OAuth' }));
    await expect(authorizer.introspect('a')).rejects.toMatchObject({ code: 'crm_forbidden' });
  });

  it.each(['revoke', 'uninstall'] as const)('hands its key back: %s', async (leave) => {
    const tokens = await authorizer.exchangeCode(codeOf(await agree()), VERIFIER);
    await authorizer[leave](leave === 'revoke' ? tokens.refreshToken : tokens.accessToken);
    await expect(authorizer.introspect(tokens.accessToken)).rejects.toMatchObject({
      code: 'crm_unauthorized',
    });
    // Once more is no error.
    await expect(authorizer.uninstall(tokens.accessToken)).resolves.toBeUndefined();
  });
});
