import { sql } from 'kysely';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope, UnitOfWork } from '../unit-of-work.ts';
import { loadSyncFigures } from './sync-figures.ts';

export interface AuditLine {
  readonly at: Instant;
  /** The CRM's id of the user. */
  readonly by: string;
  readonly action: 'settings_saved' | 'disconnected' | 'night_asked';
  /** Settings as they became; never anything of a record. */
  readonly detail?: object | null;
}

/** How an account is doing, for its admins, and what they did. */
export interface HealthStore {
  loadFigures(tenantId: TenantId): ReturnType<typeof loadSyncFigures>;
  /** Only the first time counts. */
  rememberFirstCard(tenantId: TenantId, at: Instant): Promise<void>;
  writeDown(tenantId: TenantId, line: AuditLine): Promise<void>;
  /** The newest first. */
  listAudit(tenantId: TenantId, limit: number): Promise<readonly AuditLine[]>;
}

export function createHealthStore(inTenant: UnitOfWork): HealthStore {
  return {
    loadFigures: (tenantId) => inTenant(tenantId, loadSyncFigures),
    rememberFirstCard: (tenantId, at) =>
      inTenant(tenantId, (scope) => rememberFirstCard(scope, at)),
    writeDown: (tenantId, line) => inTenant(tenantId, (scope) => writeDown(scope, line)),
    listAudit: (tenantId, limit) => inTenant(tenantId, (scope) => listAudit(scope, limit)),
  };
}

async function rememberFirstCard({ tenantId, trx }: TenantScope, at: Instant): Promise<void> {
  await sql`
    insert into first_card (tenant_id, opened_at) values (${tenantId}, ${at})
    on conflict (tenant_id) do nothing
  `.execute(trx);
}

async function writeDown(
  { tenantId, trx }: TenantScope,
  { at, by, action, detail = null }: AuditLine,
): Promise<void> {
  await sql`
    insert into audit_line (tenant_id, at, done_by, action, detail)
    values (${tenantId}, ${at}, ${by}, ${action}, ${detail === null ? null : toJsonb(detail)})
  `.execute(trx);
}

async function listAudit(
  { tenantId, trx }: TenantScope,
  limit: number,
): Promise<readonly AuditLine[]> {
  const { rows } = await sql<AuditLine>`
    select at, done_by as by, action, detail from audit_line where tenant_id = ${tenantId}
    order by at desc, id desc limit ${limit}
  `.execute(trx);
  return rows;
}
