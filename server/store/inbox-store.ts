import { sql } from 'kysely';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { RecordRef } from '../crm/records.ts';
import { markRefsDirty } from './apply-page/mark-dirty.ts';
import { comeBack, goForGood, removeGone } from './apply-page/remove-gone.ts';
import { toJsonb } from './database/to-jsonb.ts';
import { holdTenant, type TenantScope, type UnitOfWork } from './unit-of-work.ts';

/** A change that the CRM told of; `key` is the same in every delivery of one event. No property values. */
export interface Notice extends RecordRef {
  readonly key: string;
  readonly change: 'changed' | 'deleted' | 'privacy_deleted' | 'restored';
  readonly happenedAt: Instant;
}

export interface InboxStore {
  /** Keeps each event once, however often it is delivered. Answers how many were new. */
  takeIn(tenantId: TenantId, notices: readonly Notice[]): Promise<number>;
  /**
   * Obeys what waits, the oldest first: what was deleted goes at once, without asking the CRM; what changed is marked
   * to be fetched. Answers how many it settled.
   */
  settle(tenantId: TenantId, limit: number): Promise<number>;
}

export function createInboxStore(inTenant: UnitOfWork): InboxStore {
  return {
    takeIn: (tenantId, notices) => inTenant(tenantId, (scope) => takeIn(scope, notices)),
    settle: (tenantId, limit) => inTenant(tenantId, (scope) => settle(scope, limit)),
  };
}

export async function takeIn(
  { tenantId, trx }: TenantScope,
  notices: readonly Notice[],
): Promise<number> {
  const { rows } = await sql`
    insert into webhook_inbox (tenant_id, event_key, kind, id, change, happened_at)
    select distinct on (key) ${tenantId}::uuid, key, kind, id, change, "happenedAt"
    from jsonb_to_recordset(${toJsonb(notices)}) as notice
      (key text, kind text, id text, change text, "happenedAt" timestamptz)
    on conflict do nothing
    returning 1
  `.execute(trx);
  return rows.length;
}

async function settle(scope: TenantScope, limit: number): Promise<number> {
  await holdTenant(scope);
  await forgetOld(scope);
  const waiting = await takeWaiting(scope, limit);
  const of = (...changes: readonly Notice['change'][]): readonly RecordRef[] =>
    waiting
      .filter(({ change, undone }) => changes.includes(change) && !undone)
      .map(({ kind, id }) => ({ kind, id }));
  await comeBack(scope, of('restored'));
  await removeGone(scope, of('deleted', 'privacy_deleted'));
  await goForGood(scope, of('privacy_deleted'));
  await markRefsDirty(scope, of('changed', 'restored'));
  return waiting.length;
}

interface WaitingNotice extends RecordRef {
  readonly change: Notice['change'];
  /** A deletion that was taken back: events come in any order. */
  readonly undone: boolean;
}

async function takeWaiting(
  { tenantId, trx }: TenantScope,
  limit: number,
): Promise<readonly WaitingNotice[]> {
  const { rows } = await sql<WaitingNotice>`
    update webhook_inbox as notice set settled_at = now()
    where tenant_id = ${tenantId} and event_key in (
      select event_key from webhook_inbox
      where tenant_id = ${tenantId} and settled_at is null
      order by received_at limit ${limit})
    returning kind, id, change, change = 'deleted' and exists (
      select from webhook_inbox as later
      where later.tenant_id = ${tenantId} and later.kind = notice.kind and later.id = notice.id
        and later.change = 'restored' and later.happened_at >= notice.happened_at) as undone
  `.execute(trx);
  return rows;
}

/** HubSpot delivers an event for 24 hours at most (research/hubspot.md §4.7); a week is more than any repetition needs. */
async function forgetOld({ tenantId, trx }: TenantScope): Promise<void> {
  await sql`
    delete from webhook_inbox
    where tenant_id = ${tenantId} and settled_at < now() - interval '7 days'
  `.execute(trx);
}
