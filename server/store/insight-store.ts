import type { InsightStore } from '../insight/port.ts';
import { isSilent, loadCards, recordExists } from './cards/load-cards.ts';
import { loadDealFile } from './deal-file/load-deal-file.ts';
import { withVerification } from './cards/load-verified.ts';
import { loadTouched, saveCards } from './cards/save-cards.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createInsightStore(inTenant: UnitOfWork): InsightStore {
  return {
    loadTouched: (tenantId, limit, which = 'all') =>
      inTenant(tenantId, (scope) => loadTouched(scope, limit, which)),
    loadDealFile: (tenantId, subject) =>
      inTenant(tenantId, (scope) => loadDealFile(scope, subject)),
    saveCards: (tenantId, touched, rows) =>
      inTenant(tenantId, (scope) => saveCards(scope, touched, rows)),
    loadCards: (tenantId, record) =>
      inTenant(tenantId, async (scope) => withVerification(scope, await loadCards(scope, record))),
    recordExists: (tenantId, record) => inTenant(tenantId, (scope) => recordExists(scope, record)),
    isSilent: (tenantId, record) => inTenant(tenantId, (scope) => isSilent(scope, record)),
  };
}
