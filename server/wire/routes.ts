import { addDays } from '../domain/time-span.ts';
import { createCardRequest } from '../crm/hubspot/card-request.ts';
import { createWebhook } from '../crm/hubspot/webhook.ts';
import type { Route } from '../http/route.ts';
import { getCardRoute } from '../http/routes/cards/get-card.ts';
import { getHealthRoutes } from '../http/routes/health/get-health.ts';
import { postHubSpotRoute } from '../http/routes/webhooks/post-hubspot.ts';
import { createMayRead } from '../insight/rights/may-read.ts';
import { createViewCard, type ViewCard } from '../insight/view/view-card.ts';
import { createTenantLookup } from '../store/tenant/tenant-lookup.ts';
import { createMayAdminister, type MayAdminister } from '../sync/settings/may-administer.ts';
import { cardActions } from './card-actions.ts';
import { haltOf } from './halt-of.ts';
import { reconnectUrlOf } from './oauth-paths.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { ring, type Parts } from './parts.ts';
import { settingsRoutes } from './settings-routes.ts';
import { waitBriefly } from './wait-briefly.ts';

/** The web role: every address that we answer. */
export function routes(parts: Parts): readonly Route[] {
  const { options, stores } = parts;
  const { hubspot, clock } = options;
  const signed = { ...hubspot, clock };
  const shared = {
    cardRequest: createCardRequest(signed),
    tenants: createTenantLookup(stores.tenants, 'hubspot'),
  };
  const door = { ...shared, mayAdminister: mayAdminister(parts) };
  const view = viewCard(parts);
  return [
    getCardRoute({ ...shared, viewCard: rememberFirst(parts, view) }),
    ...cardActions(parts, {
      signed: { ...shared, firstAnswers: stores.firstAnswers, clock },
      viewCard: view,
      mayAdminister: door.mayAdminister,
    }),
    postHubSpotRoute({
      tenants: shared.tenants,
      webhook: createWebhook(signed),
      takeNotices: async (tenantId, notices) => {
        await stores.inbox.takeIn(tenantId, notices);
        await ring(parts, 'settle_inbox', tenantId);
      },
    }),
    ...settingsRoutes(parts, door),
    ...oauthRoutes(parts),
    ...getHealthRoutes(() => stores.isReady()),
  ];
}

/** One memory for the settings page and the cards, so that the CRM is asked about a user once. */
function mayAdminister({ stores, crm, options }: Parts): MayAdminister {
  return createMayAdminister({
    ...{ clock: options.clock, connections: stores.connections, admins: stores.admins },
    directoryOf: (tenantId) => ({
      readUser: (userId) =>
        waitBriefly(async () => (await crm.directoryOf(tenantId)).readUser(userId)),
    }),
  });
}

/** For so long a card takes somebody for the admin that the CRM once said they are; what they press is asked anew. */
const ADMIN_DAYS = 30;

function viewCard(parts: Parts) {
  const { stores, options } = parts;
  return createViewCard({
    store: stores.insight,
    syncedAt: (tenantId) => stores.nights.loadSyncedAt(tenantId),
    haltOf: (tenantId) => haltOf(parts, tenantId),
    quotesHeldBack: (tenantId) => stores.connections.quotesHeldBack(tenantId),
    mayRead: createMayRead(stores.rights),
    isKnownAdmin: (tenantId, userId) => {
      const since = addDays(options.clock().toISOString(), -ADMIN_DAYS);
      return stores.admins.isKnown(tenantId, userId, since);
    },
    reconnectUrlOf: async (tenantId) => {
      const account = await stores.tenants.loadTenant(tenantId);
      return reconnectUrlOf(options.hubspot.publicOrigin, account);
    },
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
