import type { TenantId } from '../../shared/ids.ts';
import type { CrmPort } from '../crm/port.ts';
import type { Route } from '../http/route.ts';
import type { SettingsDoor } from '../http/routes/settings/settings-door.ts';
import { getSettingsRoute } from '../http/routes/settings/get-settings.ts';
import { postDisconnectRoute } from '../http/routes/settings/post-disconnect.ts';
import { postReadNowRoute } from '../http/routes/settings/post-read-now.ts';
import { postSettingsRoute } from '../http/routes/settings/post-settings.ts';
import { disconnectAccount } from '../sync/connection/disconnect-account.ts';
import { changeSettings } from '../sync/settings/change-settings.ts';
import { createLoadSettingsView } from '../sync/settings/load-settings-view.ts';
import { readNow } from '../sync/settings/read-now.ts';
import { disconnectTools } from './crm/connect-crm.ts';
import { beginAndRing, nightTools } from './night-tools.ts';
import { reconnectUrlOf } from './oauth-paths.ts';
import { ring, type Parts } from './parts.ts';
import { waitBriefly } from './wait-briefly.ts';

/** What the settings page asks for and sends. */
export function settingsRoutes(parts: Parts, door: SettingsDoor): readonly Route[] {
  const { stores, options } = parts;
  const { clock } = options;
  const { nights, settings, health } = stores;
  const night = nightTools(parts);
  const begin = (tenantId: TenantId) => beginAndRing(parts, night, tenantId);
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
        await disconnectAccount(await disconnectTools(parts, tenantId), tenantId);
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

function ringOf(parts: Parts): (kind: Parameters<typeof ring>[1], id: TenantId) => Promise<void> {
  return (kind, tenantId) => ring(parts, kind, tenantId);
}

function loadView({ stores, crm, options }: Parts) {
  const { clock, hubspot } = options;
  return createLoadSettingsView({
    clock,
    ...stores,
    accountOf: async (tenantId) => {
      const [account, { features, dealsUrl }] = await Promise.all([
        stores.tenants.loadTenant(tenantId),
        crm.vendorOf(tenantId),
      ]);
      const { timeZone, accountId } = account;
      const reconnectUrl = reconnectUrlOf(hubspot.publicOrigin, account);
      return { timeZone, features, reconnectUrl, dealsUrl: dealsUrl(accountId) };
    },
    crmOf: async (tenantId) => patient(await crm.portOf(tenantId)),
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
