import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '../seeded-random.ts';
import { signRequest } from '../sign-request.ts';
import type { Change } from './change.ts';
import { eventsOf, isSubscribed } from './webhook-event.ts';
import type { Subscription, WebhookEvent } from './webhook-event.ts';

/**
 * Webhooks as documented (research/hubspot.md §4.7): batches of up to 100 with several accounts in one, signed v3, up to
 * ten more tries after anything but 2xx within 5 s, in no order and some twice. Only the pauses are shorter: HubSpot
 * spreads its tries over 24 hours.
 */
const BATCH_CAP = 100;
const TRIES = 11;
const GATHER_MS = 5;

export interface WebhookOptions {
  readonly appId: string;
  readonly clientSecret: string;
  readonly clock: () => Date;
  /** Everything when absent. */
  readonly subscriptions?: readonly Subscription[];
  /** The pause after the first try; the n-th is n times as long. */
  readonly webhookPauseMs?: number;
  readonly webhookTimeoutMs?: number;
}

/** What may go wrong between HubSpot and us. Absent: nothing. */
export interface WebhookDisturbance {
  /** Events that never arrive. */
  readonly lose?: (event: WebhookEvent) => boolean;
  /** Each event comes again in a batch of its own. */
  readonly repeat?: boolean;
  readonly order?: 'given' | 'reversed' | 'shuffled';
  readonly seed?: number;
  /** Nothing is sent until a later disturbance without this: for bursts. */
  readonly hold?: boolean;
}

export class WebhookSender {
  readonly #options: WebhookOptions;
  readonly #closing = new AbortController();
  readonly #underway = new Set<Promise<void>>();
  #waiting: WebhookEvent[] = [];
  #timer: NodeJS.Timeout | null = null;
  #disturbance: WebhookDisturbance = {};
  #random = new SeededRandom(1);
  #eventId = 0;
  #target: string | null = null;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  sendTo(url: string | null): void {
    this.#target = url;
  }

  disturb(disturbance: WebhookDisturbance): void {
    this.#disturbance = disturbance;
    this.#random = new SeededRandom(disturbance.seed ?? 1);
    if (disturbance.hold !== true) this.#flushSoon();
  }

  announce(accountId: string, change: Change): void {
    if (this.#target === null) return;
    const { lose } = this.#disturbance;
    const events = eventsOf(change, {
      accountId,
      appId: this.#options.appId,
      occurredAt: this.#options.clock().getTime(),
      nextEventId: () => (this.#eventId += 1),
    });
    this.#waiting.push(
      ...events.filter(
        (event) =>
          isSubscribed(this.#options.subscriptions, change, event) && lose?.(event) !== true,
      ),
    );
    this.#flushSoon();
  }

  async settle(): Promise<void> {
    this.#flush();
    while (this.#underway.size > 0) {
      await Promise.all(this.#underway);
      this.#flush();
    }
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#closing.abort();
  }

  #flushSoon(): void {
    if (this.#timer !== null || this.#waiting.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#flush();
    }, GATHER_MS);
    this.#timer.unref();
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#target === null || this.#disturbance.hold === true) return;
    const events = this.#ordered(this.#waiting.splice(0));
    for (let start = 0; start < events.length; start += BATCH_CAP) {
      const batch = events.slice(start, start + BATCH_CAP);
      this.#send(this.#target, batch);
      if (this.#disturbance.repeat === true) this.#send(this.#target, batch);
    }
  }

  #ordered(events: readonly WebhookEvent[]): readonly WebhookEvent[] {
    const { order = 'given' } = this.#disturbance;
    if (order === 'given') return events;
    if (order === 'reversed') return events.toReversed();
    const drawn = events.map((event) => ({ event, place: this.#random.next() }));
    return drawn.sort((a, b) => a.place - b.place).map(({ event }) => event);
  }

  #send(url: string, batch: readonly WebhookEvent[]): void {
    const delivery = this.#deliver(url, batch).catch(() => undefined);
    this.#underway.add(delivery);
    void delivery.finally(() => this.#underway.delete(delivery));
  }

  async #deliver(url: string, events: readonly WebhookEvent[]): Promise<void> {
    const { webhookPauseMs = 50 } = this.#options;
    for (let attemptNumber = 0; attemptNumber < TRIES; attemptNumber += 1) {
      const body = JSON.stringify(events.map((event) => ({ ...event, attemptNumber })));
      if (await this.#post(url, body)) return;
      const pauseMs = webhookPauseMs * (attemptNumber + 1);
      await sleep(pauseMs, undefined, { signal: this.#closing.signal });
    }
  }

  async #post(url: string, body: string): Promise<boolean> {
    const { clientSecret, clock, webhookTimeoutMs = 5_000 } = this.#options;
    const nowMs = clock().getTime();
    const signed = signRequest({ clientSecret, method: 'POST', url, body, nowMs });
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signed },
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(webhookTimeoutMs)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch (error) {
      if (this.#closing.signal.aborted) throw error;
      return false;
    }
  }
}
