import { createSign } from 'node:crypto';

export interface JwtSettings {
  readonly clientId: string;
  /** The integration user, by user name. */
  readonly userName: string;
  /** PEM; its certificate is uploaded to the External Client App. */
  readonly privateKey: string;
  /** "https://login.salesforce.com", or "https://test.salesforce.com" for sandboxes. */
  readonly audience: string;
}

/** Salesforce takes an assertion that ends within five minutes (OAuth 2.0 JWT bearer flow). */
const LIFE_SECONDS = 180;

/** RFC 7523, RS256. No refresh token comes with it: a new assertion is as good. */
export function toAssertion(settings: JwtSettings, now: Date): string {
  const claims = {
    iss: settings.clientId,
    sub: settings.userName,
    aud: settings.audience,
    exp: Math.floor(now.getTime() / 1000) + LIFE_SECONDS,
  };
  const signed = `${toPart({ alg: 'RS256' })}.${toPart(claims)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(settings.privateKey, 'base64url');
  return `${signed}.${signature}`;
}

function toPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
