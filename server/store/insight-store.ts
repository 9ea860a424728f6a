import type { InsightStore } from '../insight/port.ts';
import { loadCards, recordExists } from './cards/load-cards.ts';
import { loadDealFile } from './deal-file/load-deal-file.ts';
import { loadTouched, saveCards } from './cards/save-cards.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createInsightStore(inTenant: UnitOfWork): InsightStore {
  return {
    loadTouched: (tenantId, limit) => inTenant(tenantId, (scope) => loadTouched(scope, limit)),
    loadDealFile: (tenantId, subject) =>
      inTenant(tenantId, (scope) => loadDealFile(scope, subject)),
    saveCards: (tenantId, touched, rows) =>
      inTenant(tenantId, (scope) => saveCards(scope, touched, rows)),
    loadCards: (tenantId, record) => inTenant(tenantId, (scope) => loadCards(scope, record)),
    recordExists: (tenantId, record) => inTenant(tenantId, (scope) => recordExists(scope, record)),
  };
}
