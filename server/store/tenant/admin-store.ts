import { sql } from 'kysely';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';

/** Who administers an account, as the CRM last said it when they opened the settings or pressed something for admins. */
export interface AdminStore {
  /** `isAdmin` false forgets them. */
  remember(tenantId: TenantId, userId: string, seen: SeenAdmin): Promise<void>;
  /** Whoever connected the account, and whom the CRM called an admin since then. */
  isKnown(tenantId: TenantId, userId: string, since: Instant): Promise<boolean>;
}

interface SeenAdmin {
  readonly isAdmin: boolean;
  readonly at: Instant;
}

export function createAdminStore(inTenant: UnitOfWork): AdminStore {
  return {
    remember: (tenantId, userId, seen) =>
      inTenant(tenantId, (scope) => remember(scope, userId, seen)),
    isKnown: (tenantId, userId, since) =>
      inTenant(tenantId, (scope) => isKnown(scope, userId, since)),
  };
}

async function remember(
  { tenantId, trx }: TenantScope,
  userId: string,
  { isAdmin, at }: SeenAdmin,
): Promise<void> {
  if (isAdmin) {
    await sql`
      insert into known_admin (tenant_id, user_id, seen_at) values (${tenantId}, ${userId}, ${at})
      on conflict (tenant_id, user_id) do update set seen_at = excluded.seen_at
    `.execute(trx);
    return;
  }
  await sql`
    delete from known_admin where tenant_id = ${tenantId} and user_id = ${userId}
  `.execute(trx);
}

async function isKnown(
  { tenantId, trx }: TenantScope,
  userId: string,
  since: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    select from connection where tenant_id = ${tenantId} and installed_by = ${userId}
    union all
    select from known_admin
    where tenant_id = ${tenantId} and user_id = ${userId} and seen_at >= ${since}
    limit 1
  `.execute(trx);
  return rows.length > 0;
}
