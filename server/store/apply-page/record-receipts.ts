import { sql } from 'kysely';
import type { Receipt } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

export interface PageReceipts {
  readonly receipts: readonly Receipt[];
  /** Null for records that were fetched outside a night. */
  readonly nightId: string | null;
}

/** One line for each record that could not be taken over; the same line again only moves its date. */
export async function recordReceipts(scope: TenantScope, page: PageReceipts): Promise<void> {
  if (page.receipts.length === 0) return;
  await sql`
    insert into receipt (tenant_id, night_id, kind, record_id, reason)
    select distinct ${scope.tenantId}::uuid, ${page.nightId}::uuid, kind, id, reason
    from jsonb_to_recordset(${toJsonb(page.receipts)}) as each (kind text, id text, reason text)
    on conflict (tenant_id, kind, record_id, reason) do update
    set night_id = excluded.night_id, at = excluded.at
  `.execute(scope.trx);
}
