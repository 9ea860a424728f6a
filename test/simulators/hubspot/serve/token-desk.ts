import type { Answer } from './answer.ts';
import { ok, refuse } from './answer.ts';

/** `POST /oauth/2026-09/token`, form-encoded; access tokens live half an hour (research/hubspot.md §4.6). */

const LIFETIME_SECONDS = 1_800;

export interface TokenDeskOptions {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: () => Date;
}

export class TokenDesk {
  readonly refreshToken: string;
  readonly #options: TokenDeskOptions;
  readonly #expiryMs = new Map<string, number>();
  #issued = 0;
  #revoked = false;

  constructor(options: TokenDeskOptions) {
    this.#options = options;
    // The same after a restart, so that a sandbox's stored connection stays good.
    this.refreshToken = `refresh-${options.accountId}`;
  }

  issue(): string {
    this.#issued += 1;
    const nowMs = this.#options.clock().getTime();
    const token = `access-${this.#options.accountId}-${nowMs}-${this.#issued}`;
    this.#expiryMs.set(token, nowMs + LIFETIME_SECONDS * 1_000);
    return token;
  }

  /** As after an uninstall: neither old nor new tokens help. */
  revoke(): void {
    this.#revoked = true;
    this.#expiryMs.clear();
  }

  /** Null when the bearer may pass. */
  check(authorization: string | undefined): Answer | null {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    const expiryMs = this.#expiryMs.get(token ?? '');
    if (expiryMs === undefined) {
      return refuse(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
    }
    const overdueMs = this.#options.clock().getTime() - expiryMs;
    if (overdueMs < 0) return null;
    const seconds = Math.floor(overdueMs / 1_000);
    const message = `The OAuth token used to make this call expired ${seconds} second(s) ago.`;
    return refuse(401, 'EXPIRED_AUTHENTICATION', message);
  }

  exchange(form: URLSearchParams): Answer {
    const { clientId, clientSecret } = this.#options;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
      return oauthError('invalid_client', 'The client is not known.');
    }
    const granted =
      form.get('grant_type') === 'authorization_code'
        ? form.get('code') === 'good-code' && form.has('redirect_uri')
        : form.get('refresh_token') === this.refreshToken;
    if (!granted || this.#revoked) return oauthError('invalid_grant', 'The grant is not valid.');
    return ok({
      access_token: this.issue(),
      refresh_token: this.refreshToken,
      expires_in: LIFETIME_SECONDS,
      hub_id: Number(this.#options.accountId),
      user_id: 9001,
      scopes: ['oauth', 'crm.objects.deals.read'],
      token_type: 'bearer',
    });
  }
}

/** RFC 6749 §5.2. */
function oauthError(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}
