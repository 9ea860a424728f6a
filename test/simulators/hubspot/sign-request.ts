import { createHmac } from 'node:crypto';

/** Signs as HubSpot does (research/hubspot.md §2), apart from the server's own verifier, so that each checks the other. */

export interface Signable {
  readonly clientSecret: string;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly nowMs: number;
}

export interface SignedHeaders {
  readonly 'x-hubspot-signature-v3': string;
  readonly 'x-hubspot-request-timestamp': string;
}

export function signRequest({ clientSecret, method, url, body, nowMs }: Signable): SignedHeaders {
  const signature = createHmac('sha256', clientSecret)
    .update(`${method}${decodeQuery(url)}${body}${nowMs}`, 'utf8')
    .digest('base64');
  return {
    'x-hubspot-signature-v3': signature,
    'x-hubspot-request-timestamp': String(nowMs),
  };
}

const DECODED = ":/?@!$'()*,;";

function decodeQuery(url: string): string {
  const [path = '', ...rest] = url.split('?');
  if (rest.length === 0) return url;
  const query = rest.join('?').replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return DECODED.includes(character) ? character : escape;
  });
  return `${path}?${query}`;
}

export interface CardUser {
  readonly userId: string;
  readonly portalId: string;
  readonly userEmail: string;
  readonly appId: string;
}

/** The address that `hubspot.fetch` ends up calling: the card's own, with who is looking appended. */
export function cardRequestUrl(url: string, user: CardUser): string {
  const query = new URLSearchParams({ ...user }).toString();
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
