import { sql } from 'kysely';
import type { SlotVerdict, Verdict } from '../../domain/deal-file.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** A verdict, and of which deal. */
export interface OfDeal<Given> {
  /** Null: of the person's conversation. */
  readonly dealId: string | null;
  readonly given: Given;
}

/** What reps said of these persons, in any deal or conversation. */
export async function loadVerdicts(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly OfDeal<Verdict>[]> {
  const { rows } = await sql<Verdict & { readonly dealId: string | null }>`
    select deal_id, driver, person_id, verdict, at from verdict
    where tenant_id = ${tenantId} and person_id = any(${personIds}) and driver is not null
    order by at, person_id, driver
  `.execute(trx);
  return rows.map(({ dealId, ...given }) => ({ dealId, given }));
}

/** The same of what stands under a persona's five questions. */
export async function loadSlotVerdicts(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly OfDeal<SlotVerdict>[]> {
  const { rows } = await sql<SlotVerdict & { readonly dealId: string | null }>`
    select deal_id, person_id, slot, entry_id, verdict, given_by as by_user_id, at, (
      select min(name) from seller where tenant_id = ${tenantId} and user_id = given_by) as by_name
    from verdict
    where tenant_id = ${tenantId} and person_id = any(${personIds}) and slot is not null
    order by at, person_id, slot, entry_id
  `.execute(trx);
  return rows.map(({ dealId, ...given }) => ({ dealId, given }));
}
