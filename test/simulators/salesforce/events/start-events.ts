import { Server, ServerCredentials, status, type Metadata } from '@grpc/grpc-js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { loadService } from '../../../../server/crm/salesforce/events/load-service.ts';
import type { SalesforceStandIn } from '../start-salesforce.ts';
import { schemaJsonOf } from './change-schema.ts';
import { EventBus } from './event-bus.ts';
import { refuseKey, Subscriber, type SubscribeCall } from './subscriber.ts';

export interface EventsStandIn {
  /** "127.0.0.1:port". */
  readonly endpoint: string;
  readonly bus: EventBus;
  /** Every stream that was ever opened, oldest first. */
  readonly subscribers: readonly Subscriber[];
  readonly openStreams: () => number;
  /** Subscriptions that were turned away for their key. */
  readonly refusals: () => number;
  /** Sends what is new to whoever listens; changes in the org do it by themselves. */
  push(): void;
  keepAlive(): void;
  /** Open streams whose key has ended meanwhile end with it. */
  checkKeys(): void;
  close(): Promise<void>;
}

/** The event bus of a stand-in org over gRPC on the loopback address. Only an org that has one tells of its changes. */
export async function startEvents(
  salesforce: SalesforceStandIn,
  clock: () => Date,
): Promise<EventsStandIn> {
  const bus = new EventBus(clock);
  const subscribers: Subscriber[] = [];
  let refusals = 0;
  const open = new Set<Subscriber>();
  const push = () => {
    for (const subscriber of open) subscriber.push();
  };
  salesforce.org.watch((change) => {
    bus.tellOf(change);
    push();
  });
  const server = new Server();
  server.addService(loadService(), {
    Subscribe: (call: SubscribeCall) => {
      const key = keyOf(call.metadata, salesforce);
      if (key === null) {
        refusals += 1;
        refuseKey(call);
        return;
      }
      const subscriber = new Subscriber(call, bus, key);
      subscribers.push(subscriber);
      open.add(subscriber);
      for (const over of ['cancelled', 'error', 'finish'])
        call.on(over, () => open.delete(subscriber));
    },
    GetSchema: (call: ServerUnaryCall<object, object>, answer: sendUnaryData<object>) => {
      answerSchema(call, answer, keyOf(call.metadata, salesforce) !== null);
    },
  });
  const port = await bind(server);
  return {
    ...{ endpoint: `127.0.0.1:${port}`, bus, subscribers, push },
    openStreams: () => open.size,
    refusals: () => refusals,
    keepAlive: () => {
      for (const subscriber of open) subscriber.keepAlive();
    },
    checkKeys: () => {
      for (const subscriber of open)
        if (salesforce.holderOf(subscriber.accessToken) === null) subscriber.refuse();
    },
    close: async () => {
      server.forceShutdown();
    },
  };
}

/** All three headers must fit together; null: they do not. */
function keyOf(metadata: Metadata, salesforce: SalesforceStandIn): string | null {
  const [accessToken, instanceUrl, orgId] = ['accesstoken', 'instanceurl', 'tenantid'].map((name) =>
    String(metadata.get(name)[0] ?? ''),
  );
  const holder = salesforce.holderOf(accessToken ?? '');
  const fits = holder !== null && holder.orgId === orgId && instanceUrl === salesforce.url;
  return fits ? (accessToken ?? null) : null;
}

function answerSchema(
  call: ServerUnaryCall<object, object>,
  answer: sendUnaryData<object>,
  mayAsk: boolean,
): void {
  // Our own interface definition gives requests this form.
  const { schemaId } = call.request as { readonly schemaId: string };
  const [, entityName] = /^schema-(\w+)$/.exec(schemaId) ?? [];
  if (!mayAsk) answer({ code: status.UNAUTHENTICATED });
  else if (entityName === undefined) answer({ code: status.NOT_FOUND });
  else answer(null, { schemaJson: schemaJsonOf(entityName), schemaId });
}

function bind(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}
