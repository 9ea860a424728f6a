import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { RawRequest } from '../requests.ts';

/**
 * HubSpot's v3 signature: base64(HMAC-SHA256(secret, METHOD + URI + raw body + timestamp)). Own verifier, because the
 * client's `Signature.isValid` defaults to v1, does not decode and compares with `===` (research/hubspot.md §2).
 */
export interface SignatureSettings {
  /** As HubSpot calls us, for example `https://attune.example`; the Host header can be forged. */
  readonly publicOrigin: string;
  /** The present client secret, and beside it the former one while a rotation lasts. */
  readonly clientSecrets: readonly string[];
  readonly clock: () => Date;
}

const SIGNATURE_HEADER = 'x-hubspot-signature-v3';
const MAX_AGE_MS = 5 * 60_000;
/** Clocks differ a little; a timestamp from further ahead could be kept for a later replay. */
const MAX_AHEAD_MS = 60_000;

/** Throws `signature_invalid` without saying which check failed: the caller is nobody yet. */
export function assertSigned(settings: SignatureSettings, request: RawRequest): void {
  const signature = request.header(SIGNATURE_HEADER) ?? '';
  const timestamp = request.header('x-hubspot-request-timestamp') ?? '';
  const fresh = isFresh(timestamp, settings.clock().getTime());
  const genuine = expectedSignatures(settings, request, timestamp).map((expected) =>
    isSame(expected, signature),
  );
  if (!fresh || !genuine.includes(true)) throw signatureInvalid();
}

/** Names a signed request without keeping its signature. */
export function signatureKey(request: RawRequest): string {
  return createHash('sha256')
    .update(request.header(SIGNATURE_HEADER) ?? '')
    .digest('hex');
}

export function signatureInvalid(): AppError {
  return new AppError('signature_invalid', 'This request was not signed by HubSpot for this app.', {
    recovery: 'abort',
  });
}

export interface SignedParts {
  readonly method: string;
  readonly uri: string;
  readonly body: Buffer;
  readonly timestamp: string;
}

export function signV3(secret: string, { method, uri, body, timestamp }: SignedParts): string {
  return createHmac('sha256', secret)
    .update(`${method}${uri}`, 'utf8')
    .update(body)
    .update(timestamp, 'utf8')
    .digest('base64');
}

/** Only these twelve escapes are decoded before signing; `%20`, `%26`, `%2B` and others stay as they are. */
const DECODED: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

/** The query as HubSpot signs it; the path is signed as sent. */
export function decodeQuery(uri: string): string {
  const start = uri.indexOf('?');
  if (start < 0) return uri;
  const query = uri.slice(start);
  return (
    uri.slice(0, start) +
    query.replace(/%[0-9a-f]{2}/gi, (escape) => DECODED[escape.toUpperCase()] ?? escape)
  );
}

/** Both spellings of the address are keyed by the secret, so accepting either opens nothing. */
function expectedSignatures(
  { publicOrigin, clientSecrets }: SignatureSettings,
  { method, originalUrl, body }: RawRequest,
  timestamp: string,
): string[] {
  const raw = publicOrigin + originalUrl;
  return clientSecrets
    .filter((secret) => secret !== '')
    .flatMap((secret) =>
      [decodeQuery(raw), raw].map((uri) => signV3(secret, { method, uri, body, timestamp })),
    );
}

function isFresh(timestamp: string, nowMs: number): boolean {
  if (!/^\d{10,16}$/.test(timestamp)) return false;
  const ageMs = nowMs - Number(timestamp);
  return ageMs <= MAX_AGE_MS && ageMs >= -MAX_AHEAD_MS;
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
