import { Client } from '@hubspot/api-client';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { CrmAuthorizer, CrmGrant, CrmTokens } from '../authorizer.ts';
import { readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { refusalToError, unexpectedAnswer } from './errors.ts';
import { API_VERSIONS } from './objects.ts';
import { scopesAsked } from './scopes.ts';

export interface AuthorizerSettings {
  readonly baseUrl: string;
  /** Where people sign in; HubSpot's own when absent. */
  readonly signInUrl?: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly timeoutMs: number;
}

const SIGN_IN = 'https://app.hubspot.com';
const TOKEN = `/oauth/${API_VERSIONS.oauth}/token`;
const UNINSTALL = `/appinstalls/${API_VERSIONS.appInstalls}/external-install`;

/** HubSpot's token endpoints: form-encoded, with RFC 6749 errors (research/hubspot.md §4.6). */
export function createAuthorizer(settings: AuthorizerSettings): CrmAuthorizer {
  const { clientId, clientSecret, redirectUri } = settings;
  const desk = openDesk(settings);
  const client = { client_id: clientId, client_secret: clientSecret };
  const ask = async (grant: Readonly<Record<string, string>>): Promise<CrmTokens> =>
    toTokens(await desk.post(TOKEN, { ...client, redirect_uri: redirectUri, ...grant }));

  return {
    authorizeUrl: (request) => authorizeUrl(settings, request),
    exchangeCode: (code) => ask({ grant_type: 'authorization_code', code }),
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    introspect: async (accessToken) =>
      toGrant(
        await desk.post(`${TOKEN}/introspect`, {
          ...client,
          token: accessToken,
          token_type_hint: 'access_token',
        }),
      ),
    revoke: async (refreshToken) => {
      const hint = { token_type_hint: 'refresh_token' };
      await desk.post(`${TOKEN}/revoke`, { ...client, token: refreshToken, ...hint });
    },
    uninstall: async (accessToken) => {
      await desk.remove(UNINSTALL, accessToken);
    },
  };
}

/** The scopes must be the app's own, or HubSpot blocks the install (research/hubspot.md §1). */
function authorizeUrl(
  { signInUrl, clientId, redirectUri }: AuthorizerSettings,
  { state, accountId }: Parameters<CrmAuthorizer['authorizeUrl']>[0],
): string {
  // With an account's id in the path its person need not choose one (HubSpot's guide "Working with OAuth", 2026-11).
  const path = accountId === null ? '/oauth/authorize' : `/oauth/${accountId}/authorize`;
  const url = new URL(path, signInUrl ?? SIGN_IN);
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopesAsked('always').join(' '),
    optional_scope: scopesAsked('optional').join(' '),
    state,
  }).toString();
  return url.href;
}

function openDesk({ baseUrl, timeoutMs }: AuthorizerSettings) {
  const transport = new Client({ basePath: baseUrl });

  /** The body of a 2xx answer. */
  async function whole(request: Promise<Response>, call: string): Promise<string> {
    const answer = await readAnswer(request, { call, timeoutMs });
    if (answer.status >= 300) throw refusal(answer, call);
    return answer.body;
  }

  return {
    post: (path: string, form: Readonly<Record<string, string>>) =>
      whole(
        transport.apiRequest({
          method: 'POST',
          path,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form).toString(),
          defaultJson: false,
        }),
        `POST ${path}`,
      ),
    remove: (path: string, accessToken: string) =>
      whole(
        transport.apiRequest({
          method: 'DELETE',
          path,
          headers: { Authorization: `Bearer ${accessToken}` },
        }),
        `DELETE ${path}`,
      ),
  };
}

const id = z.union([z.string(), z.number()]).transform(String);
const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
  hub_id: id,
  user_id: id.nullish(),
  scopes: z.array(z.string()).nullish(),
});

function toTokens(body: string): CrmTokens {
  const tokens = Tokens.safeParse(parseOrNull(body)).data;
  if (tokens === undefined) throw unexpectedAnswer(`POST ${TOKEN}`, 'holds no tokens');
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresInSeconds: tokens.expires_in,
    accountId: tokens.hub_id,
    userId: tokens.user_id ?? null,
    scopes: tokens.scopes ?? [],
    apiOrigin: null,
  };
}

const Grant = z.object({
  active: z.literal(true),
  hub_id: id,
  hub_domain: z.string().min(1).nullish(),
  user_id: id.nullish(),
  scopes: z.array(z.string()),
});

function toGrant(body: string): CrmGrant {
  const grant = Grant.safeParse(parseOrNull(body)).data;
  if (grant === undefined)
    throw unexpectedAnswer(`POST ${TOKEN}/introspect`, 'does not describe an active token');
  return {
    accountId: grant.hub_id,
    accountName: grant.hub_domain ?? null,
    userId: grant.user_id ?? null,
    scopes: grant.scopes,
  };
}

/** A withdrawn grant needs a person; a wrong client is our own configuration. */
const REFUSALS: Readonly<Record<string, () => AppError>> = {
  invalid_grant: () => withdrawn(),
  // The older form of the same answer (nango.dev/blog/hubspot-oauth-bad-refresh-token, read 2026-11-22).
  BAD_REFRESH_TOKEN: () => withdrawn(),
  invalid_client: () =>
    new AppError('configuration_invalid', 'HubSpot does not know this app id and secret.', {
      recovery: 'abort',
    }),
};

function withdrawn(): AppError {
  return new AppError('crm_unauthorized', 'HubSpot no longer accepts this connection.', {
    recovery: 'reauthorize',
  });
}

const Refused = z.object({ error: z.string().optional(), status: z.string().optional() });

function refusal(answer: Answer, call: string): AppError {
  const body = Refused.safeParse(parseOrNull(answer.body)).data;
  const known = REFUSALS[body?.error ?? ''] ?? REFUSALS[body?.status ?? ''];
  return known?.() ?? refusalToError({ ...answer, call });
}

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
