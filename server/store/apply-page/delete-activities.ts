import { sql } from 'kysely';
import type { RecordRef } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Where the parts of an activity stand, and the columns that name it there. */
const PARTS = {
  evidence: { kind: 'activity_kind', id: 'activity_id' },
  statement: { kind: 'activity_kind', id: 'activity_id' },
  activity_person: { kind: 'kind', id: 'activity_id' },
  activity_deal: { kind: 'kind', id: 'activity_id' },
  activity: { kind: 'kind', id: 'id' },
} as const;

type Part = keyof typeof PARTS;

/** The activities themselves and everything that rests on them. */
export async function deleteActivities(
  scope: TenantScope,
  refs: readonly RecordRef[],
): Promise<void> {
  await deleteParts(scope, refs, ['evidence', 'statement', 'activity_person', 'activity_deal']);
  await deleteParts(scope, refs, ['activity']);
}

/**
 * Found by key one by one, and deleted where they lie: on tables without statistics the planner would look through the
 * tenant for every page. Nobody else writes to the tenant meanwhile, so no row moves.
 */
export async function deleteParts(
  { tenantId, trx }: TenantScope,
  refs: readonly RecordRef[],
  parts: readonly Part[],
): Promise<void> {
  for (const part of parts) {
    const { kind, id } = PARTS[part];
    await sql`
      delete from ${sql.table(part)} where tenant_id = ${tenantId} and ctid = any(array(
        select found.ctid
        from jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)
        cross join lateral (
          select ctid from ${sql.table(part)} as part
          where tenant_id = ${tenantId} and part.${sql.ref(kind)} = ref.kind
            and part.${sql.ref(id)} = ref.id offset 0) as found))
    `.execute(trx);
  }
}
