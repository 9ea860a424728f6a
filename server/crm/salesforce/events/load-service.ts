import path from 'node:path';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** Messages go in and come out as plain objects; whoever takes one parses it. */
export interface PubSubService extends ServiceDefinition {
  readonly Subscribe: MethodDefinition<object, object>;
  readonly GetSchema: MethodDefinition<object, object>;
}

export function loadService(): PubSubService {
  const file = path.join(import.meta.dirname, 'pubsub.proto');
  const loaded = loadSync(file, { longs: Number, enums: String, defaults: true });
  // The file beside us defines this service with these two methods.
  return loaded['eventbus.v1.PubSub'] as unknown as PubSubService;
}
