import { sql } from 'kysely';
import type { TenantScope } from '../unit-of-work.ts';

export async function leaseRefresh(
  { tenantId, trx }: TenantScope,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    update connection set refresh_lease_until = clock_timestamp() + interval '45 seconds'
    where tenant_id = ${tenantId} and state = 'active' and token_version = ${version}
      and coalesce(refresh_lease_until < clock_timestamp(), true)
    returning 1
  `.execute(trx);
  return rows.length === 1;
}

export async function deferRefresh({ tenantId, trx }: TenantScope, forMs: number): Promise<void> {
  await sql`
    update connection
    set refresh_lease_until = clock_timestamp() + ${forMs}::float8 * interval '1 ms'
    where tenant_id = ${tenantId}
  `.execute(trx);
}
