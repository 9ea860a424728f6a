import { getCard } from '../../shared/api/get-card.ts';
import { createCardRequest } from '../../server/crm/hubspot/card-request.ts';
import type { Route } from '../../server/http/route.ts';
import { getCardRoute } from '../../server/http/routes/cards/get-card.ts';
import { createViewCard } from '../../server/insight/view/view-card.ts';
import { createTenantLookup } from '../../server/store/tenant/tenant-lookup.ts';
import { SANDBOX_APP } from '../../test/simulators/hubspot/start-hubspot.ts';
import type { Sandbox } from '../sandbox/open-sandbox.ts';

/** Stand before the path of a card. */
export const ADDRESSES = {
  /** As the product answers it. */
  whole: '',
  /** The same without the question to the CRM who may read what: that one waits for the CRM and its call budget. */
  ours: '/rights-known',
  /** The least a server must do that stores cards: same framework, same signature, one tenant's rows sent as they lie. */
  bare: '/bare',
} as const;

export function yardstickRoutes(
  { attune: { stores }, tenantId, clientSecret, clock }: Sandbox,
  publicOrigin: string,
): readonly Route[] {
  const { appId } = SANDBOX_APP;
  const cardRequest = createCardRequest({
    ...{ appId, publicOrigin, clock },
    clientSecrets: [clientSecret],
  });
  const viewCard = createViewCard({
    store: stores.insight,
    syncedAt: (tenant) => stores.nights.loadSyncedAt(tenant),
    mayRead: (_tenantId, _viewerUserId, cited) => Promise.resolve(cited),
    quotesHeldBack: (tenant) => stores.connections.quotesHeldBack(tenant),
    haltOf: () => Promise.resolve(null),
    isKnownAdmin: () => Promise.resolve(false),
    reconnectUrlOf: () => Promise.resolve(publicOrigin),
    clock,
  });
  const tenants = createTenantLookup(stores.tenants, 'hubspot');
  const ours = getCardRoute({ cardRequest, tenants, viewCard });
  const bare: Route = {
    ...ours,
    handle: async (request) => {
      cardRequest.verify(request.raw);
      const { recordKind: kind, recordId: id } = getCard.params.parse(request.params);
      const [row] = await stores.insight.loadCards(tenantId, { kind, id });
      return { status: 200, json: row?.card };
    },
  };
  return [
    { ...ours, path: `${ADDRESSES.ours}${ours.path}` },
    { ...bare, path: `${ADDRESSES.bare}${bare.path}` },
  ];
}
