import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { ConnectionReason, ConnectionState } from '../../../shared/vocabulary.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** What everyone may know of a connection. */
export interface ConnectionStatus {
  readonly state: ConnectionState;
  readonly stateSince: Instant;
  /** Null while active. */
  readonly stateReason: ConnectionReason | null;
  /** The CRM's id of the user who connected it last. */
  readonly installedBy: string | null;
  readonly grantedScopes: readonly string[];
  /** When the deletions of the time without a connection were taken in; null: not yet. */
  readonly reconciledAt: Instant | null;
}

export async function loadStatus({ tenantId, trx }: TenantScope): Promise<ConnectionStatus | null> {
  const row = await trx
    .selectFrom('connection')
    .select(['state', 'stateSince', 'stateReason', 'installedBy', 'grantedScopes', 'reconciledAt'])
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  return row ?? null;
}

export async function markReconnectNeeded(
  { tenantId, trx }: TenantScope,
  reason: ConnectionReason,
  version: number | null,
): Promise<boolean> {
  const { rows } = await sql`
    update connection
    set state = 'reconnect_needed', state_reason = ${reason}, state_since = clock_timestamp(),
      refresh_lease_until = null
    where tenant_id = ${tenantId} and state = 'active'
      and token_version = coalesce(${version}::int, token_version)
    returning 1
  `.execute(trx);
  return rows.length === 1;
}

export async function disconnect({ tenantId, trx }: TenantScope): Promise<void> {
  await sql`
    update connection
    set state = 'disconnected', state_reason = 'disconnected_by_admin',
      state_since = clock_timestamp(), key_id = null, ciphertext = null,
      token_version = token_version + 1, refresh_lease_until = null, granted_scopes = '{}',
      reconciled_at = null
    where tenant_id = ${tenantId} and state <> 'disconnected'
  `.execute(trx);
}

/** A night begun since the reconnect has been through all the CRM's deletions: remembered once, for nights are forgotten. */
export async function quotesHeldBack({ tenantId, trx }: TenantScope): Promise<boolean> {
  const row = await trx
    .selectFrom('connection')
    .select('reconciledAt')
    .where('tenantId', '=', tenantId)
    .executeTakeFirst();
  if (row === undefined) return true;
  if (row.reconciledAt !== null) return false;
  const { rows } = await sql`
    update connection set reconciled_at = clock_timestamp()
    where tenant_id = ${tenantId} and state <> 'disconnected' and exists (
      select from night join sync_unit on night_id = night.id and sync_unit.phase = 'gone'
      where night.tenant_id = ${tenantId} and sync_unit.tenant_id = ${tenantId}
        and started_at >= state_since
      group by night.id having bool_and(done))
    returning 1
  `.execute(trx);
  return rows.length === 0;
}
