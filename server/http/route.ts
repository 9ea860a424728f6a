import type { RawRequest } from '../crm/requests.ts';

/** A route as data: the app mounts it, a test calls it over real HTTP, and nothing but app.ts knows the web framework. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Express's path syntax: "/v1/cards/:recordKind/:recordId". */
  readonly path: string;
  readonly handle: (request: RouteRequest) => Promise<RouteAnswer> | RouteAnswer;
}

export interface RouteRequest {
  /** As it arrived, for signatures. */
  readonly raw: RawRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The other end of the connection: a proxy, where one stands in front of us. */
  readonly remoteAddress: string;
  /** The body parsed as JSON; throws AppError `request_invalid` when it is none. */
  readonly json: () => unknown;
}

export interface RouteAnswer {
  readonly status: number;
  readonly json?: unknown;
  /** A whole page, for people; instead of `json`. */
  readonly html?: string;
  /** For programs that read no JSON; instead of `json`. `headers` say its type. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
