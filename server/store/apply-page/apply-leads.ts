import { sql } from 'kysely';
import type { LeadRecord } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

export async function applyLeads(
  scope: TenantScope,
  records: readonly LeadRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    insert into lead as kept (tenant_id, id, name, owner_id, created_at, updated_at)
    select ${scope.tenantId}, id, name, "ownerId", "createdAt", "updatedAt"
    from jsonb_to_recordset(${toJsonb(records)}) as each (
      id text, name text, "ownerId" text, "createdAt" timestamptz, "updatedAt" timestamptz)
    on conflict (tenant_id, id) do update
    set name = excluded.name, owner_id = excluded.owner_id, updated_at = excluded.updated_at
    where excluded.updated_at >= kept.updated_at
    returning id
  `.execute(scope.trx);
  const applied = new Set(rows.map((row) => row.id));
  await replaceMembers(
    scope,
    records.filter((record) => applied.has(record.id)),
  );
}

async function replaceMembers(scope: TenantScope, leads: readonly LeadRecord[]): Promise<void> {
  const { tenantId, trx } = scope;
  await sql`
    delete from lead_person
    where tenant_id = ${tenantId} and lead_id = any(${leads.map((lead) => lead.id)})
  `.execute(trx);
  await sql`
    insert into lead_person (tenant_id, lead_id, person_id)
    select distinct ${tenantId}::uuid, id, person_id
    from jsonb_to_recordset(${toJsonb(leads)}) as each (id text, "contactIds" text[]),
      unnest("contactIds") as person_id
  `.execute(trx);
}
