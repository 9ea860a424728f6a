import { createVerify, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CrmAuthorizer } from '../../../server/crm/authorizer.ts';
import { createAuthorizer } from '../../../server/crm/salesforce/oauth.ts';
import type { AuthorizerSettings } from '../../../server/crm/salesforce/oauth.ts';
import { newCodeVerifier, toCodeChallenge } from '../../../server/crm/salesforce/pkce.ts';
import { startSmallOrg } from '../../support/salesforce/small-org.ts';
import type { Asked, Reply, SmallOrg } from '../../support/salesforce/small-org.ts';

const TOKEN = 'POST /services/oauth2/token';

describe("Salesforce's OAuth desk", () => {
  let org: SmallOrg;
  let nowMs: number;
  beforeEach(async () => {
    org = await startSmallOrg();
    nowMs = Date.parse('2026-11-20T10:00:00.000Z');
  });
  afterEach(() => org.close());

  const authorizer = (settings: Partial<AuthorizerSettings> = {}): CrmAuthorizer =>
    createAuthorizer({
      signInUrl: org.url,
      clientId: 'app',
      clientSecret: 'secret',
      redirectUri: 'https://attune.example/oauth/callback',
      timeoutMs: 1_000,
      clock: () => new Date(nowMs),
      ...settings,
    });
  const tokens = (values: object = {}): Reply => ({
    status: 200,
    body: {
      access_token: 'access',
      refresh_token: 'rotated',
      instance_url: 'https://finch.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00D000000000001/005000000000001',
      ...values,
    },
  });
  const formOf = ({ body }: Asked) => Object.fromEntries(new URLSearchParams(body));

  it('sends the browser with a challenge, and the code back with its verifier', async () => {
    const verifier = newCodeVerifier();
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const codeChallenge = toCodeChallenge(verifier);
    const url = authorizer().authorizeUrl({ state: 's', accountId: null, codeChallenge });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      ...{ state: 's', code_challenge: codeChallenge, code_challenge_method: 'S256' },
      ...{ response_type: 'code', scope: 'api refresh_token' },
    });
    org.replies.set(TOKEN, () => tokens());
    expect(await authorizer().exchangeCode('code', verifier)).toEqual({
      ...{ accessToken: 'access', refreshToken: 'rotated', expiresInSeconds: 3_600 },
      ...{ accountId: '00D000000000001', userId: '005000000000001' },
      ...{ scopes: ['api', 'refresh_token'], apiOrigin: 'https://finch.my.salesforce.com' },
    });
    expect(org.calls.map(formOf)).toMatchObject([{ code: 'code', code_verifier: verifier }]);
  });

  it('begins no sign-in without a challenge', () => {
    expect(() => authorizer().authorizeUrl({ state: 's', accountId: null })).toThrow(
      expect.objectContaining({ recovery: 'abort' }),
    );
  });

  it('hands on the rotated token, and keeps the old one where none came', async () => {
    org.replies.set(TOKEN, () => tokens());
    expect(await authorizer().refresh('old')).toMatchObject({ refreshToken: 'rotated' });
    org.replies.set(TOKEN, () => tokens({ refresh_token: undefined }));
    expect(await authorizer().refresh('old')).toMatchObject({ refreshToken: 'old' });
  });

  it('asks for a new connection when the org has another address', async () => {
    org.replies.set(TOKEN, () => tokens());
    const known = { apiOrigin: 'https://before.my.salesforce.com' };
    await expect(authorizer().refresh('old', known)).rejects.toMatchObject({
      ...{ code: 'crm_unauthorized', recovery: 'reauthorize' },
    });
  });

  it('renews a connection twice a minute at the most', async () => {
    org.replies.set(TOKEN, () => tokens());
    const desk = authorizer();
    const known = { apiOrigin: 'https://finch.my.salesforce.com' };
    await desk.refresh('one', known);
    await desk.refresh('two', known);
    await expect(desk.refresh('three', known)).rejects.toMatchObject({
      ...{ recovery: 'wait', retryAfterMs: 60_000 },
    });
    nowMs += 60_000;
    await expect(desk.refresh('three', known)).resolves.toBeDefined();
    expect(org.calls).toHaveLength(3);
  });

  it.each([
    ['invalid_grant', 'crm_unauthorized', 'reauthorize'],
    ['inactive_user', 'crm_unauthorized', 'reauthorize'],
    ['inactive_org', 'crm_unauthorized', 'reauthorize'],
    ['invalid_client', 'configuration_invalid', 'abort'],
    ['invalid_client_id', 'configuration_invalid', 'abort'],
    ['unknown_error', 'crm_rejected', 'abort'],
  ])('says what to do after %s: %s, %s', async (error, code, recovery) => {
    org.replies.set(TOKEN, () => ({ status: 400, body: { error } }));
    await expect(authorizer().refresh('old')).rejects.toMatchObject({ code, recovery });
  });

  it.each([{ id: 'nobody' }, { access_token: '' }, { instance_url: 'nowhere' }])(
    'takes no tokens from an answer like %j',
    async (values) => {
      org.replies.set(TOKEN, () => tokens(values));
      const asked = authorizer().exchangeCode('code', 'verifier');
      await expect(asked).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
    },
  );

  it('signs in by a key where an install has one', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    org.replies.set(TOKEN, () => tokens({ refresh_token: undefined }));
    const jwt = { userName: 'attune@finch.example', privateKey: pem };
    expect(await authorizer({ jwt }).refresh('')).toMatchObject({ refreshToken: 'jwt-bearer' });
    const [form] = org.calls.map(formOf);
    const [head = '', claims = '', signature = ''] = form?.['assertion']?.split('.') ?? [];
    const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`);
    expect(verify.verify(publicKey, signature, 'base64url')).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      ...{ iss: 'app', sub: 'attune@finch.example', aud: org.url },
      exp: nowMs / 1_000 + 180,
    });
  });

  it('asks whose a key is, at the address of its org', async () => {
    const person = { organization_id: '00D000000000001', user_id: '005000000000001' };
    org.replies.set('GET /services/oauth2/userinfo', () => ({ status: 200, body: person }));
    expect(await authorizer().introspect('access', { apiOrigin: org.url })).toEqual({
      ...{ accountId: '00D000000000001', accountName: null, userId: '005000000000001' },
      scopes: ['api', 'refresh_token'],
    });
    org.replies.set('GET /services/oauth2/userinfo', () => ({ status: 200, body: '<html>' }));
    await expect(authorizer().introspect('access')).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
    org.replies.set('GET /services/oauth2/userinfo', () => ({ status: 403, body: 'Bad_OAuth' }));
    await expect(authorizer().introspect('a')).rejects.toMatchObject({ code: 'crm_forbidden' });
  });

  it('hands its keys back', async () => {
    org.replies.set('POST /services/oauth2/revoke', () => ({ status: 200, body: '' }));
    await authorizer().revoke('refresh');
    await authorizer().uninstall('access');
    expect(org.calls.map(formOf)).toEqual([{ token: 'refresh' }, { token: 'access' }]);
  });
});
