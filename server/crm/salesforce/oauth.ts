import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { AuthorizeRequest, CrmAuthorizer, CrmGrant, CrmTokens } from '../authorizer.ts';
import { fetchAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { refusalToError, unexpectedAnswer } from './errors.ts';
import { toAssertion } from './jwt-bearer.ts';
import type { JwtSettings } from './jwt-bearer.ts';
import { createRefreshLimit } from './refresh-limit.ts';
import { SCOPES } from './scopes.ts';

export interface AuthorizerSettings {
  /** `https://login.salesforce.com`, a sandbox's, or a stand-in's address. */
  readonly signInUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly timeoutMs: number;
  readonly clock: () => Date;
  /** Single-tenant installs sign in by a key instead of a browser. */
  readonly jwt?: Pick<JwtSettings, 'userName' | 'privateKey'>;
}

const TOKEN = '/services/oauth2/token';
const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Kept in the refresh token's place where there is none. */
const BY_KEY = 'jwt-bearer';

/** PKCE is compulsory, and every renewal brings a new refresh token (research/salesforce.md §0). */
export function createAuthorizer(settings: AuthorizerSettings): CrmAuthorizer {
  const { clientId, clientSecret, redirectUri, clock, jwt } = settings;
  const client = { client_id: clientId, client_secret: clientSecret };
  const limit = createRefreshLimit(clock);
  const ask = async (form: Form, former: string): Promise<CrmTokens> =>
    toTokens(await post(settings, TOKEN, form), { former, signInUrl: settings.signInUrl });

  return {
    authorizeUrl: (request) => authorizeUrl(settings, request),
    exchangeCode: (code, codeVerifier) =>
      ask(
        {
          ...client,
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          ...(codeVerifier === undefined ? {} : { code_verifier: codeVerifier }),
        },
        '',
      ),
    refresh: async (refreshToken, known) => {
      limit.take(known?.apiOrigin ?? refreshToken);
      const form =
        jwt === undefined
          ? { ...client, grant_type: 'refresh_token', refresh_token: refreshToken }
          : { grant_type: JWT_GRANT, assertion: assertionOf(settings, jwt) };
      const tokens = await ask(form, jwt === undefined ? refreshToken : BY_KEY);
      if (known !== undefined && tokens.apiOrigin !== known.apiOrigin) throw moved();
      return tokens;
    },
    introspect: (accessToken, known) =>
      userInfo(settings, accessToken, known?.apiOrigin ?? settings.signInUrl),
    revoke: async (refreshToken) => {
      await post(settings, '/services/oauth2/revoke', { token: refreshToken });
    },
    // Salesforce lets nobody but an admin take a package out; what we can do is to hand the key back.
    uninstall: async (accessToken) => {
      await post(settings, '/services/oauth2/revoke', { token: accessToken });
    },
  };
}

type Form = Readonly<Record<string, string>>;

function assertionOf(
  { clientId, signInUrl, clock }: AuthorizerSettings,
  jwt: Pick<JwtSettings, 'userName' | 'privateKey'>,
): string {
  return toAssertion({ ...jwt, clientId, audience: signInUrl }, clock());
}

function authorizeUrl(
  { signInUrl, clientId, redirectUri }: AuthorizerSettings,
  { state, codeChallenge }: AuthorizeRequest,
): string {
  if (codeChallenge === undefined)
    throw new AppError('unexpected', 'A sign-in to Salesforce was begun without its challenge.', {
      recovery: 'abort',
    });
  const url = new URL('/services/oauth2/authorize', signInUrl);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: SCOPES.join(' '),
    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
}

async function post(settings: AuthorizerSettings, path: string, form: Form): Promise<string> {
  const request = new Request(new URL(path, settings.signInUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  const answer = await fetchAnswer(request, { timeoutMs: settings.timeoutMs });
  if (answer.status >= 300) throw refusal(answer, `POST ${path}`);
  return answer.body;
}

const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  instance_url: z.url(),
  /** ".../id/<org>/<user>". */
  id: z.string(),
  scope: z.string().nullish(),
});

/**
 * Salesforce does not say how long a key lives: as long as the org's sessions, two hours unless an admin chose otherwise,
 * a quarter of an hour at the least. One that ends sooner is renewed after its first 401.
 */
const ASSUMED_LIFE_SECONDS = 3_600;

function toTokens(
  body: string,
  { former, signInUrl }: { readonly former: string; readonly signInUrl: string },
): CrmTokens {
  const tokens = Tokens.safeParse(parseOrNull(body)).data;
  const refreshToken = tokens?.refresh_token ?? former;
  if (tokens === undefined || refreshToken === '')
    throw unexpectedAnswer(`POST ${TOKEN}`, 'holds no tokens');
  return {
    accessToken: tokens.access_token,
    refreshToken,
    expiresInSeconds: ASSUMED_LIFE_SECONDS,
    ...identityOf(tokens.id),
    scopes: tokens.scope?.split(' ') ?? SCOPES,
    apiOrigin: originOf(tokens.instance_url, signInUrl),
  };
}

const SALESFORCE_HOST = /(^|\.)(salesforce|force|cloudforce)\.(com|mil)$/;

/** Our key goes to Salesforce's own hosts only, whatever an answer says. */
function originOf(instanceUrl: string, signInUrl: string): string {
  const { origin, protocol, hostname } = new URL(instanceUrl);
  const isTheirs = protocol === 'https:' && SALESFORCE_HOST.test(hostname);
  if (isTheirs || new URL(signInUrl).hostname === hostname) return origin;
  throw unexpectedAnswer(`POST ${TOKEN}`, 'names a host that is not Salesforce’s', 'abort');
}

function identityOf(url: string): Pick<CrmTokens, 'accountId' | 'userId'> {
  const [, accountId, userId] = /\/id\/(\w+)\/(\w+)$/.exec(url) ?? [];
  if (accountId === undefined || userId === undefined)
    throw unexpectedAnswer(`POST ${TOKEN}`, 'names no org');
  return { accountId, userId };
}

const UserInfo = z.object({ organization_id: z.string().min(1), user_id: z.string().min(1) });

async function userInfo(
  { timeoutMs }: AuthorizerSettings,
  accessToken: string,
  origin: string,
): Promise<CrmGrant> {
  const path = '/services/oauth2/userinfo';
  const headers = { authorization: `Bearer ${accessToken}` };
  const request = new Request(new URL(path, origin), { headers });
  const answer = await fetchAnswer(request, { timeoutMs });
  if (answer.status >= 300) throw refusal(answer, `GET ${path}`);
  const told = UserInfo.safeParse(parseOrNull(answer.body)).data;
  if (told === undefined) throw unexpectedAnswer(`GET ${path}`, 'names no org');
  return {
    accountId: told.organization_id,
    accountName: null,
    userId: told.user_id,
    // An External Client App is granted as a whole.
    scopes: SCOPES,
  };
}

/** A withdrawn grant needs a person; a wrong client is our own configuration. */
const REFUSALS: Readonly<Record<string, () => AppError>> = {
  invalid_grant: () => reauthorize('Salesforce no longer accepts this connection.'),
  inactive_user: () => reauthorize('The Salesforce user of this connection is switched off.'),
  inactive_org: () => reauthorize('This Salesforce org is switched off.'),
  invalid_client: () => misconfigured(),
  invalid_client_id: () => misconfigured(),
};

function reauthorize(sentence: string): AppError {
  return new AppError('crm_unauthorized', sentence, { recovery: 'reauthorize' });
}

function moved(): AppError {
  return reauthorize('This Salesforce org has a new address. An admin must connect it again.');
}

function misconfigured(): AppError {
  return new AppError('configuration_invalid', 'Salesforce does not know this app id and secret.', {
    recovery: 'abort',
  });
}

const Refused = z.object({ error: z.string() });

function refusal(answer: Answer, call: string): AppError {
  const word = Refused.safeParse(parseOrNull(answer.body)).data?.error ?? '';
  return REFUSALS[word]?.() ?? refusalToError({ ...answer, call });
}

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
