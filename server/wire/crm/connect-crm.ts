import { AppError } from '../../../shared/errors.ts';
import type { TenantId } from '../../../shared/ids.ts';
import type { Vendor } from '../../../shared/vocabulary.ts';
import { READER_VERSION } from '../../inference/reading.ts';
import type { ReportError } from '../../queue/report-sparingly.ts';
import type { Stores } from '../../store/open-stores.ts';
import { loadAccessToken, loadTokens } from '../../sync/connection/access-token.ts';
import type { ConnectTools } from '../../sync/connection/connect-account.ts';
import type { DisconnectTools } from '../../sync/connection/disconnect-account.ts';
import { afterConnect } from './after-connect.ts';
import { connectHubSpot } from './connect-hubspot.ts';
import { connectSalesforce } from './connect-salesforce.ts';
import { layGround, type CallSeen } from './crm-ground.ts';
import type { Parts, WireOptions } from '../parts.ts';
import type { ConnectedCrm, VendorCrm } from './vendor-crm.ts';

export type CrmOptions = Pick<WireOptions, 'hubspot' | 'salesforce' | 'clock'> & {
  readonly callSeen?: CallSeen;
};

export function connectCrm(
  { hubspot, salesforce, clock, callSeen }: CrmOptions,
  stores: Stores,
  report: ReportError,
): ConnectedCrm {
  const ground = layGround(stores, { clock, report, callSeen });
  const vendors = [
    connectHubSpot(hubspot, ground),
    ...(salesforce == null ? [] : [connectSalesforce(salesforce, ground)]),
  ];
  const vendorOf = rememberVendors(stores, vendors);
  return {
    ...{ vendors, vendorOf },
    isBudgetSpent: async (tenantId) =>
      ground.isBudgetSpent(tenantId, (await vendorOf(tenantId)).callShare),
    portOf: async (tenantId, lane) => (await vendorOf(tenantId)).portOf(tenantId, lane),
    directoryOf: async (tenantId) => (await vendorOf(tenantId)).directoryOf(tenantId),
    knock: async (tenantId) => {
      const { tokens } = await vendorOf(tenantId);
      const { tokens: known } = await loadTokens(tokens, tenantId);
      await loadAccessToken(tokens, tenantId, known.accessToken);
    },
  };
}

/** A tenant never changes its vendor, so it is asked for once in a process. */
function rememberVendors(
  { tenants }: Stores,
  vendors: readonly VendorCrm[],
): ConnectedCrm['vendorOf'] {
  const known = new Map<TenantId, Vendor>();
  return async (tenantId) => {
    const vendor = known.get(tenantId) ?? (await tenants.loadTenant(tenantId)).vendor;
    known.set(tenantId, vendor);
    return vendorNamed(vendors, vendor);
  };
}

/** Throws `not_available` where this server was started without that vendor's credentials. */
export function vendorNamed(vendors: readonly VendorCrm[], vendor: Vendor): VendorCrm {
  const found = vendors.find((each) => each.vendor === vendor);
  if (found !== undefined) return found;
  throw new AppError(
    'not_available',
    `This server has no credentials of ${vendor}. Set them and start it again; until then its accounts rest.`,
    { recovery: 'skip' },
  );
}

export function connectTools(parts: Parts, crm: VendorCrm): ConnectTools {
  const { stores, report, options } = parts;
  const { tenants, connections } = stores;
  const { vendor, authorizer, features } = crm;
  return {
    ...{ vendor, authorizer, features },
    directoryOf: crm.directoryWith,
    readerVersion: READER_VERSION,
    clock: options.clock,
    afterConnect: afterConnect(parts, crm),
    ...{ tenants, connections, report },
  };
}

export async function disconnectTools(
  { crm, stores }: Parts,
  tenantId: TenantId,
): Promise<DisconnectTools> {
  const { authorizer, tokens } = await crm.vendorOf(tenantId);
  const { connections, works } = stores;
  const parkWork = (id: TenantId) => works.parkTenant(id);
  return { ...tokens, authorizer, connections, parkWork };
}
