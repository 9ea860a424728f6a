import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { CrmAuthorizer, CrmGrant, CrmTokens } from '../port.ts';
import { refusalToError, unexpectedAnswer } from './errors.ts';
import { scopesAsked } from './scopes.ts';
import { sendOnce, type Answer, type Sending } from './send.ts';

export interface AuthorizerSettings {
  /** `https://login.salesforce.com`, `https://test.salesforce.com`, an org's own domain, or a stand-in's address. */
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly timeoutMs: number;
}

const DESK = '/services/oauth2';
/** A session lasts two hours unless an admin says otherwise, fifteen minutes at least, and its answer does not tell. */
const SESSION_SECONDS = 15 * 60;

/**
 * Salesforce's token endpoints, with RFC 6749 errors, PKCE (RFC 7636) and rotation: each refresh token is worth one use, and
 * a second use ends the whole grant (research/salesforce.md §0.2). Whoever renews must keep what came back.
 */
export function createAuthorizer(settings: AuthorizerSettings): CrmAuthorizer {
  const { loginUrl, clientId, clientSecret, redirectUri } = settings;
  const client = { client_id: clientId, client_secret: clientSecret };
  const ask = async (grant: Readonly<Record<string, string>>): Promise<CrmTokens> =>
    toTokens(await post(settings, `${DESK}/token`, { ...client, ...grant }), loginUrl);
  return {
    authorizeUrl: ({ state, codeChallenge }) => {
      const url = new URL(`${DESK}/authorize`, loginUrl);
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: scopesAsked().join(' '),
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
        // Somebody may be signed in as themselves, and should connect as the integration user.
        prompt: 'login consent',
        state,
      }).toString();
      return url.href;
    },
    exchangeCode: (code, codeVerifier) =>
      ask({
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
        code,
      }),
    refresh: async (refreshToken) => {
      const tokens = await ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
      // Without rotation the old one stays good, and is not told again.
      return tokens.refreshToken === '' ? { ...tokens, refreshToken } : tokens;
    },
    introspect: async (accessToken) => toGrant(await askWho(settings, accessToken)),
    revoke: async (refreshToken) => {
      await post(settings, `${DESK}/revoke`, { token: refreshToken });
    },
    // An app cannot take itself out of an org: its admins do; without its tokens it is as good as out.
    uninstall: () => Promise.resolve(),
  };
}

function post(
  { loginUrl, timeoutMs }: AuthorizerSettings,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  return whole({
    method: 'POST',
    url: `${loginUrl}${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    ...{ call: `POST ${path}`, timeoutMs },
  });
}

function askWho({ loginUrl, timeoutMs }: AuthorizerSettings, accessToken: string): Promise<string> {
  const path = `${DESK}/userinfo`;
  const headers = { authorization: `Bearer ${accessToken}` };
  return whole({
    method: 'GET',
    url: `${loginUrl}${path}`,
    headers,
    call: `GET ${path}`,
    timeoutMs,
  });
}

/** The body of a 2xx answer. */
async function whole(sending: Sending): Promise<string> {
  const answer = await sendOnce(sending);
  if (answer.status >= 300) throw refusal(answer, sending.call);
  return answer.body;
}

const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().default(''),
  instance_url: z.url(),
  id: z.url(),
  scope: z.string().default(''),
});

function toTokens(body: string, loginUrl: string): CrmTokens {
  const tokens = Tokens.safeParse(parseOrNull(body)).data;
  const [userId, orgId] = (tokens?.id ?? '').split('/').toReversed();
  if (tokens === undefined || userId === undefined || orgId === undefined)
    throw unexpectedAnswer(`POST ${DESK}/token`, 'holds no tokens');
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresInSeconds: SESSION_SECONDS,
    accountId: orgId,
    userId,
    scopes: tokens.scope.split(' ').filter((scope) => scope !== ''),
    apiOrigin: originOf(tokens.instance_url, loginUrl),
  };
}

const SALESFORCE_HOST = /(^|\.)(salesforce|force|cloudforce)\.(com|mil)$/;

/** Our key goes to Salesforce's own hosts only, whatever an answer says. */
function originOf(instanceUrl: string, loginUrl: string): string {
  const { origin, protocol, hostname } = new URL(instanceUrl);
  const isTheirs = protocol === 'https:' && SALESFORCE_HOST.test(hostname);
  if (isTheirs || new URL(loginUrl).hostname === hostname) return origin;
  throw unexpectedAnswer(`POST ${DESK}/token`, 'names a host that is not Salesforce’s', 'abort');
}

const Who = z.object({ organization_id: z.string(), user_id: z.string() });

/** What was granted is what the app asks for: an external client app has no optional scopes. */
function toGrant(body: string): CrmGrant {
  const who = Who.safeParse(parseOrNull(body)).data;
  if (who === undefined) throw unexpectedAnswer(`GET ${DESK}/userinfo`, 'names nobody');
  const { organization_id: accountId, user_id: userId } = who;
  return { accountId, accountName: null, userId, scopes: scopesAsked() };
}

/** A withdrawn grant needs a person; a wrong client is our own configuration. */
const REFUSALS: Readonly<Record<string, () => AppError>> = {
  invalid_grant: () =>
    new AppError('crm_unauthorized', 'Salesforce no longer accepts this connection.', {
      recovery: 'reauthorize',
    }),
  invalid_client: () => unknownApp(),
  invalid_client_id: () => unknownApp(),
};

function unknownApp(): AppError {
  return new AppError(
    'configuration_invalid',
    'Salesforce does not know this client id and secret. Compare them with the External Client App.',
    { recovery: 'abort' },
  );
}

const Refused = z.object({ error: z.string() });

function refusal(answer: Answer, call: string): AppError {
  const error = Refused.safeParse(parseOrNull(answer.body)).data?.error;
  return REFUSALS[error ?? '']?.() ?? refusalToError({ ...answer, call });
}

function parseOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
