import { sql } from 'kysely';
import { type Holder, PRESENT_WORKERS } from '../presence.ts';
import type { TenantScope } from '../unit-of-work.ts';

/** Longer than a call to the CRM's token endpoint may take. */
const LEASE = sql.lit('45 seconds');

export interface Renewal {
  /** Of the tokens that are to be renewed. */
  readonly version: number;
  /** The CRM called them expired before their time: nobody is to use them meanwhile. */
  readonly ended: boolean;
}

export async function leaseRefresh(
  { tenantId, trx }: TenantScope,
  { version, ended }: Renewal,
  holder: Holder,
): Promise<boolean> {
  const { rows } = await sql`
    update connection set refresh_lease_until = clock_timestamp() + interval ${LEASE},
      refresh_holder = ${holder()},
      ended_version = case when ${ended}::boolean then token_version else ended_version end
    where tenant_id = ${tenantId} and state = 'active' and token_version = ${version}
      and (coalesce(refresh_lease_until < clock_timestamp(), true)
        or refresh_holder is not null and refresh_holder <> all(${PRESENT_WORKERS}))
    returning 1
  `.execute(trx);
  return rows.length === 1;
}

export async function deferRefresh({ tenantId, trx }: TenantScope, forMs: number): Promise<void> {
  await sql`
    update connection
    set refresh_lease_until = clock_timestamp() + ${forMs}::float8 * interval '1 ms',
      refresh_holder = null
    where tenant_id = ${tenantId}
  `.execute(trx);
}
