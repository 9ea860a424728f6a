import type { Answer } from './serve/answer.ts';
import { refuse, tooMany } from './serve/answer.ts';

export type FaultKind =
  | 'rate_limited'
  | 'search_rate_limited'
  | 'bad_gateway'
  | 'expired_token'
  | 'forbidden'
  | 'half_body'
  | 'hang'
  | 'cut_connection'
  | 'same_page_again';

export interface Fault {
  readonly kind: FaultKind;
  /** Only requests whose path matches; every path when absent. */
  readonly path?: RegExp;
  /** How many requests it spoils; once when absent. */
  readonly times?: number;
}

/** Faults wait in a queue until a request that they fit comes by. */
export class FaultQueue {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  take(path: string): FaultKind | null {
    const found = this.#waiting.find(({ fault }) => fault.path?.test(path) ?? true);
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left === 0) this.#waiting = this.#waiting.filter((each) => each !== found);
    return found.fault.kind;
  }
}

/** What a load balancer in front of HubSpot says when nothing behind it answers (invented after such pages). */
const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** The answers of those faults that are answers. */
export const FAULT_ANSWERS: Readonly<Partial<Record<FaultKind, () => Answer>>> = {
  rate_limited: () => tooMany('TEN_SECONDLY_ROLLING'),
  search_rate_limited: () => tooMany('SECONDLY'),
  bad_gateway: () => ({
    status: 502,
    body: GATEWAY_PAGE,
    headers: { 'content-type': 'text/html' },
  }),
  expired_token: () =>
    refuse(
      401,
      'EXPIRED_AUTHENTICATION',
      'The OAuth token used to make this call expired 75 second(s) ago.',
    ),
  forbidden: () =>
    refuse(
      403,
      'MISSING_SCOPES',
      "This app hasn't been granted all required scopes to make this call.",
    ),
};
