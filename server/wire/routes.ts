import { createCardRequest } from '../crm/hubspot/card-request.ts';
import { createWebhook } from '../crm/hubspot/webhook.ts';
import type { Route } from '../http/route.ts';
import { getCardRoute } from '../http/routes/cards/get-card.ts';
import { getHealthRoutes } from '../http/routes/health/get-health.ts';
import { postVerdictRoute } from '../http/routes/verdicts/post-verdict.ts';
import { postHubSpotRoute } from '../http/routes/webhooks/post-hubspot.ts';
import { createSaveVerdict } from '../insight/save-verdict.ts';
import { createViewCard } from '../insight/view-card.ts';
import { createTenantLookup } from '../store/tenant/tenant-lookup.ts';
import { ring, type Parts } from './parts.ts';

/** The web role: every address that we answer. */
export function routes(parts: Parts): readonly Route[] {
  const { options, stores } = parts;
  const { hubspot, clock } = options;
  const signed = { ...hubspot, clock };
  const shared = {
    cardRequest: createCardRequest(signed),
    tenants: createTenantLookup(stores.tenants, 'hubspot'),
  };
  return [
    getCardRoute({ ...shared, viewCard: viewCard(parts) }),
    postVerdictRoute({
      ...shared,
      saveVerdict: createSaveVerdict({ store: stores.insight, verdicts: stores.verdicts, clock }),
    }),
    postHubSpotRoute({
      tenants: shared.tenants,
      webhook: createWebhook(signed),
      takeNotices: async (tenantId, notices) => {
        await stores.inbox.takeIn(tenantId, notices);
        await ring(parts, 'refresh_records', tenantId);
      },
    }),
    ...getHealthRoutes(() => stores.isReady()),
  ];
}

function viewCard({ stores, crm, options }: Parts) {
  return createViewCard({
    store: stores.insight,
    syncedAt: (tenantId) => stores.nights.loadSyncedAt(tenantId),
    mayRead: (tenantId, viewerUserId, cited) => crm.portOf(tenantId).mayRead(viewerUserId, cited),
    clock: options.clock,
  });
}
