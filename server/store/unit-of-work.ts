import { type Kysely, sql, type Transaction } from 'kysely';
import type { TenantId } from '../../shared/ids.ts';
import type { Database } from './database/schema.ts';
import { asAppError } from './database/database-error.ts';

/** A transaction that sees one tenant's rows. Statements name the tenant, too: two locks on the same door. */
export interface TenantScope {
  readonly tenantId: TenantId;
  readonly trx: Transaction<Database>;
  /** False: what changes here needs no new cards, as when a past is imported. */
  readonly leavesMarks?: false;
}

export type UnitOfWork = <T>(
  tenantId: TenantId,
  work: (scope: TenantScope) => Promise<T>,
) => Promise<T>;

/**
 * All access to tenants' tables goes through here. The tenant is a setting of the transaction, so it ends with it and a
 * pooled connection carries none to the next request. Throws AppError `database_unavailable` when Postgres is away.
 */
export function createUnitOfWork(app: Kysely<Database>): UnitOfWork {
  return async function inTenant(tenantId, work) {
    try {
      return await app.transaction().execute(async (trx) => {
        await sql`select set_config('app.tenant', ${tenantId}, true)`.execute(trx);
        return work({ tenantId, trx });
      });
    } catch (error) {
      throw asAppError(error);
    }
  };
}

/**
 * One writer per tenant and moment: pages of several kinds touch the same deals and persons, and what they mark depends
 * on each other's rows. Ends with the transaction. A CRM gives a tenant about 11 pages a second; commits take a tenth.
 */
export async function holdTenant({ tenantId, trx }: TenantScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${tenantId}, 0))`.execute(trx);
}
