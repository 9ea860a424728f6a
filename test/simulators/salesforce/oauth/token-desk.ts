import { createHash, createVerify, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ok, type Answer } from '../serve/answer.ts';
import type { Grant, Grants, IssuedTokens } from './grants.ts';
import type { RegisteredApp } from './registered-app.ts';

interface PendingCode extends Grant {
  readonly challenge: string;
  readonly redirectUri: string;
}

export interface TokenDeskParts {
  readonly app: RegisteredApp;
  readonly grants: Grants;
  readonly clock: () => Date;
  /** Where the org's API answers, as of now. */
  readonly instanceUrl: (orgId: string) => string;
  /** Where people sign in: whom an assertion must be meant for. */
  readonly signInUrl: () => string;
  readonly orgs: readonly { readonly orgId: string; readonly userId: string }[];
}

const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Our user in every org. */
const USER_NAME = 'integration@larkfield.example';
/** "The date and time at which the token expires must be within 3 minutes" (help.salesforce.com, JWT bearer flow). */
const LONGEST_ASSERTION_MS = 180_000;
const SCOPES = ['api', 'refresh_token'] as const;

type Refusal = 'invalid_client' | 'invalid_grant' | 'invalid_request' | 'unsupported_grant_type';

/** `/services/oauth2/…`: people agree, codes and tokens are given out. */
export class TokenDesk {
  readonly #parts: TokenDeskParts;
  readonly #codes = new Map<string, PendingCode>();

  constructor(parts: TokenDeskParts) {
    this.#parts = parts;
  }

  /** The consent page's end: whoever comes agrees, for the org that `login_hint` names or the first. */
  authorize(query: URLSearchParams): Answer {
    const asked = (name: string): string => query.get(name) ?? '';
    const { app, orgs } = this.#parts;
    const [first] = orgs;
    const org = orgs.find(({ orgId }) => orgId === asked('login_hint')) ?? first;
    if (asked('client_id') !== app.clientId || org === undefined)
      return refused('invalid_client', 'client identifier invalid');
    const [redirectUri, challenge] = [asked('redirect_uri'), asked('code_challenge')];
    // PKCE is compulsory for apps in several orgs (research/salesforce.md §0.2); 43 characters are a SHA-256.
    if (asked('code_challenge_method') !== 'S256' || challenge.length !== 43)
      return refused('invalid_request', 'missing required code challenge');
    const code = randomBytes(16).toString('base64url');
    this.#codes.set(code, { ...org, scopes: SCOPES, challenge, redirectUri });
    const location = new URL(redirectUri);
    location.search = new URLSearchParams({ code, state: asked('state') }).toString();
    return { status: 302, body: '', headers: { location: location.href } };
  }

  token(form: URLSearchParams): Answer {
    const type = form.get('grant_type') ?? '';
    if (type === JWT_GRANT) return this.#byAssertion(form.get('assertion') ?? '');
    if (!this.#isOurs(form)) return refused('invalid_client', 'invalid client credentials');
    const grants: Readonly<Record<string, () => Answer>> = {
      authorization_code: () => this.#byCode(form),
      refresh_token: () => this.#byRefresh(form.get('refresh_token') ?? ''),
    };
    return grants[type]?.() ?? refused('unsupported_grant_type', 'grant type not supported');
  }

  #isOurs(form: URLSearchParams): boolean {
    const { clientId, clientSecret } = this.#parts.app;
    return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
  }

  #byRefresh(refreshToken: string): Answer {
    const renewed = this.#parts.grants.rotate(refreshToken);
    return renewed === null
      ? refused('invalid_grant', 'expired access/refresh token')
      : this.#give(renewed);
  }

  revoke(form: URLSearchParams): Answer {
    this.#parts.grants.revoke(form.get('token') ?? '');
    return { status: 200, body: '' };
  }

  userInfo(grant: Grant): Answer {
    return ok({
      user_id: grant.userId,
      organization_id: grant.orgId,
      preferred_username: USER_NAME,
      zoneinfo: 'Europe/London',
    });
  }

  #byCode(form: URLSearchParams): Answer {
    const code = form.get('code') ?? '';
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    const verifier = form.get('code_verifier') ?? '';
    const proves = createHash('sha256').update(verifier).digest('base64url') === pending?.challenge;
    if (pending === undefined || !proves || form.get('redirect_uri') !== pending.redirectUri)
      return refused('invalid_grant', 'invalid authorization code');
    return this.#give(this.#parts.grants.issue(pending));
  }

  #byAssertion(assertion: string): Answer {
    const { app, grants, orgs } = this.#parts;
    const [org] = orgs;
    const claims = app.publicKey === undefined ? null : readAssertion(assertion, app.publicKey);
    return org !== undefined && claims !== null && this.#isMeantForUs(claims)
      ? this.#give(grants.issueBare({ ...org, scopes: ['api'] }))
      : refused('invalid_grant', 'invalid assertion');
  }

  #isMeantForUs({ iss, sub, aud, exp }: z.infer<typeof Claims>): boolean {
    const { app, clock, signInUrl } = this.#parts;
    const leftMs = exp * 1_000 - clock().getTime();
    const isFromUs = iss === app.clientId && sub === USER_NAME && aud === signInUrl();
    return isFromUs && leftMs > 0 && leftMs <= LONGEST_ASSERTION_MS;
  }

  #give({ orgId, userId, accessToken, refreshToken, scopes }: IssuedTokens): Answer {
    const { clock, instanceUrl } = this.#parts;
    const url = instanceUrl(orgId);
    return ok({
      access_token: accessToken,
      ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
      instance_url: url,
      id: `${url}/id/${orgId}/${userId}`,
      issued_at: String(clock().getTime()),
      signature: 'not-checked',
      scope: scopes.join(' '),
      token_type: 'Bearer',
    });
  }
}

const Claims = z.object({ iss: z.string(), sub: z.string(), aud: z.string(), exp: z.number() });

function readAssertion(
  assertion: string,
  key: NonNullable<RegisteredApp['publicKey']>,
): z.infer<typeof Claims> | null {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const verify = createVerify('RSA-SHA256').update(`${header}.${claims}`);
  if (!verify.verify(key, Buffer.from(signature, 'base64url'))) return null;
  return Claims.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString())).data ?? null;
}

function refused(error: Refusal, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}
