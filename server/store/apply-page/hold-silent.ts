import { sql } from 'kysely';
import type { ContactRecord, DealRecord } from '../../crm/records.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** What somebody asked us not to analyse stays so, whatever the CRM's own field says, until an admin releases it. */
export async function holdSilent<R extends ContactRecord | DealRecord>(
  { tenantId, trx }: TenantScope,
  records: readonly R[],
): Promise<readonly R[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    select kind, id from do_not_analyse
    where tenant_id = ${tenantId} and id = any(${records.map(({ id }) => id)})
  `.execute(trx);
  const held = new Set(rows.map(({ kind, id }) => `${kind}/${id}`));
  return records.map((record) =>
    held.has(`${record.kind}/${record.id}`) ? { ...record, doNotAnalyse: true } : record,
  );
}
