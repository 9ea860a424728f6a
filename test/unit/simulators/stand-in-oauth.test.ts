import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SANDBOX_APP } from '../../simulators/hubspot/start-hubspot.ts';
import { EMPTY_ACCOUNT } from '../../support/hubspot/open-hubspot.ts';
import { openStandIn } from './open-stand-in.ts';
import type { OpenStandIn, Reply } from './open-stand-in.ts';

const REDIRECT = 'https://attune.example/callback';
const SCOPES = { required: ['oauth', 'crm.objects.deals.read'], optional: ['tickets'] };
const { clientId, clientSecret } = SANDBOX_APP;
const TOKEN = '/oauth/2026-09/token';

describe("The stand-in's OAuth", () => {
  let open: OpenStandIn;

  beforeEach(async () => {
    open = await openStandIn({
      app: {
        ...SANDBOX_APP,
        redirectUris: [REDIRECT],
        requiredScopes: SCOPES.required,
        optionalScopes: SCOPES.optional,
      },
      otherPortals: [{ ...EMPTY_ACCOUNT, accountId: '5353' }],
    });
  });
  afterEach(() => open.close());

  async function authorize(changes: Record<string, string> = {}): Promise<Response> {
    const query = new URLSearchParams({
      ...{ client_id: clientId, redirect_uri: REDIRECT, scope: SCOPES.required.join(' ') },
      ...{ optional_scope: SCOPES.optional.join(' '), state: 'st4te' },
      ...changes,
    });
    return fetch(`${open.hubspot.url}/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
  }

  async function codeOf(changes?: Record<string, string>): Promise<string> {
    const location = (await authorize(changes)).headers.get('location') ?? '';
    return new URL(location).searchParams.get('code') ?? '';
  }

  const redeem = (code: string, changes: Record<string, string> = {}): Promise<Reply> =>
    open.askDesk(TOKEN, {
      ...{ grant_type: 'authorization_code', code, redirect_uri: REDIRECT },
      ...{ client_id: clientId, client_secret: clientSecret },
      ...changes,
    });

  const refresh = (token: unknown): Promise<Reply> =>
    redeem('', { grant_type: 'refresh_token', refresh_token: String(token) });

  it('sends the browser back with a code and the state, and gives tokens for the code', async () => {
    const answer = await authorize({ portal: '5353' });
    const target = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, target.origin + target.pathname]).toEqual([302, REDIRECT]);
    expect(target.searchParams.get('state')).toBe('st4te');
    const { body } = await redeem(target.searchParams.get('code') ?? '');
    expect(body).toMatchObject({
      ...{ hub_id: 5353, user_id: 9001, expires_in: 1_800, token_type: 'bearer' },
      scopes: [...SCOPES.required, ...SCOPES.optional],
    });
  });

  it.each([
    ['another redirect_uri', { redirect_uri: 'https://attune.example/other' }],
    ['a scope less', { scope: 'oauth' }],
    ['a scope more', { scope: `${SCOPES.required.join(' ')} forms` }],
    ['a strange optional scope', { optional_scope: 'forms' }],
    ['an unknown app', { client_id: 'nobody' }],
    ['an unknown account', { portal: '1' }],
  ])('shows an error page and redirects nowhere for %s', async (_name, changes) => {
    const answer = await authorize(changes);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('takes a code once, for a minute, with its own redirect_uri', async () => {
    const used = await codeOf();
    const statuses = [(await redeem(used)).status, (await redeem(used)).status];
    expect(statuses).toEqual([200, 400]);
    const elsewhere = await redeem(await codeOf(), { redirect_uri: `${REDIRECT}/x` });
    expect(elsewhere.body).toMatchObject({ error: 'invalid_grant' });
    const late = await codeOf();
    open.advance(60_001);
    expect((await redeem(late)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('asks for the verifier of a challenge', async () => {
    const code_challenge = createHash('sha256').update('verifier').digest('base64url');
    const challenged = { code_challenge, code_challenge_method: 'S256' };
    const wrong = await redeem(await codeOf(challenged), { code_verifier: 'other' });
    const right = await redeem(await codeOf(challenged), { code_verifier: 'verifier' });
    expect([wrong.status, right.status]).toEqual([400, 200]);
  });

  it('refuses JSON, an unknown client and an unknown grant in their own words', async () => {
    const json = await open.ask(`POST ${TOKEN}`, { grant_type: 'refresh_token' });
    const client = await redeem('', { client_secret: 'wrong' });
    const grant = await redeem('', { grant_type: 'password' });
    expect(json.status).toBe(415);
    expect(client.body).toMatchObject({ error: 'invalid_client' });
    expect(grant.body).toMatchObject({ error: 'unsupported_grant_type' });
  });

  it('tells whom a token speaks for, and that a stale one speaks for nobody', async () => {
    open.hubspot.setInstaller(77);
    const token = open.hubspot.issueAccessToken();
    const desk = { token, client_id: clientId, client_secret: clientSecret };
    const fresh = await open.askDesk(`${TOKEN}/introspect`, desk);
    expect(fresh.body).toMatchObject({ active: true, hub_id: 4242, user_id: 77 });
    open.hubspot.expireAccessTokens();
    const stale = await open.askDesk(`${TOKEN}/introspect`, desk);
    expect(stale.body).toEqual({ active: false });
  });

  it('lets access tokens live on when the refresh token is revoked', async () => {
    const token = open.hubspot.issueAccessToken();
    const { refreshToken } = open.hubspot;
    const desk = { token: refreshToken, client_id: clientId, client_secret: clientSecret };
    expect((await open.askDesk(`${TOKEN}/revoke`, desk)).status).toBe(200);
    expect((await refresh(refreshToken)).body).toMatchObject({ error: 'invalid_grant' });
    const call = await open.ask('GET /account-info/2026-09/details', undefined, token);
    expect(call.status).toBe(200);
  });

  it('forgets everything at an uninstall, and comes back with another refresh token', async () => {
    const before = open.hubspot.refreshToken;
    const token = open.hubspot.issueAccessToken();
    const gone = await open.ask('DELETE /appinstalls/2026-09/external-install', undefined, token);
    const call = await open.ask('GET /account-info/2026-09/details', undefined, token);
    expect([gone.status, call.status, (await refresh(before)).status]).toEqual([204, 401, 400]);
    const again = await redeem(await codeOf());
    expect(again.status).toBe(200);
    expect(again.body?.['refresh_token']).not.toBe(before);
    expect((await refresh(before)).status).toBe(400);
  });

  it('rotates the refresh token when asked, and the old one is dead', async () => {
    const before = open.hubspot.refreshToken;
    open.hubspot.rotateRefreshToken();
    const { body } = await refresh(before);
    expect(body?.['refresh_token']).not.toBe(before);
    expect(open.hubspot.refreshToken).toBe(body?.['refresh_token']);
    expect((await refresh(before)).status).toBe(400);
  });

  it('grants no more than the account allows', async () => {
    open.hubspot.setGrantedScopes(['oauth']);
    expect((await redeem(await codeOf())).body).toMatchObject({ scopes: ['oauth'] });
  });
});

describe("The stand-in's app", () => {
  it("is the project's own: its scopes, and its address at any origin", async () => {
    const open = await openStandIn();
    const { body } = await open.askDesk(TOKEN, {
      ...{ grant_type: 'refresh_token', refresh_token: open.hubspot.refreshToken },
      ...{ client_id: clientId, client_secret: clientSecret },
    });
    const scope = 'nothing';
    const ask = async (redirect_uri: string): Promise<string> => {
      const query = new URLSearchParams({ client_id: clientId, redirect_uri, scope });
      return (await fetch(`${open.hubspot.url}/oauth/authorize?${query.toString()}`)).text();
    };
    const pages = [
      await ask('http://127.0.0.1:3000/oauth/hubspot/callback'),
      await ask('http://elsewhere.example/oauth/hubspot/callback'),
    ];
    await open.close();
    expect(body?.['scopes']).toContain('crm.objects.deals.read');
    expect(pages.map((page) => page.includes('redirect_uri'))).toEqual([false, true]);
  });
});
