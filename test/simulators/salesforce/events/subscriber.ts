import { Metadata, status, type ServerDuplexStream } from '@grpc/grpc-js';
import { z } from 'zod';
import { type EventBus, replayIdOf, type BusEvent } from './event-bus.ts';

const FetchRequest = z.object({
  topicName: z.string(),
  replayPreset: z.enum(['LATEST', 'EARLIEST', 'CUSTOM']),
  replayId: z.instanceof(Buffer),
  numRequested: z.int(),
});
type FetchRequest = z.infer<typeof FetchRequest>;

export type SubscribeCall = ServerDuplexStream<object, object>;

const MOST_PENDING = 100;
const AUTH_ERROR = 'sfdc.platform.eventbus.grpc.service.auth.error';
const CORRUPTED = 'sfdc.platform.eventbus.grpc.subscription.fetch.replayid.corrupted';

/** One stream: what it asked for, and how far it came. */
export class Subscriber {
  /** Says nothing any more, as a connection that broke without a word. */
  silent = false;
  readonly accessToken: string;
  readonly asked: FetchRequest[] = [];
  readonly #call: SubscribeCall;
  readonly #bus: EventBus;
  #pending = 0;
  #position = 0;

  constructor(call: SubscribeCall, bus: EventBus, accessToken: string) {
    [this.#call, this.#bus, this.accessToken] = [call, bus, accessToken];
    call.on('data', (request: unknown) => {
      this.#take(FetchRequest.parse(request));
    });
    call.on('end', () => {
      call.end();
    });
  }

  get topic(): string | null {
    return this.asked[0]?.topicName ?? null;
  }

  /** What there is, as far as it was asked for. */
  push(): void {
    if (this.topic === null || this.silent || this.#pending === 0) return;
    const events = this.#bus.after(this.topic, this.#position).slice(0, this.#pending);
    const last = events.at(-1);
    if (last === undefined) return;
    this.#pending -= events.length;
    this.#position = last.position;
    this.#write(events);
  }

  keepAlive(): void {
    this.#position = Math.max(this.#position, this.#bus.last);
    if (!this.silent && this.#pending > 0) this.#write([]);
  }

  end(): void {
    this.#call.end();
  }

  refuse(): void {
    refuseCall(this.#call, status.UNAUTHENTICATED, AUTH_ERROR);
  }

  #write(events: readonly BusEvent[]): void {
    this.#call.write({
      events: events.map(({ id, schemaId, payload, position }) => ({
        event: { id, schemaId, payload },
        replayId: replayIdOf(position),
      })),
      latestReplayId: replayIdOf(this.#position),
      pendingNumRequested: this.#pending,
    });
  }

  #take(request: FetchRequest): void {
    const isFirst = this.asked.length === 0;
    this.asked.push(request);
    this.#pending = Math.min(MOST_PENDING, this.#pending + request.numRequested);
    const position = isFirst ? this.#begin(request) : this.#position;
    if (position === null) {
      refuseCall(this.#call, status.INVALID_ARGUMENT, CORRUPTED);
      return;
    }
    this.#position = position;
    this.push();
  }

  #begin({ replayPreset, replayId }: FetchRequest): number | null {
    if (replayPreset === 'CUSTOM') return this.#bus.positionOf(replayId);
    return replayPreset === 'EARLIEST' ? 0 : this.#bus.last;
  }
}

export function refuseCall(call: SubscribeCall, code: status, word: string): void {
  const metadata = new Metadata();
  metadata.set('error-code', word);
  call.emit('error', { code, details: word, metadata });
}

export function refuseKey(call: SubscribeCall): void {
  refuseCall(call, status.UNAUTHENTICATED, AUTH_ERROR);
}
