import { on } from 'node:events';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { z } from 'zod';
import { createReadHeader, type ReadHeader } from './change-header.ts';
import type { PubSubService } from './load-service.ts';

/** Who we are, for one stream; Salesforce wants it with every call (Pub/Sub API, "Authentication"). */
export interface StreamKey {
  readonly accessToken: string;
  readonly instanceUrl: string;
  readonly orgId: string;
}

export interface Subscription extends StreamKey {
  readonly topic: string;
  /** After which event to go on; null: with what comes from now on. */
  readonly replayId: Buffer | null;
  readonly events: number;
}

const Answer = z.object({
  events: z.array(
    z.object({
      event: z.object({ id: z.string(), schemaId: z.string(), payload: z.instanceof(Buffer) }),
      replayId: z.instanceof(Buffer),
    }),
  ),
  latestReplayId: z.instanceof(Buffer),
  pendingNumRequested: z.int(),
});
/** Without events it is a keepalive. */
export type Answer = z.infer<typeof Answer>;

const SchemaInfo = z.object({ schemaJson: z.string() });

/** One subscription over a connection of its own. Every refusal is an error that carries gRPC's code. */
export interface EventStream {
  /** Null: Salesforce ended the stream. */
  next(): Promise<Answer | null>;
  ask(events: number): void;
  readHeaderOf(schemaId: string): Promise<ReadHeader>;
  close(): void;
}

export type OpenStream = (subscription: Subscription) => EventStream;

const SCHEMA_TIMEOUT_MS = 30_000;

/** Mails are told with their texts, a hundred at a time, each event up to 1 MB (Pub/Sub API, "Allocations"). */
const LONGEST_ANSWER_BYTES = 128 * 1024 * 1024;

/** A half-dead connection must not be found again by the next attempt: none is shared. */
const OWN_CONNECTION = {
  'grpc.use_local_subchannel_pool': 1,
  'grpc.max_receive_message_length': LONGEST_ANSWER_BYTES,
};

export function createOpenStream(endpoint: string, service: PubSubService): OpenStream {
  return (subscription) => {
    const client = new Client(endpoint, credentialsFor(endpoint), OWN_CONNECTION);
    return openStream(client, service, subscription);
  };
}

function openStream(
  client: Client,
  service: PubSubService,
  subscription: Subscription,
): EventStream {
  const { topic, replayId, events } = subscription;
  const metadata = metadataOf(subscription);
  const { path, requestSerialize, responseDeserialize } = service.Subscribe;
  const form = [path, requestSerialize, responseDeserialize] as const;
  const stream = client.makeBidiStreamRequest(...form, metadata);
  // What is told after we hung up is nobody's.
  stream.on('error', () => undefined);
  const answers = on(stream, 'data', { close: ['end'] });
  const ask = (numRequested: number, place: object = {}) => {
    stream.write({ topicName: topic, numRequested, ...place });
  };
  ask(events, replayId === null ? {} : { replayPreset: 'CUSTOM', replayId });
  return {
    ask,
    next: async () => {
      const { value, done } = await answers.next();
      // node:events gives the arguments of each event as a list.
      return done === true ? null : Answer.parse((value as readonly unknown[])[0]);
    },
    readHeaderOf: rememberReaders((schemaId) => askSchema(client, service, { schemaId, metadata })),
    close: () => {
      stream.cancel();
      client.close();
    },
  };
}

/** An object's schema changes with its fields, and is then another one; few are in use at a time. */
function rememberReaders(
  ask: (schemaId: string) => Promise<string>,
): (schemaId: string) => Promise<ReadHeader> {
  const readers = new Map<string, ReadHeader>();
  return async (schemaId) => {
    const readHeader = readers.get(schemaId) ?? createReadHeader(await ask(schemaId));
    readers.set(schemaId, readHeader);
    return readHeader;
  };
}

function askSchema(
  client: Client,
  { GetSchema: { path, requestSerialize, responseDeserialize } }: PubSubService,
  { schemaId, metadata }: { readonly schemaId: string; readonly metadata: Metadata },
): Promise<string> {
  const form = [path, requestSerialize, responseDeserialize] as const;
  const deadline = Date.now() + SCHEMA_TIMEOUT_MS;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(...form, { schemaId }, metadata, { deadline }, (error, answer) => {
      if (error !== null) reject(error);
      else resolve(SchemaInfo.parse(answer).schemaJson);
    });
  });
}

function metadataOf({ accessToken, instanceUrl, orgId }: StreamKey): Metadata {
  const metadata = new Metadata();
  metadata.set('accesstoken', accessToken);
  metadata.set('instanceurl', instanceUrl);
  metadata.set('tenantid', orgId);
  return metadata;
}

const LOOPBACK = /^(?:127\.0\.0\.1|localhost):\d+$/;

/** Our key leaves this machine encrypted only. */
function credentialsFor(endpoint: string) {
  return LOOPBACK.test(endpoint) ? credentials.createInsecure() : credentials.createSsl();
}
