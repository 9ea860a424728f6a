import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Why somebody was sent to the CRM's sign-in: `accountId` is the account to reconnect; null: an install. */
export interface InstallPurpose {
  readonly accountId: string | null;
}

export interface IssuedState {
  /** Travels through the CRM and back. */
  readonly state: string;
  /** Stays in the browser, as a cookie: the state is worth nothing without it. */
  readonly nonce: string;
  /** Of PKCE (RFC 7636): its verifier is made of the nonce by a key that only we have, and leaves us with the code. */
  readonly codeChallenge: string;
}

export interface OpenedState extends InstallPurpose {
  readonly codeVerifier: string;
}

export interface InstallStates {
  issue(purpose: InstallPurpose, now: Date): IssuedState;
  /** Null: not ours, another browser's, or too old. */
  open(state: string, nonce: string, now: Date): OpenedState | null;
}

export const STATE_LIFETIME_SECONDS = 600;

const Claims = z.strictObject({ accountId: z.string().nullable(), expiresAtMs: z.number() });

/**
 * The `state` of OAuth without a table: signed, for ten minutes, and bound to one browser by a nonce that only its
 * cookie holds. The cookie goes with the first answer, and the CRM takes a code only once (RFC 6749, 10.12 and 4.1.2).
 */
export function createInstallStates(credentialKey: Buffer): InstallStates {
  const key = Buffer.from(hkdfSync('sha256', credentialKey, '', 'attune install state', 32));
  const sign = (claims: string, nonce: string) =>
    createHmac('sha256', key).update(`${claims}.${nonce}`).digest();
  const verifierOf = (nonce: string) =>
    createHmac('sha256', key).update(`pkce ${nonce}`).digest('base64url');
  return {
    issue({ accountId }, now) {
      const nonce = randomBytes(32).toString('base64url');
      const expiresAtMs = now.getTime() + STATE_LIFETIME_SECONDS * 1000;
      const claims = Buffer.from(JSON.stringify({ accountId, expiresAtMs })).toString('base64url');
      const codeChallenge = createHash('sha256').update(verifierOf(nonce)).digest('base64url');
      const state = `${claims}.${sign(claims, nonce).toString('base64url')}`;
      return { state, nonce, codeChallenge };
    },
    open(state, nonce, now) {
      const [claims = '', signature = ''] = state.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = sign(claims, nonce);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      // Signed by us, so it is what `issue` wrote.
      const { accountId, expiresAtMs } = Claims.parse(
        JSON.parse(Buffer.from(claims, 'base64url').toString()),
      );
      if (now.getTime() >= expiresAtMs) return null;
      return { accountId, codeVerifier: verifierOf(nonce) };
    },
  };
}
