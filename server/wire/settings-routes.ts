import type { TenantId } from '../../shared/ids.ts';
import { createCardRequest } from '../crm/hubspot/card-request.ts';
import { HUBSPOT_FEATURES } from '../crm/hubspot/scopes.ts';
import { dealsUrl } from '../crm/hubspot/web-address.ts';
import type { CrmPort } from '../crm/port.ts';
import type { Route } from '../http/route.ts';
import { getSettingsRoute } from '../http/routes/settings/get-settings.ts';
import { postDisconnectRoute } from '../http/routes/settings/post-disconnect.ts';
import { postReadNowRoute } from '../http/routes/settings/post-read-now.ts';
import { postSettingsRoute } from '../http/routes/settings/post-settings.ts';
import { createTenantLookup } from '../store/tenant/tenant-lookup.ts';
import { disconnectAccount } from '../sync/connection/disconnect-account.ts';
import { beginNight } from '../sync/run-night.ts';
import { changeSettings } from '../sync/settings/change-settings.ts';
import { createLoadSettingsView } from '../sync/settings/load-settings-view.ts';
import { createMayAdminister } from '../sync/settings/may-administer.ts';
import { readNow } from '../sync/settings/read-now.ts';
import { disconnectTools } from './connect-crm.ts';
import { nightTools } from './night-tools.ts';
import { INSTALL_PATH } from './oauth-paths.ts';
import { ring, type Parts } from './parts.ts';
import { waitBriefly } from './wait-briefly.ts';

/** What the settings page asks for and sends. */
export function settingsRoutes(parts: Parts): readonly Route[] {
  const { stores, options } = parts;
  const { clock, hubspot } = options;
  const { nights, settings, health } = stores;
  const door = {
    cardRequest: createCardRequest({ ...hubspot, clock }),
    tenants: createTenantLookup(stores.tenants, 'hubspot'),
    mayAdminister: mayAdminister(parts),
  };
  const begin = beginTonight(parts);
  const write = (tenantId: TenantId, by: string, action: 'disconnected' | 'night_asked') =>
    health.writeDown(tenantId, { at: clock().toISOString(), by, action });
  const followUp = { beginNight: begin, ring: ringOf(parts) };
  return [
    getSettingsRoute({ ...door, loadView: loadView(parts) }),
    postSettingsRoute({
      ...door,
      change: (tenantId, decision) =>
        changeSettings({ clock, settings, health, ...followUp }, tenantId, decision),
    }),
    postDisconnectRoute({
      ...door,
      disconnect: async (tenantId, by) => {
        await disconnectAccount(disconnectTools(parts), tenantId);
        await write(tenantId, by, 'disconnected');
      },
    }),
    postReadNowRoute({
      ...door,
      readNow: async (tenantId, by) => {
        await write(tenantId, by, 'night_asked');
        return readNow({ clock, nights, beginNight: begin }, tenantId);
      },
    }),
  ];
}

function mayAdminister({ stores, crm, options }: Parts) {
  return createMayAdminister({
    ...{ clock: options.clock, connections: stores.connections },
    directoryOf: (tenantId) => ({
      readUser: (userId) => waitBriefly(() => crm.directoryOf(tenantId).readUser(userId)),
    }),
  });
}

function ringOf(parts: Parts): (kind: Parameters<typeof ring>[1], id: TenantId) => Promise<void> {
  return (kind, tenantId) => ring(parts, kind, tenantId);
}

function beginTonight(parts: Parts) {
  const night = nightTools(parts);
  return async (tenantId: TenantId) => {
    const running = await beginNight(night, tenantId);
    await ring(parts, 'run_night', tenantId);
    return running;
  };
}

function loadView({ stores, crm, options }: Parts) {
  const { clock, hubspot } = options;
  return createLoadSettingsView({
    ...{ clock, features: HUBSPOT_FEATURES },
    ...stores,
    accountOf: async (tenantId) => {
      const { timeZone, accountId } = await stores.tenants.loadTenant(tenantId);
      const reconnectUrl = `${hubspot.publicOrigin}${INSTALL_PATH}?account=${accountId}`;
      return { timeZone, reconnectUrl, dealsUrl: dealsUrl(accountId) };
    },
    crmOf: (tenantId) => patient(crm.portOf(tenantId)),
  });
}

/** An admin waits a moment for what the night uses of the CRM's limits. */
function patient(port: CrmPort): Pick<CrmPort, 'can' | 'readChanges' | 'countRecords'> {
  return {
    can: port.can,
    readChanges: (...question) => waitBriefly(() => port.readChanges(...question)),
    countRecords: (kind) => waitBriefly(async () => (await port.countRecords?.(kind)) ?? null),
  };
}
