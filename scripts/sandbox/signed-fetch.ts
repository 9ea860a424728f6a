import type { SignedFetchBody } from '../../shared/api/sandbox/post-signed-fetch.ts';
import { AppError } from '../../shared/errors.ts';
import { signRequest } from '../../test/simulators/hubspot/sign-request.ts';

export interface SignedFetchOptions {
  /** Attune's own address; the only one that the sandbox's card may call. */
  readonly origin: () => string;
  readonly portalId: string;
  readonly appId: string;
  readonly clientSecret: string;
  readonly emailOf: (viewerUserId: string) => string;
  readonly clock: () => Date;
}

/** `hubspot.fetch` as HubSpot's side does it: adds who is looking to the query, signs (v3), passes the answer on. */
export function createSignedFetch(options: SignedFetchOptions) {
  return async (wanted: SignedFetchBody): Promise<{ status: number; body: string }> => {
    const url = new URL(wanted.url);
    if (url.origin !== options.origin()) throw foreignAddress(url.origin);
    url.searchParams.set('userId', wanted.viewerUserId);
    url.searchParams.set('portalId', options.portalId);
    url.searchParams.set('userEmail', options.emailOf(wanted.viewerUserId));
    url.searchParams.set('appId', options.appId);
    const body = wanted.body === undefined ? '' : JSON.stringify(wanted.body);
    const { clientSecret } = options;
    const nowMs = options.clock().getTime();
    const signed = signRequest({ clientSecret, method: wanted.method, url: url.href, body, nowMs });
    const response = await fetch(url, {
      method: wanted.method,
      headers: { 'content-type': 'application/json', ...signed },
      ...(body === '' ? {} : { body }),
    });
    return { status: response.status, body: await response.text() };
  };
}

function foreignAddress(origin: string): AppError {
  return new AppError(
    'request_invalid',
    `The card may not call ${origin}: HubSpot allows only the app's own address.`,
    {
      recovery: 'skip',
    },
  );
}
