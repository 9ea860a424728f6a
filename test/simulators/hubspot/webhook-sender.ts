import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectName } from './hubspot-record.ts';
import { TYPE_IDS } from './hubspot-record.ts';
import { signRequest } from './sign-request.ts';

/** Webhooks as documented (research/hubspot.md §4.7): signed v3, repeated on failure; ten tries a day became three. */

const ATTEMPTS = 3;
const PAUSE_MS = 200;
const TIMEOUT_MS = 5_000;

export interface WebhookOptions {
  readonly accountId: string;
  readonly appId: string;
  readonly clientSecret: string;
  readonly clock: () => Date;
}

export interface Change {
  readonly type: ObjectName;
  readonly id: string;
  readonly what: 'creation' | 'propertyChange' | 'deletion';
  readonly properties: Readonly<Record<string, string | null>>;
}

/** Large texts raise no event of their own (developers.hubspot.com, generic webhooks): creation tells of them. */
const NO_EVENT = new Set(['hs_email_html', 'hs_email_subject', 'hs_communication_body']);

export class WebhookSender {
  readonly #options: WebhookOptions;
  readonly #closing = new AbortController();
  readonly #underway = new Set<Promise<void>>();
  #eventId = 0;
  #target: string | null = null;

  constructor(options: WebhookOptions) {
    this.#options = options;
  }

  sendTo(url: string | null): void {
    this.#target = url;
  }

  announce(change: Change): void {
    if (this.#target === null) return;
    const delivery = this.#deliver(this.#target, this.#eventsOf(change)).catch(() => undefined);
    this.#underway.add(delivery);
    void delivery.finally(() => this.#underway.delete(delivery));
  }

  async settle(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }

  close(): void {
    this.#closing.abort();
  }

  #eventsOf(change: Change): readonly object[] {
    if (change.what !== 'propertyChange') return [this.#event(change, {})];
    return Object.entries(change.properties)
      .filter(([name]) => !NO_EVENT.has(name))
      .map(([propertyName, propertyValue]) => this.#event(change, { propertyName, propertyValue }));
  }

  #event(change: Change, more: object): object {
    this.#eventId += 1;
    return {
      eventId: this.#eventId,
      subscriptionId: 1,
      portalId: Number(this.#options.accountId),
      appId: Number(this.#options.appId),
      occurredAt: this.#options.clock().getTime(),
      subscriptionType: `object.${change.what}`,
      attemptNumber: 0,
      objectId: Number(change.id),
      objectTypeId: TYPE_IDS[change.type],
      changeSource: 'CRM_UI',
      sourceId: 'userId:9001',
      ...more,
    };
  }

  async #deliver(url: string, events: readonly object[]): Promise<void> {
    for (let attemptNumber = 0; attemptNumber < ATTEMPTS; attemptNumber += 1) {
      const body = JSON.stringify(events.map((event) => ({ ...event, attemptNumber })));
      if (await this.#post(url, body)) return;
      await sleep(PAUSE_MS * (attemptNumber + 1), undefined, { signal: this.#closing.signal });
    }
  }

  async #post(url: string, body: string): Promise<boolean> {
    const nowMs = this.#options.clock().getTime();
    const { clientSecret } = this.#options;
    const signed = signRequest({ clientSecret, method: 'POST', url, body, nowMs });
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signed },
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch (error) {
      if (this.#closing.signal.aborted) throw error;
      return false;
    }
  }
}
