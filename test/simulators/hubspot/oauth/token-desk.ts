import { createHash } from 'node:crypto';
import type { Answer } from '../serve/answer.ts';
import { ok, refuse } from '../serve/answer.ts';
import type { GrantedCode } from './authorize.ts';
import type { Install, Installs } from './installs.ts';
import type { RegisteredApp } from './registered-app.ts';

/** `/oauth/2026-09/token` with `/introspect` and `/revoke`: form-encoded, RFC 6749 errors (research/hubspot.md §4.6). */

const LIFETIME_SECONDS = 1_800;

/**
 * Good at any time and more than once, with any redirect address: for the sandbox and tests that skip the browser. No
 * real code is like this; those of `/oauth/authorize` are.
 */
const STANDING_CODE = 'good-code';

export interface TokenDeskOptions {
  readonly app: RegisteredApp;
  readonly installs: Installs;
  readonly clock: () => Date;
  /** Whose the standing code is. */
  readonly mainAccountId: string;
}

export class TokenDesk {
  readonly #options: TokenDeskOptions;
  readonly #codes = new Map<string, GrantedCode>();

  constructor(options: TokenDeskOptions) {
    this.#options = options;
  }

  keepCode(code: string, grant: GrantedCode): void {
    this.#codes.set(code, grant);
  }

  issue(accountId: string): string {
    return this.#options.installs.issue(accountId, this.#nowMs(), LIFETIME_SECONDS * 1_000);
  }

  /** The install that a bearer speaks for, or the refusal. */
  check(authorization: string | undefined): Install | Answer {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
    const known = this.#options.installs.token(token);
    if (known === null) {
      return refuse(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    }
    const overdueMs = this.#nowMs() - known.expiryMs;
    if (overdueMs < 0) return this.#options.installs.get(known.accountId);
    const seconds = Math.floor(overdueMs / 1_000);
    const message = `The OAuth token used to make this call expired ${seconds} second(s) ago.`;
    return refuse(401, 'EXPIRED_AUTHENTICATION', message);
  }

  answer(path: string, contentType: string | undefined, rawBody: string): Answer {
    if (!(contentType ?? '').startsWith('application/x-www-form-urlencoded')) {
      // 415 is assumed; that JSON is refused is documented.
      return refuse(415, 'VALIDATION_ERROR', 'Only application/x-www-form-urlencoded is accepted.');
    }
    const form = new URLSearchParams(rawBody);
    if (!this.#isOurApp(form)) return oauthError('invalid_client', 'The client is not known.');
    if (path.endsWith('/introspect')) return this.#introspect(form.get('token') ?? '');
    if (path.endsWith('/revoke')) return this.#revoke(form.get('token') ?? '');
    return this.#exchange(form);
  }

  #isOurApp(form: URLSearchParams): boolean {
    const { clientId, clientSecret } = this.#options.app;
    return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
  }

  #exchange(form: URLSearchParams): Answer {
    const grants: Readonly<Record<string, () => Install | null>> = {
      authorization_code: () => this.#redeem(form),
      refresh_token: () => this.#options.installs.refresh(form.get('refresh_token') ?? ''),
    };
    const grant = grants[form.get('grant_type') ?? ''];
    if (grant === undefined) {
      return oauthError('unsupported_grant_type', 'The grant type is not supported.');
    }
    const install = grant();
    if (install === null) return oauthError('invalid_grant', 'The grant is not valid.');
    return ok({
      access_token: this.issue(install.accountId),
      refresh_token: install.refreshToken,
      expires_in: LIFETIME_SECONDS,
      hub_id: Number(install.accountId),
      user_id: install.userId,
      scopes: install.scopes,
      token_type: 'bearer',
    });
  }

  #redeem(form: URLSearchParams): Install | null {
    const { installs, mainAccountId } = this.#options;
    const code = form.get('code') ?? '';
    if (code === STANDING_CODE && form.has('redirect_uri')) {
      const known = installs.get(mainAccountId);
      return installs.refresh(known.refreshToken);
    }
    const grant = this.#codes.get(code);
    // Used or not, a code is good for one question only (RFC 6749 §4.1.2).
    this.#codes.delete(code);
    if (grant === undefined || !this.#isGood(grant, form)) return null;
    return installs.approve(grant.accountId, grant.scopes);
  }

  #isGood(grant: GrantedCode, form: URLSearchParams): boolean {
    const isKnownVerifier =
      grant.challenge === null || grant.challenge === challengeOf(form.get('code_verifier') ?? '');
    const isSameAddress = form.get('redirect_uri') === grant.redirectUri;
    return isKnownVerifier && isSameAddress && this.#nowMs() <= grant.expiryMs;
  }

  /** Fields assumed after the token answer; `active` is documented (docs: authentication/oauth-tokens/token-introspect). */
  #introspect(token: string): Answer {
    const { installs, app } = this.#options;
    const access = installs.token(token);
    const isFresh = access !== null && access.expiryMs > this.#nowMs();
    const install = isFresh ? installs.get(access.accountId) : installs.byRefreshToken(token);
    if (install === null) return ok({ active: false });
    const expiry = isFresh
      ? { expires_in: Math.floor((access.expiryMs - this.#nowMs()) / 1_000) }
      : {};
    return ok({
      active: true,
      client_id: app.clientId,
      app_id: Number(app.appId),
      hub_id: Number(install.accountId),
      user_id: install.userId,
      scopes: install.scopes,
      token_type: isFresh ? 'access_token' : 'refresh_token',
      ...expiry,
    });
  }

  /** A token that is not known is revoked already (RFC 7009 §2.2). */
  #revoke(token: string): Answer {
    this.#options.installs.revokeRefreshToken(token);
    this.#options.installs.dropToken(token);
    return ok({});
  }

  #nowMs(): number {
    return this.#options.clock().getTime();
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** RFC 6749 §5.2. */
function oauthError(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}
