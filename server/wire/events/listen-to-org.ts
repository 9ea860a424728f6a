import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '../../../shared/ids.ts';
import { listen, type ListenTools } from '../../crm/salesforce/events/listen.ts';
import { loadService } from '../../crm/salesforce/events/load-service.ts';
import { createOpenStream } from '../../crm/salesforce/events/open-stream.ts';
import { DEFAULT_TOPICS } from '../../crm/salesforce/events/topics.ts';
import type { SalesforceSettings } from '../../require-salesforce.ts';
import { loadAccess, type AccessTokenTools } from '../../sync/connection/access-token.ts';
import type { CrmGround } from '../crm/crm-ground.ts';
import type { Hearing, ListenTo } from '../crm/vendor-crm.ts';

const ENDPOINT = 'api.pubsub.salesforce.com:7443';

/** All topics of an org, each on a stream of its own: one that is refused does not silence the others. */
export function listenToOrg(
  settings: SalesforceSettings,
  ground: CrmGround,
  tokens: AccessTokenTools,
): ListenTo {
  return async (tenantId, hearing) => {
    const openStream = createOpenStream(settings.pubSubEndpoint ?? ENDPOINT, loadService());
    const known = { openStream, keyOf: keyOf({ settings, ground, tokens }, tenantId) };
    const topics = DEFAULT_TOPICS.map((topic) =>
      listen({ ...known, ...hearingOf(ground, tenantId, { topic, hearing }) }, hearing.signal),
    );
    await Promise.all(topics);
  };
}

interface Org {
  readonly settings: SalesforceSettings;
  readonly ground: CrmGround;
  readonly tokens: AccessTokenTools;
}

function keyOf({ settings, ground, tokens }: Org, tenantId: TenantId): ListenTools['keyOf'] {
  return async (refused) => {
    const [{ accessToken, apiOrigin }, { accountId }] = await Promise.all([
      loadAccess(tokens, tenantId, refused),
      ground.stores.tenants.loadTenant(tenantId),
    ]);
    return { accessToken, instanceUrl: apiOrigin ?? settings.signInUrl, orgId: accountId };
  };
}

type Heard = Omit<ListenTools, 'openStream' | 'keyOf'>;

function hearingOf(
  { stores, clock }: CrmGround,
  tenantId: TenantId,
  { topic, hearing }: { readonly topic: string; readonly hearing: Hearing },
): Heard {
  const { eventPlaces, connections } = stores;
  return {
    ...{ topic, clock, random: Math.random, report: hearing.report },
    ourUserId: async () => (await connections.loadStatus(tenantId))?.installedBy ?? null,
    loadPlace: () => eventPlaces.load(tenantId, topic),
    forgetPlace: () => eventPlaces.forget(tenantId, topic),
    keep: async (heard) => {
      await eventPlaces.keep(tenantId, { ...heard, topic, storedAt: clock().toISOString() });
      if (heard.notices.length > 0) await hearing.settleSoon(tenantId);
    },
    sleep: (forMs, signal) => sleep(forMs, undefined, { signal }).catch(() => undefined),
  };
}
