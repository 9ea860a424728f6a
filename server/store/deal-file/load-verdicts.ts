import { sql } from 'kysely';
import type { Verdict } from '../../domain/deal-file.ts';
import type { TenantScope } from '../unit-of-work.ts';
import type { SubjectPersons } from './load-deals.ts';

/** What reps said of this deal, or of this person's conversation. */
export async function loadVerdicts(
  { tenantId, trx }: TenantScope,
  { dealId, personIds }: SubjectPersons,
): Promise<readonly Verdict[]> {
  const { rows } = await sql<Verdict>`
    select driver, person_id, verdict, at from verdict
    where tenant_id = ${tenantId} and deal_id is not distinct from ${dealId}
      and person_id = any(${personIds})
    order by at, person_id, driver
  `.execute(trx);
  return rows;
}
