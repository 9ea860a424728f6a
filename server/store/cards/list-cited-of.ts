import { sql } from 'kysely';
import type { RecordKind, RecordRef } from '../../crm/records.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function listCitedOf(
  { tenantId, trx }: TenantScope,
  kinds: readonly RecordKind[],
): Promise<readonly RecordRef[]> {
  if (kinds.length === 0) return [];
  const { rows } = await sql<RecordRef>`
    select distinct each->>'kind' as kind, each->>'id' as id
    from card, jsonb_array_elements(cited) as each
    where tenant_id = ${tenantId} and each->>'kind' = any(${kinds})
    order by 1, 2
  `.execute(trx);
  return rows;
}
