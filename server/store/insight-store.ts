import type { InsightStore } from '../insight/port.ts';
import { isSilent, loadCards, loadCardsOf, recordExists } from './cards/load-cards.ts';
import { loadDealFiles } from './deal-file/load-deal-files.ts';
import { withVerification } from './cards/load-verified.ts';
import { loadReach } from './cards/load-reach.ts';
import { loadTouched, saveCards } from './cards/save-cards.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export function createInsightStore(inTenant: UnitOfWork): InsightStore {
  return {
    loadTouched: (tenantId, limit, which = 'all') =>
      inTenant(tenantId, (scope) => loadTouched(scope, limit, which)),
    loadDealFiles: (tenantId, subjects) =>
      inTenant(tenantId, (scope) => loadDealFiles(scope, subjects)),
    saveCards: (tenantId, built) => inTenant(tenantId, (scope) => saveCards(scope, built)),
    loadCards: (tenantId, record) =>
      inTenant(tenantId, async (scope) => withVerification(scope, await loadCards(scope, record))),
    loadReach: (tenantId, subjects) => inTenant(tenantId, (scope) => loadReach(scope, subjects)),
    loadCardsOf: (tenantId, records) => inTenant(tenantId, (scope) => loadCardsOf(scope, records)),
    recordExists: (tenantId, record) => inTenant(tenantId, (scope) => recordExists(scope, record)),
    isSilent: (tenantId, record) => inTenant(tenantId, (scope) => isSilent(scope, record)),
  };
}
