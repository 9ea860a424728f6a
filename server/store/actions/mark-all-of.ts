import { type RawBuilder, sql } from 'kysely';
import type { PressedRecord } from '../../insight/port.ts';
import { markDirty } from '../apply-page/mark-dirty.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** The record, its people or deals, and every activity that is known of them: to be read again. */
export async function markAllOf(scope: TenantScope, { kind, id }: PressedRecord): Promise<void> {
  await markDirty(scope, AROUND[kind](scope.tenantId, id));
}

type Around = (tenantId: string, id: string) => RawBuilder<unknown>;

const AROUND: Readonly<Record<PressedRecord['kind'], Around>> = {
  deal: (tenantId, id) => sql`
    select 'deal', ${id}::text
    union select 'contact', person_id from deal_person
      where tenant_id = ${tenantId} and deal_id = ${id}
    union select kind, activity_id from activity_deal
      where tenant_id = ${tenantId} and deal_id = ${id}`,
  contact: (tenantId, id) => sql`
    select 'contact', ${id}::text
    union select 'deal', deal_id from deal_person
      where tenant_id = ${tenantId} and person_id = ${id}
    union select kind, activity_id from activity_person
      where tenant_id = ${tenantId} and person_id = ${id}`,
  lead: (tenantId, id) => sql`
    select 'lead', ${id}::text
    union select 'contact', person_id from lead_person
      where tenant_id = ${tenantId} and lead_id = ${id}
    union select kind, activity_id from activity_person
      join lead_person using (tenant_id, person_id)
      where tenant_id = ${tenantId} and lead_id = ${id}`,
};
