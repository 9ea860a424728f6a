import { randomUUID } from 'node:crypto';
import type { SyncUnit } from '../../../server/sync/port.ts';
import { sql } from '../postgres.ts';
import type { TenantStores } from '../store.ts';

export const UNTIL = '2026-03-04T02:00:00.000Z';
export const LONG_AGO = '2026-01-04T02:00:00.000Z';

const PLAIN = {
  kind: 'contact',
  phase: 'changes',
  from: LONG_AGO,
  to: UNTIL,
  generation: 0,
} as const;

/** One unit of the tenant's running night; for changes of contacts unless the test says otherwise. */
export async function openUnitOf(stores: TenantStores, of: Partial<SyncUnit>): Promise<SyncUnit> {
  const { nights, sync, tenantId } = stores;
  const night = await nights.startNight(tenantId, { startedAt: UNTIL, windows: [] });
  const unit = { ...PLAIN, ...of };
  const workId = randomUUID();
  await stores.inTenant(tenantId, ({ trx }) =>
    sql`
      insert into sync_unit (tenant_id, work_id, night_id, kind, phase, window_from, window_to,
        generation)
      values (${tenantId}, ${workId}, ${night.id}, ${unit.kind}, ${unit.phase}, ${unit.from},
        ${unit.to}, ${unit.generation})
    `.execute(trx),
  );
  const loaded = await sync.loadUnit(tenantId, workId);
  if (loaded === null) throw new Error('The unit that was opened cannot be loaded.');
  return loaded;
}
