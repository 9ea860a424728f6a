import type { TenantId } from '../../shared/ids.ts';
import { createDirectory } from '../crm/hubspot/account.ts';
import { createClient, type HubSpotOptions } from '../crm/hubspot/client.ts';
import { createHubSpot } from '../crm/hubspot/index.ts';
import { createAuthorizer } from '../crm/hubspot/oauth.ts';
import { HUBSPOT_FEATURES } from '../crm/hubspot/scopes.ts';
import type { CrmAuthorizer } from '../crm/authorizer.ts';
import type { CallMeter, CallPolicy } from '../crm/port.ts';
import { READER_VERSION } from '../inference/reading.ts';
import type { ReportError } from '../queue/report-sparingly.ts';
import type { HubSpotSettings } from '../require-hubspot.ts';
import type { Stores } from '../store/open-stores.ts';
import { loadAccessToken, loadTokens, refuseToken } from '../sync/connection/access-token.ts';
import {
  createBudgetedMeter,
  isBudgetSpent,
  type AccountAllowance,
} from '../sync/budgeted-meter.ts';
import type { ConnectTools } from '../sync/connection/connect-account.ts';
import type { DisconnectTools } from '../sync/connection/disconnect-account.ts';
import type { Lane } from '../sync/limits/day-budget.ts';
import { afterConnect } from './after-connect.ts';
import { CALLBACK_PATH } from './oauth-paths.ts';
import type { Parts, WireOptions } from './parts.ts';

const CRM_TIMEOUT_MS = 30_000;
/** Well within the lease of a token's renewal. */
const OAUTH_TIMEOUT_MS = 20_000;
/** Until there is a tenant, there is no budget: an install is five calls. */
const NO_METER: CallMeter = { take: () => Promise.resolve(), seen: () => undefined };

type CallSeen = (policy: CallPolicy, status: number) => void;
export type CrmOptions = Pick<WireOptions, 'hubspot' | 'clock'> & { readonly callSeen?: CallSeen };

export function connectCrm(
  { hubspot, clock, callSeen }: CrmOptions,
  stores: Stores,
  report: ReportError,
): Parts['crm'] {
  const { baseUrl } = hubspot;
  const authorizer = authorizerOf(hubspot);
  const tokens = { connections: stores.connections, authorizer, clock, random: Math.random };
  const limits = limitsOf(stores, clock);
  const meterOf = (tenantId: TenantId, lane: Lane) =>
    observeMeter(createBudgetedMeter(tenantId, { ...limits(tenantId), lane, report }), callSeen);
  const optionsOf = (tenantId: TenantId, lane: Lane = 'visitor'): HubSpotOptions => ({
    baseUrl,
    accessToken: (refused) => loadAccessToken(tokens, tenantId, refused),
    refuse: (token) => refuseToken(tokens, tenantId, token),
    meter: meterOf(tenantId, lane),
    timeoutMs: CRM_TIMEOUT_MS,
  });
  const unmetered = { baseUrl, meter: NO_METER, timeoutMs: CRM_TIMEOUT_MS };
  return {
    authorizer,
    tokens,
    portOf: (tenantId, lane) =>
      createHubSpot({ ...optionsOf(tenantId, lane), ...wantsOf(stores, tenantId) }),
    isBudgetSpent: (tenantId) => isBudgetSpent(tenantId, limits(tenantId)),
    knock: async (tenantId) => {
      const { tokens: known } = await loadTokens(tokens, tenantId);
      await loadAccessToken(tokens, tenantId, known.accessToken);
    },
    directoryOf: (tenantId) => createDirectory(createClient(optionsOf(tenantId))),
    directoryWith: (token) =>
      createDirectory(createClient({ ...unmetered, accessToken: () => Promise.resolve(token) })),
  };
}

/** What the admin may switch off within a kind. */
function wantsOf({ settings }: Stores, tenantId: TenantId) {
  const isOn = async (part: 'transcript' | 'responses') =>
    !(await settings.load(tenantId)).notRead.includes(part);
  return { wantsTranscripts: () => isOn('transcript'), wantsResponses: () => isOn('responses') };
}

function authorizerOf({ publicOrigin, clientSecrets, ...hubspot }: HubSpotSettings): CrmAuthorizer {
  return createAuthorizer({
    ...hubspot,
    clientSecret: clientSecrets[0],
    redirectUri: `${publicOrigin}${CALLBACK_PATH}`,
    timeoutMs: OAUTH_TIMEOUT_MS,
  });
}

function observeMeter(meter: CallMeter, callSeen: CallSeen | undefined): CallMeter {
  if (callSeen === undefined) return meter;
  return {
    ...meter,
    seen: (policy, result) => {
      callSeen(policy, result.status);
      meter.seen(policy, result);
    },
  };
}

function limitsOf(stores: Stores, clock: () => Date) {
  return (tenantId: TenantId) => ({
    ledger: stores.budget,
    allowance: () => allowanceOf(stores, tenantId),
    clock,
  });
}

async function allowanceOf(stores: Stores, tenantId: TenantId): Promise<AccountAllowance> {
  const [{ dailyCalls }, { timeZone }] = await Promise.all([
    stores.settings.load(tenantId),
    stores.tenants.loadTenant(tenantId),
  ]);
  return { dailyCalls, timeZone };
}

export function connectTools(parts: Parts): ConnectTools {
  const { crm, stores, report, options } = parts;
  const { tenants, connections } = stores;
  return {
    vendor: 'hubspot',
    authorizer: crm.authorizer,
    directoryOf: crm.directoryWith,
    features: HUBSPOT_FEATURES,
    readerVersion: READER_VERSION,
    clock: options.clock,
    afterConnect: afterConnect(parts),
    ...{ tenants, connections, report },
  };
}

export function disconnectTools({ crm, stores }: Parts): DisconnectTools {
  const { authorizer, tokens } = crm;
  const { connections, works } = stores;
  const parkWork = (tenantId: TenantId) => works.parkTenant(tenantId);
  return { ...tokens, authorizer, connections, parkWork };
}
