import type { Answer } from './serve/answer.ts';
import { refuse, tooMany } from './serve/answer.ts';
import { SeededRandom } from './seeded-random.ts';

export type FaultKind =
  | 'rate_limited'
  | 'search_rate_limited'
  | 'daily_limited'
  | 'bad_gateway'
  | 'server_error'
  | 'expired_token'
  | 'forbidden'
  | 'half_body'
  | 'slow_drip'
  /** Nothing is done and nothing is answered, until the caller gives up. */
  | 'hang'
  /** Nothing is done; the connection breaks. */
  | 'cut_connection'
  /** The work is done; the connection breaks before the answer. */
  | 'applied_unanswered'
  | 'same_page_again';

export interface Fault {
  readonly kind: FaultKind;
  /** Only requests whose path matches; every path when absent. */
  readonly path?: RegExp;
  /** How many requests it spoils; once when absent. */
  readonly times?: number;
}

/** Chance per request of each kind, drawn from a seed so that a run can be had again. */
export interface RandomFaults {
  readonly seed: number;
  readonly rates: Readonly<Partial<Record<FaultKind, number>>>;
  readonly path?: RegExp;
}

/** Faults wait in a queue until a request that they fit comes by; beside them, chance spoils requests. */
export class FaultQueue {
  #waiting: { fault: Fault; left: number }[] = [];
  #chance: { faults: RandomFaults; random: SeededRandom } | null = null;

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  setRandom(faults: RandomFaults | null): void {
    this.#chance = faults === null ? null : { faults, random: new SeededRandom(faults.seed) };
  }

  take(path: string): FaultKind | null {
    const found = this.#waiting.find(({ fault }) => fault.path?.test(path) ?? true);
    if (found === undefined) return this.#draw(path);
    found.left -= 1;
    if (found.left === 0) this.#waiting = this.#waiting.filter((each) => each !== found);
    return found.fault.kind;
  }

  #draw(path: string): FaultKind | null {
    if (this.#chance === null) return null;
    const { faults, random } = this.#chance;
    let drawn = random.next();
    if (faults.path?.test(path) === false) return null;
    // Object.entries widens the keys, which are kinds.
    for (const [kind, rate] of Object.entries(faults.rates) as [FaultKind, number][]) {
      if (drawn < rate) return kind;
      drawn -= rate;
    }
    return null;
  }
}

/** What a load balancer in front of HubSpot says when nothing behind it answers (invented after such pages). */
function gatewayPage(status: number, title: string): Answer {
  const body = `<html><head><title>${status} ${title}</title></head><body>nginx</body></html>`;
  return { status, body, headers: { 'content-type': 'text/html' } };
}

/** The answers of those faults that are answers. */
export const FAULT_ANSWERS: Readonly<Partial<Record<FaultKind, () => Answer>>> = {
  rate_limited: () => tooMany('TEN_SECONDLY_ROLLING'),
  search_rate_limited: () => tooMany('SECONDLY'),
  daily_limited: () => tooMany('DAILY'),
  bad_gateway: () => gatewayPage(502, 'Bad Gateway'),
  server_error: () => gatewayPage(500, 'Internal Server Error'),
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
