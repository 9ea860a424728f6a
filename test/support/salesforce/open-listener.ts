import { listen, type ListenTools } from '../../../server/crm/salesforce/events/listen.ts';
import { loadService } from '../../../server/crm/salesforce/events/load-service.ts';
import { createOpenStream } from '../../../server/crm/salesforce/events/open-stream.ts';
import {
  createEventPlaceStore,
  type EventPlaceStore,
} from '../../../server/store/events/event-place-store.ts';
import {
  startEvents,
  type EventsStandIn,
} from '../../simulators/salesforce/events/start-events.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../../simulators/salesforce/start-salesforce.ts';
import { sql } from '../postgres.ts';
import type { TenantStores } from '../store.ts';

/** A rest of the listener: it ends when a test says so, or when there is nothing left to wait for. */
interface Rest {
  readonly forMs: number;
  readonly end: () => void;
}

export interface OpenListener {
  readonly salesforce: SalesforceStandIn;
  readonly events: EventsStandIn;
  readonly places: EventPlaceStore;
  readonly reported: unknown[];
  /** Keys that were asked for because Salesforce had refused another. */
  readonly renewed: string[];
  readonly rests: ReadonlySet<Rest>;
  /** Ends all rests of this length and more. */
  endRests(fromMs: number): void;
  advance(milliseconds: number): void;
  /** Ids in the inbox, in the order of their arrival. */
  inbox(): Promise<readonly string[]>;
  /** A worker that listens; `kill` ends it wherever it is. */
  start(more?: Partial<ListenTools>): { readonly ended: Promise<void>; kill(): void };
  close(): Promise<void>;
}

const TOPIC = '/data/OpportunityChangeEvent';

/** One topic of a stand-in org, listened to over real gRPC into real PostgreSQL, where time passes when told. */
export async function openListener(stores: TenantStores): Promise<OpenListener> {
  let now = new Date('2026-11-20T10:00:00.000Z');
  const clock = () => now;
  const salesforce = await startSalesforce({ clock });
  const events = await startEvents(salesforce, clock);
  const places = createEventPlaceStore(stores.inTenant);
  const [reported, renewed, rests] = [[] as unknown[], [] as string[], new Set<Rest>()];
  const killers: (() => void)[] = [];
  const { tenantId } = stores;
  let { accessToken } = salesforce.issueTokens();
  const tools: ListenTools = {
    ...{ topic: TOPIC, clock, random: () => 1 },
    openStream: createOpenStream(events.endpoint, loadService()),
    keyOf: async (refused) => {
      if (refused !== undefined) {
        renewed.push(refused);
        ({ accessToken } = salesforce.issueTokens());
      }
      return { accessToken, instanceUrl: salesforce.url, orgId: salesforce.orgId };
    },
    ourUserId: async () => null,
    loadPlace: () => places.load(tenantId, TOPIC),
    forgetPlace: () => places.forget(tenantId, TOPIC),
    keep: (heard) => places.keep(tenantId, { ...heard, topic: TOPIC, storedAt: now.toISOString() }),
    sleep: (forMs, signal) => restFor(rests, forMs, signal),
    report: (error) => reported.push(error),
  };
  return {
    ...{ salesforce, events, places, reported, renewed, rests },
    endRests: (fromMs) => {
      for (const rest of rests) if (rest.forMs >= fromMs) rest.end();
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    inbox: () => loadInbox(stores),
    start: (more = {}) => {
      const ending = new AbortController();
      const kill = () => {
        ending.abort();
      };
      killers.push(kill);
      return { ended: listen({ ...tools, ...more }, ending.signal), kill };
    },
    close: async () => {
      for (const kill of killers) kill();
      await events.close();
      await salesforce.close();
    },
  };
}

function restFor(rests: Set<Rest>, forMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const rest: Rest = {
      forMs,
      end: () => {
        rests.delete(rest);
        resolve();
      },
    };
    rests.add(rest);
    signal.addEventListener('abort', rest.end, { once: true });
    if (signal.aborted) rest.end();
  });
}

async function loadInbox({ inTenant, tenantId }: TenantStores): Promise<readonly string[]> {
  return inTenant(tenantId, async ({ trx }) => {
    const { rows } = await sql<{ id: string }>`
      select id from webhook_inbox where tenant_id = ${tenantId} order by received_at, id
    `.execute(trx);
    return rows.map(({ id }) => id);
  });
}
