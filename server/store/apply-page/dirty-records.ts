import { sql } from 'kysely';
import type { RecordRef } from '../../crm/records.ts';
import type { DirtyRecord } from '../../sync/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function loadDirtyRecords(
  { tenantId, trx }: TenantScope,
  limit: number,
): Promise<readonly DirtyRecord[]> {
  const { rows } = await sql<RecordRef & { markedAt: string }>`
    select kind, id, marked_at from dirty_record
    where tenant_id = ${tenantId} order by marked_at, kind, id limit ${limit}
  `.execute(trx);
  return rows.map(({ kind, id, markedAt }) => ({ ref: { kind, id }, markedAt }));
}

/** Only marks that are as old as they were when they were read. */
export async function clearDirtyRecords(
  { tenantId, trx }: TenantScope,
  marks: readonly DirtyRecord[],
): Promise<void> {
  const rows = marks.map(({ ref, markedAt }) => ({ ...ref, markedAt }));
  await sql`
    delete from dirty_record
    using jsonb_to_recordset(${toJsonb(rows)}) as mark (kind text, id text, "markedAt" timestamptz)
    where tenant_id = ${tenantId} and dirty_record.kind = mark.kind and dirty_record.id = mark.id
      and marked_at = "markedAt"
  `.execute(trx);
}
