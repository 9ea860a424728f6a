import { sql } from 'kysely';
import type { TenantId } from '../../shared/ids.ts';
import type { RecordRef } from '../crm/records.ts';
import { markDirty } from './apply-page/mark-dirty.ts';
import { toJsonb } from './database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

export interface InboxStore {
  /**
   * Takes in what a webhook told, each event once however often it is delivered, and marks its record to be fetched.
   * Answers how many were new.
   */
  takeIn(tenantId: TenantId, notices: readonly Notice[]): Promise<number>;
}

/** A change that a webhook told of; `key` is the same in every delivery of one event. */
export interface Notice extends RecordRef {
  readonly key: string;
}

export function createInboxStore(inTenant: UnitOfWork): InboxStore {
  return {
    takeIn: (tenantId, notices) => inTenant(tenantId, (scope) => takeIn(scope, notices)),
  };
}

async function takeIn(scope: TenantScope, notices: readonly Notice[]): Promise<number> {
  const { rows } = await sql<{ eventKey: string }>`
    insert into webhook_inbox (tenant_id, event_key)
    select distinct ${scope.tenantId}::uuid, key
    from jsonb_to_recordset(${toJsonb(notices)}) as notice (key text)
    on conflict do nothing
    returning event_key
  `.execute(scope.trx);
  const fresh = new Set(rows.map((row) => row.eventKey));
  const refs = notices.filter(({ key }) => fresh.has(key));
  await markDirty(
    scope,
    sql`select distinct kind, id from jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)`,
  );
  return fresh.size;
}
