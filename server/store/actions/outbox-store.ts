import { sql } from 'kysely';
import type { DeliveryState, NoteStore, TaskStore } from '../../insight/actions/port.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { Delivery, OutboxEntry, OutboxStore } from '../../sync/actions/port.ts';
import { recordReceipts } from '../apply-page/record-receipts.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';
import { markAllOf } from './mark-all-of.ts';

export function createOutboxStore(inTenant: UnitOfWork): OutboxStore & TaskStore & NoteStore {
  return {
    putTask: (tenantId, { key, ...task }, at) =>
      inTenant(tenantId, (scope) => put(scope, { key, payload: { kind: 'task', task }, at })),
    putNote: (tenantId, { key, ...note }, at) =>
      inTenant(tenantId, (scope) => put(scope, { key, payload: { kind: 'note', note }, at })),
    stateOf: (tenantId, key) => inTenant(tenantId, (scope) => stateOf(scope, key)),
    findOwnerId: (tenantId, userId) => inTenant(tenantId, (scope) => findOwnerId(scope, userId)),
    listPending: (tenantId, limit) => inTenant(tenantId, (scope) => listPending(scope, limit)),
    settle: (tenantId, entry, delivery) =>
      inTenant(tenantId, (scope) => settle(scope, entry, delivery)),
  };
}

interface NewEntry extends OutboxEntry {
  readonly at: Instant;
}

/** What is there under this key stays, unless it was refused: that is worth one more attempt. */
export async function put({ tenantId, trx }: TenantScope, entry: NewEntry): Promise<void> {
  await sql`
    insert into outbox (tenant_id, key, state, payload, made_at)
    values (${tenantId}, ${entry.key}, 'pending', ${toJsonb(entry.payload)}, ${entry.at})
    on conflict (tenant_id, key) do update
    set state = 'pending', payload = excluded.payload, made_at = excluded.made_at, settled_at = null
    where outbox.state = 'refused'
  `.execute(trx);
}

async function stateOf({ tenantId, trx }: TenantScope, key: string): Promise<DeliveryState> {
  const { rows } = await sql<{ state: DeliveryState }>`
    select state from outbox where tenant_id = ${tenantId} and key = ${key}
  `.execute(trx);
  return rows[0]?.state ?? 'pending';
}

async function findOwnerId({ tenantId, trx }: TenantScope, userId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from seller where tenant_id = ${tenantId} and user_id = ${userId} order by id limit 1
  `.execute(trx);
  return rows[0]?.id ?? null;
}

async function listPending(
  { tenantId, trx }: TenantScope,
  limit: number,
): Promise<readonly OutboxEntry[]> {
  const { rows } = await sql<OutboxEntry>`
    select key, payload from outbox where tenant_id = ${tenantId} and state = 'pending'
    order by made_at, key limit ${limit}
  `.execute(trx);
  return rows;
}

async function settle(scope: TenantScope, entry: OutboxEntry, delivery: Delivery): Promise<void> {
  const { crmId, receipt, at } = delivery;
  await sql`
    update outbox set state = ${receipt === null ? 'done' : 'refused'}, payload = null,
      crm_id = ${crmId}, settled_at = ${at}
    where tenant_id = ${scope.tenantId} and key = ${entry.key} and state = 'pending'
  `.execute(scope.trx);
  if (receipt !== null) await recordReceipts(scope, { receipts: [receipt], nightId: null });
  const { payload } = entry;
  if (payload.kind === 'field' && !payload.doNotAnalyse) await markAllOf(scope, payload.ref);
}
