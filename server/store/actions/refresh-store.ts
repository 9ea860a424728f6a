import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { RefreshStore } from '../../insight/actions/port.ts';
import type { PressedRecord } from '../../insight/port.ts';
import type { AroundStore } from '../../sync/actions/port.ts';
import { markRefsDirty } from '../apply-page/mark-dirty.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';
import { markAllOf } from './mark-all-of.ts';

export function createRefreshStore(inTenant: UnitOfWork): RefreshStore & AroundStore {
  return {
    begin: (tenantId, record, asked) => inTenant(tenantId, (scope) => begin(scope, record, asked)),
    listToLookAround: (tenantId, limit) =>
      inTenant(tenantId, (scope) => listToLookAround(scope, limit)),
    foundAround: (tenantId, dealIds, refs) =>
      inTenant(tenantId, async (scope) => {
        await markRefsDirty(scope, refs);
        await forget(scope, dealIds);
      }),
  };
}

type Asked = Parameters<RefreshStore['begin']>[2];

/** The row's lock lets one of two presses at once begin. */
async function begin(
  scope: TenantScope,
  record: PressedRecord,
  { at, pauseMs }: Asked,
): ReturnType<RefreshStore['begin']> {
  const { tenantId, trx } = scope;
  const { kind, id } = record;
  const { rows } = await sql`
    insert into record_refresh (tenant_id, kind, id, at, look_around)
    values (${tenantId}, ${kind}, ${id}, ${at}, ${kind === 'deal'})
    on conflict (tenant_id, kind, id) do update
    set at = excluded.at, look_around = excluded.look_around
    where record_refresh.at <= excluded.at - ${pauseMs}::int * interval '1 ms'
    returning 1
  `.execute(trx);
  if (rows.length === 0) return { started: false, at: await lastOf(scope, record, at) };
  await markAllOf(scope, record);
  return { started: true, at };
}

async function lastOf(
  { tenantId, trx }: TenantScope,
  { kind, id }: PressedRecord,
  now: Instant,
): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`
    select at from record_refresh where tenant_id = ${tenantId} and kind = ${kind} and id = ${id}
  `.execute(trx);
  return rows[0]?.at ?? now;
}

async function listToLookAround(
  { tenantId, trx }: TenantScope,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from record_refresh where tenant_id = ${tenantId} and look_around
    order by at, id limit ${limit}
  `.execute(trx);
  return rows.map(({ id }) => id);
}

async function forget({ tenantId, trx }: TenantScope, dealIds: readonly string[]): Promise<void> {
  await sql`
    update record_refresh set look_around = false
    where tenant_id = ${tenantId} and kind = 'deal' and id = any(${dealIds})
  `.execute(trx);
}
