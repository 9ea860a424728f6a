import type { RecordKind } from '../crm/records.ts';
import type { SyncStore, SyncUnit } from '../sync/port.ts';
import { commitPage, commitRefresh } from './apply-page/commit-page.ts';
import { clearDirtyRecords, loadDirtyRecords } from './apply-page/dirty-records.ts';
import { loadSurroundings } from './apply-page/load-surroundings.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

export function createSyncStore(inTenant: UnitOfWork): SyncStore {
  return {
    loadUnit: (tenantId, workId) => inTenant(tenantId, (scope) => loadUnit(scope, workId)),
    loadSurroundings: (tenantId, query) =>
      inTenant(tenantId, (scope) => loadSurroundings(scope, query)),
    commitPage: (unit, page, next) =>
      inTenant(unit.tenantId, (scope) => commitPage(scope, { unit, page, next })),
    commitRefresh: (tenantId, page) => inTenant(tenantId, (scope) => commitRefresh(scope, page)),
    loadDirtyRecords: (tenantId, limit) =>
      inTenant(tenantId, (scope) => loadDirtyRecords(scope, limit)),
    clearDirtyRecords: (tenantId, marks) =>
      inTenant(tenantId, (scope) => clearDirtyRecords(scope, marks)),
  };
}

async function loadUnit({ tenantId, trx }: TenantScope, workId: string): Promise<SyncUnit | null> {
  const row = await trx
    .selectFrom('syncUnit')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('workId', '=', workId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { windowFrom, windowTo, kind, ...rest } = row;
  // The column holds only what startNight wrote, which takes a RecordKind.
  return { ...rest, kind: kind as RecordKind, from: windowFrom, to: windowTo };
}
