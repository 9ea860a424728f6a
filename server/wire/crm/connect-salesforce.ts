import type { TenantId } from '../../../shared/ids.ts';
import type { CrmAuthorizer } from '../../crm/authorizer.ts';
import { createDirectory } from '../../crm/salesforce/account.ts';
import { createClient, type SalesforceOptions } from '../../crm/salesforce/client.ts';
import { createSalesforce } from '../../crm/salesforce/index.ts';
import { locateText } from '../../crm/salesforce/locate.ts';
import { createAuthorizer } from '../../crm/salesforce/oauth.ts';
import { rememberOrgs } from '../../crm/salesforce/reading/org-memory.ts';
import { PIPELINES } from '../../crm/salesforce/objects.ts';
import { SALESFORCE_FEATURES } from '../../crm/salesforce/scopes.ts';
import type { SalesforceSettings } from '../../require-salesforce.ts';
import { loadAccessToken, refuseToken, StoredTokens } from '../../sync/connection/access-token.ts';
import type { Lane } from '../../sync/limits/day-budget.ts';
import { CRM_TIMEOUT_MS, NO_METER, OAUTH_TIMEOUT_MS, type CrmGround } from './crm-ground.ts';
import { listenToOrg } from '../events/listen-to-org.ts';
import { callbackPath } from '../oauth-paths.ts';
import type { VendorCrm } from './vendor-crm.ts';

/** Of the calls that an org's day leaves over; the others are for the customer's own apps. */
const CALL_SHARE = 0.2;

export function connectSalesforce(settings: SalesforceSettings, ground: CrmGround): VendorCrm {
  const { signInUrl } = settings;
  const { clock } = ground;
  const authorizer = authorizerOf(settings, clock);
  const tokens = ground.tokensWith(authorizer);
  const memoryOf = rememberOrgs();
  const optionsOf = async (tenantId: TenantId, lane: Lane): Promise<SalesforceOptions> => ({
    baseUrl: (await originOf(ground, tenantId)) ?? signInUrl,
    accessToken: (refused) => loadAccessToken(tokens, tenantId, refused),
    refuse: (token) => refuseToken(tokens, tenantId, token),
    meter: ground.meterOf(tenantId, lane, CALL_SHARE),
    timeoutMs: CRM_TIMEOUT_MS,
  });
  return {
    ...{ vendor: 'salesforce', name: 'Salesforce', authorizer, tokens },
    afterInstall:
      'Thank you. Tonight Attune reads Salesforce for the first time. Place the card on your record pages in the App Builder; from tomorrow morning it has something to say.',
    features: SALESFORCE_FEATURES,
    portOf: async (tenantId, lane = 'visitor') =>
      createSalesforce({
        ...(await optionsOf(tenantId, lane)),
        ...{ clock, memory: memoryOf(tenantId) },
      }),
    directoryOf: async (tenantId) => {
      const options = await optionsOf(tenantId, 'visitor');
      return createDirectory(createClient(options), options.baseUrl);
    },
    directoryWith: ({ accessToken, apiOrigin }) => {
      const baseUrl = apiOrigin ?? signInUrl;
      const fresh = { baseUrl, accessToken: () => Promise.resolve(accessToken) };
      const unmetered = { ...fresh, meter: NO_METER, timeoutMs: CRM_TIMEOUT_MS };
      return createDirectory(createClient(unmetered), baseUrl);
    },
    callShare: CALL_SHARE,
    locate: locateText,
    pipelinesAtInstall: PIPELINES.map(({ id }) => id),
    listenTo: listenToOrg(settings, ground, tokens),
    dealsUrl: () => null,
  };
}

/** Where the org answers, as its tokens say; null: it has none that could be read. */
async function originOf({ stores }: CrmGround, tenantId: TenantId): Promise<string | null> {
  const connection = await stores.connections.load(tenantId);
  return StoredTokens.safeParse(connection?.credentials).data?.apiOrigin ?? null;
}

function authorizerOf(
  { signInUrl, publicOrigin, clientId, clientSecret }: SalesforceSettings,
  clock: () => Date,
): CrmAuthorizer {
  const redirectUri = `${publicOrigin}${callbackPath('salesforce')}`;
  const app = { signInUrl, clientId, clientSecret, redirectUri };
  return createAuthorizer({ ...app, timeoutMs: OAUTH_TIMEOUT_MS, clock });
}
