import type { RecordKind } from '../crm/records.ts';
import type { SyncStore, SyncUnit } from '../sync/port.ts';
import { commitPage, commitRefresh, endUnit } from './apply-page/commit-page.ts';
import { clearDirtyRecords, loadDirtyRecords } from './apply-page/dirty-records.ts';
import { loadSurroundings } from './apply-page/load-surroundings.ts';
import { markRefsDirty } from './apply-page/mark-dirty.ts';
import { compareSweep, holdsAny, keepHeld } from './units/compare-ids.ts';
import { listCitedOf } from './cards/list-cited-of.ts';
import { listCitedSoon } from './cards/list-cited-soon.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

export function createSyncStore(inTenant: UnitOfWork): SyncStore {
  return {
    loadUnit: (tenantId, workId) => inTenant(tenantId, (scope) => loadUnit(scope, workId)),
    endUnit: (unit, receipts) =>
      inTenant(unit.tenantId, (scope) => endUnit(scope, { unit, receipts })),
    keepHeld: (tenantId, refs) => inTenant(tenantId, (scope) => keepHeld(scope, refs)),
    holdsAny: (tenantId, kind) => inTenant(tenantId, (scope) => holdsAny(scope, kind)),
    compareSweep: (unit) => inTenant(unit.tenantId, (scope) => compareSweep(scope, unit)),
    listCitedSoon: (tenantId, now) => inTenant(tenantId, (scope) => listCitedSoon(scope, now)),
    listCitedOf: (tenantId, kinds) => inTenant(tenantId, (scope) => listCitedOf(scope, kinds)),
    markDirty: (tenantId, refs) => inTenant(tenantId, (scope) => markRefsDirty(scope, refs)),
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
    .select(['tenantId', 'workId', 'nightId', 'kind', 'phase', 'cursor', 'generation', 'done'])
    .select(['windowFrom as from', 'windowTo as to'])
    .where('tenantId', '=', tenantId)
    .where('workId', '=', workId)
    .executeTakeFirst();
  if (row === undefined) return null;
  // The column holds only what startNight wrote, which takes a RecordKind.
  return { ...row, kind: row.kind as RecordKind };
}
