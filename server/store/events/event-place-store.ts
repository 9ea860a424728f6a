import { sql } from 'kysely';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import { takeIn, type Notice } from '../inbox-store.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';

/** Up to where a topic was taken in. */
export interface EventPlace {
  readonly replayId: Buffer;
  readonly storedAt: Instant;
}

export interface HeardEvents extends EventPlace {
  readonly topic: string;
  readonly notices: readonly Notice[];
}

export interface EventPlaceStore {
  /** Null: none yet, or it was forgotten. */
  load(tenantId: TenantId, topic: string): Promise<EventPlace | null>;
  /** Notices into the inbox and the place after them, both or neither: a worker killed in between loses nothing. */
  keep(tenantId: TenantId, heard: HeardEvents): Promise<void>;
  forget(tenantId: TenantId, topic: string): Promise<void>;
}

export function createEventPlaceStore(inTenant: UnitOfWork): EventPlaceStore {
  return {
    load: (tenantId, topic) => inTenant(tenantId, (scope) => load(scope, topic)),
    keep: (tenantId, heard) => inTenant(tenantId, (scope) => keep(scope, heard)),
    forget: (tenantId, topic) => inTenant(tenantId, (scope) => forget(scope, topic)),
  };
}

async function load({ tenantId, trx }: TenantScope, topic: string): Promise<EventPlace | null> {
  const { rows } = await sql<EventPlace>`
    select replay_id, stored_at from event_place where tenant_id = ${tenantId} and topic = ${topic}
  `.execute(trx);
  return rows[0] ?? null;
}

async function keep(scope: TenantScope, heard: HeardEvents): Promise<void> {
  const { tenantId, trx } = scope;
  const { topic, replayId, storedAt, notices } = heard;
  if (notices.length > 0) await takeIn(scope, notices);
  await sql`
    insert into event_place (tenant_id, topic, replay_id, stored_at)
    values (${tenantId}, ${topic}, ${replayId}, ${storedAt})
    on conflict (tenant_id, topic) do update
    set replay_id = excluded.replay_id, stored_at = excluded.stored_at
  `.execute(trx);
}

async function forget({ tenantId, trx }: TenantScope, topic: string): Promise<void> {
  await sql`
    delete from event_place where tenant_id = ${tenantId} and topic = ${topic}
  `.execute(trx);
}
