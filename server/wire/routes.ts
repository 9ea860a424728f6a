import { createCardRequest } from '../crm/hubspot/card-request.ts';
import { createWebhook } from '../crm/hubspot/webhook.ts';
import type { Route } from '../http/route.ts';
import { getCardRoute } from '../http/routes/cards/get-card.ts';
import { getHealthRoutes } from '../http/routes/health/get-health.ts';
import { postHubSpotRoute } from '../http/routes/webhooks/post-hubspot.ts';
import { createMayRead } from '../insight/rights/may-read.ts';
import { createViewCard, type ViewCard } from '../insight/view/view-card.ts';
import { createTenantLookup } from '../store/tenant/tenant-lookup.ts';
import { cardActions } from './card-actions.ts';
import { haltOf } from './halt-of.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { ring, type Parts } from './parts.ts';
import { settingsRoutes } from './settings-routes.ts';

/** The web role: every address that we answer. */
export function routes(parts: Parts): readonly Route[] {
  const { options, stores } = parts;
  const { hubspot, clock } = options;
  const signed = { ...hubspot, clock };
  const shared = {
    cardRequest: createCardRequest(signed),
    tenants: createTenantLookup(stores.tenants, 'hubspot'),
  };
  const view = viewCard(parts);
  return [
    getCardRoute({ ...shared, viewCard: rememberFirst(parts, view) }),
    ...cardActions(parts, {
      signed: { ...shared, firstAnswers: stores.firstAnswers, clock },
      viewCard: view,
    }),
    postHubSpotRoute({
      tenants: shared.tenants,
      webhook: createWebhook(signed),
      takeNotices: async (tenantId, notices) => {
        await stores.inbox.takeIn(tenantId, notices);
        await ring(parts, 'settle_inbox', tenantId);
      },
    }),
    ...settingsRoutes(parts),
    ...oauthRoutes(parts),
    ...getHealthRoutes(() => stores.isReady()),
  ];
}

function viewCard(parts: Parts) {
  const { stores, options } = parts;
  return createViewCard({
    store: stores.insight,
    syncedAt: (tenantId) => stores.nights.loadSyncedAt(tenantId),
    haltOf: (tenantId) => haltOf(parts, tenantId),
    quotesHeldBack: (tenantId) => stores.connections.quotesHeldBack(tenantId),
    mayRead: createMayRead(stores.rights),
    clock: options.clock,
  });
}

/** The first run's checklist wants to know whether a card was ever opened; one line a tenant and process. */
function rememberFirst({ stores, options }: Parts, view: ViewCard): ViewCard {
  const known = new Set<string>();
  return async (tenantId, asked) => {
    const card = await view(tenantId, asked);
    if (!known.has(tenantId)) {
      await stores.health.rememberFirstCard(tenantId, options.clock().toISOString());
      known.add(tenantId);
    }
    return card;
  };
}
