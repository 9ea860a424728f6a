import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { NightOutcome } from '../../sync/night/port.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** How far a tenant's CRM was read, and how its last night ended. */
export interface SyncState {
  /** Up to when everything was read, the slowest kind counting; null: its past is still being read. */
  readonly readUntil: Instant | null;
  /** Of the last night that ended; null: none has. */
  readonly outcome: NightOutcome | null;
  /** After the calls of a day were used: when the rest goes on. */
  readonly resumesAt: Instant | null;
}

/** A kind that was read once and is switched off now no longer counts: its newest unit belongs to an old night. */
export async function loadSyncState({ tenantId, trx }: TenantScope): Promise<SyncState> {
  const { rows } = await sql<SyncState>`
    with last as (
      select id, outcome, resumes_at from night
      where tenant_id = ${tenantId} and finished_at is not null
      order by finished_at desc limit 1
    ), kinds as (
      select kind from sync_unit where tenant_id = ${tenantId} and phase = 'changes'
        and night_id = (select id from last)
    ), read as (
      select kinds.kind, max(window_to) filter (where done) as read_to
      from kinds left join sync_unit as unit on unit.tenant_id = ${tenantId}
        and unit.kind = kinds.kind and phase = 'changes'
      group by kinds.kind
    )
    select outcome, resumes_at,
      (select case when bool_and(read_to is not null) then min(read_to) end from read) as read_until
    from last
  `.execute(trx);
  return rows[0] ?? { readUntil: null, outcome: null, resumesAt: null };
}
