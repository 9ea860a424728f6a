import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { RecordRef } from '../../crm/records.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Two nights: a meeting on Monday morning is looked after on Saturday, too. */
export async function listCitedSoon(
  { tenantId, trx }: TenantScope,
  now: Instant,
): Promise<readonly RecordRef[]> {
  const { rows } = await sql<RecordRef>`
    select distinct each->>'kind' as kind, each->>'id' as id
    from card, jsonb_array_elements(cited) as each
    where tenant_id = ${tenantId} and exists (
      select from jsonb_array_elements_text(facts->'meetingsAt') as meeting (at)
      where meeting.at::timestamptz
        between ${now}::timestamptz and ${now}::timestamptz + interval '48 hours')
    order by 1, 2
  `.execute(trx);
  return rows;
}
