import { type RawBuilder, sql } from 'kysely';
import type { RecordRef } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Activities these persons took part in: to be fetched again. */
export async function markActivitiesDirty(
  scope: TenantScope,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await markDirty(
    scope,
    sql`select distinct kind, activity_id from activity_person
      where tenant_id = ${scope.tenantId} and person_id = any(${personIds})`,
  );
}

export async function markRefsDirty(scope: TenantScope, refs: readonly RecordRef[]): Promise<void> {
  if (refs.length === 0) return;
  await markDirty(
    scope,
    sql`select distinct kind, id from jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)`,
  );
}

/** Records to fetch again by id. A mark that is there moves on, so that a reader at work does not clear it. */
export async function markDirty(scope: TenantScope, refs: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into dirty_record (tenant_id, kind, id, marked_at)
    select ${scope.tenantId}, kind, id, clock_timestamp() from (${refs}) as ref (kind, id)
    on conflict (tenant_id, kind, id) do update
    set marked_at = greatest(excluded.marked_at, dirty_record.marked_at + interval '1 ms')
  `.execute(scope.trx);
}
