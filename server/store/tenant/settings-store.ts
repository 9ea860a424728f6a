import { sql } from 'kysely';
import type { Instant, TenantId } from '../../../shared/ids.ts';
import { DEFAULT_SETTINGS, TenantSettings } from '../../../shared/settings.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import { applyChoice } from './chosen-pipelines.ts';
import { holdTenant, type TenantScope, type UnitOfWork } from '../unit-of-work.ts';

export interface SettingsChange {
  readonly settings: TenantSettings;
  /** The CRM's id of the user who decided; null: we did, at the install. */
  readonly by: string | null;
  readonly at: Instant;
}

export interface SettingsStore {
  /** The defaults where nothing was decided; what an older version saved is completed by them. */
  load(tenantId: TenantId): Promise<TenantSettings>;
  /** With it, what was read of pipelines that are no longer chosen goes, and deals of new ones are read. */
  save(tenantId: TenantId, change: SettingsChange): Promise<void>;
}

export function createSettingsStore(inTenant: UnitOfWork): SettingsStore {
  return {
    load: (tenantId) => inTenant(tenantId, load),
    save: (tenantId, change) => inTenant(tenantId, (scope) => save(scope, change)),
  };
}

const Stored = TenantSettings.partial();

async function load({ tenantId, trx }: TenantScope): Promise<TenantSettings> {
  const { rows } = await sql<{ settings: unknown }>`
    select settings from tenant_setting where tenant_id = ${tenantId}
  `.execute(trx);
  const [row] = rows;
  if (row === undefined) return DEFAULT_SETTINGS;
  return TenantSettings.parse({ ...DEFAULT_SETTINGS, ...Stored.parse(row.settings) });
}

async function save(scope: TenantScope, change: SettingsChange): Promise<void> {
  const { tenantId, trx } = scope;
  const { settings, by, at } = change;
  await holdTenant(scope);
  const before = (await load(scope)).pipelineIds;
  await sql`
    insert into tenant_setting (tenant_id, settings, changed_by, changed_at)
    values (${tenantId}, ${toJsonb(settings)}, ${by}, ${at})
    on conflict (tenant_id) do update
    set settings = excluded.settings, changed_by = excluded.changed_by, changed_at = excluded.changed_at
  `.execute(trx);
  await applyChoice(scope, { before, after: settings.pipelineIds });
}
