import { sql } from 'kysely';
import type { RecordRef } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

const PARTS = [
  { table: 'evidence', kind: 'activity_kind', id: 'activity_id' },
  { table: 'statement', kind: 'activity_kind', id: 'activity_id' },
  { table: 'activity_person', kind: 'kind', id: 'activity_id' },
  { table: 'activity_deal', kind: 'kind', id: 'activity_id' },
  { table: 'activity', kind: 'kind', id: 'id' },
] as const;

/** The activities themselves and everything that rests on them. */
export async function deleteActivities(
  { tenantId, trx }: TenantScope,
  refs: readonly RecordRef[],
): Promise<void> {
  if (refs.length === 0) return;
  for (const { table, kind, id } of PARTS) {
    await sql`
      delete from ${sql.table(table)} as part
      using jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)
      where tenant_id = ${tenantId} and part.${sql.ref(kind)} = ref.kind and part.${sql.ref(id)} = ref.id
    `.execute(trx);
  }
}
