import { SeededRandom } from '../hubspot/seeded-random.ts';
import { refuse, type Answer } from './serve/answer.ts';

export type FaultKind =
  | 'expired_token'
  /** Too many calls that take long, for the moment. */
  | 'too_many_at_once'
  /** No call is left for the day. */
  | 'day_spent'
  | 'forbidden'
  | 'unavailable'
  | 'query_timeout'
  | 'half_body'
  /** Nothing is done and nothing is answered, until the caller gives up. */
  | 'hang'
  /** Nothing is done; the connection breaks. */
  | 'cut_connection'
  /** The work is done; the connection breaks before the answer. */
  | 'applied_unanswered'
  | 'locator_gone'
  | 'same_page_again'
  /** Of a write of many: every second row is locked by somebody. */
  | 'rows_locked'
  | 'all_rows_locked'
  /** The answer is what `alter` makes of it. */
  | 'altered';

export interface Fault {
  readonly kind: FaultKind;
  /** Only requests whose path matches; every path when absent. */
  readonly path?: RegExp;
  /** How many requests it spoils; once when absent. */
  readonly times?: number;
  /** With `altered`: nothing is done unless it asks for the real answer. */
  readonly alter?: (real: () => Answer) => Answer;
}

/** How often, of all requests for records, each fault strikes by itself. */
export interface RandomFaults {
  readonly seed: number;
  readonly rates: Readonly<Record<string, number>>;
}

/** Faults wait in a queue until a request that they fit comes by, or fall like rain. */
export class FaultQueue {
  #waiting: { readonly fault: Fault; left: number }[] = [];
  #rain: { readonly random: SeededRandom; readonly rates: RandomFaults['rates'] } | null = null;

  setRandom(faults: RandomFaults | null): void {
    this.#rain = faults && { random: new SeededRandom(faults.seed), rates: faults.rates };
  }

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  take(path: string): Fault | null {
    const found = this.#waiting.find(({ fault }) => fault.path?.test(path) ?? true);
    if (found === undefined) return path.startsWith('/services/data/') ? this.#strike() : null;
    found.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return found.fault;
  }

  #strike(): Fault | null {
    if (this.#rain === null) return null;
    const { random, rates } = this.#rain;
    let place = random.next();
    for (const [kind, rate] of Object.entries(rates)) {
      if (place < rate) return { kind: kind as FaultKind }; // whoever lets it rain names kinds of this file
      place -= rate;
    }
    return null;
  }
}

/** Bodies as reported by users of the real API (research, recorded errors); absent: the fault is no answer of its own. */
export const FAULT_ANSWERS: Readonly<Partial<Record<FaultKind, Answer>>> = {
  expired_token: refuse(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
  too_many_at_once: refuse(
    403,
    'REQUEST_LIMIT_EXCEEDED',
    'ConcurrentPerOrgLongTxn Limit exceeded.',
  ),
  day_spent: refuse(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
  forbidden: refuse(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this user.'),
  unavailable: { status: 503, body: '<html><body>Service Unavailable</body></html>' },
  query_timeout: refuse(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.'),
};
