import type { TenantId } from '../../../shared/ids.ts';
import { createDirectory } from '../../crm/hubspot/account.ts';
import { createClient, type HubSpotOptions } from '../../crm/hubspot/client.ts';
import { createHubSpot } from '../../crm/hubspot/index.ts';
import { createAuthorizer } from '../../crm/hubspot/oauth.ts';
import { HUBSPOT_FEATURES } from '../../crm/hubspot/scopes.ts';
import { dealsUrl } from '../../crm/hubspot/web-address.ts';
import type { CrmAuthorizer } from '../../crm/authorizer.ts';
import type { HubSpotSettings } from '../../require-hubspot.ts';
import type { Stores } from '../../store/open-stores.ts';
import { loadAccessToken, refuseToken } from '../../sync/connection/access-token.ts';
import type { Lane } from '../../sync/limits/day-budget.ts';
import { CRM_TIMEOUT_MS, NO_METER, OAUTH_TIMEOUT_MS, type CrmGround } from './crm-ground.ts';
import { callbackPath } from '../oauth-paths.ts';
import type { VendorCrm } from './vendor-crm.ts';

export function connectHubSpot(hubspot: HubSpotSettings, ground: CrmGround): VendorCrm {
  const { baseUrl } = hubspot;
  const authorizer = authorizerOf(hubspot);
  const tokens = ground.tokensWith(authorizer);
  const optionsOf = (tenantId: TenantId, lane: Lane = 'visitor'): HubSpotOptions => ({
    baseUrl,
    accessToken: (refused) => loadAccessToken(tokens, tenantId, refused),
    refuse: (token) => refuseToken(tokens, tenantId, token),
    meter: ground.meterOf(tenantId, lane, null),
    timeoutMs: CRM_TIMEOUT_MS,
  });
  const unmetered = { baseUrl, meter: NO_METER, timeoutMs: CRM_TIMEOUT_MS };
  return {
    ...{ vendor: 'hubspot', name: 'HubSpot', authorizer, tokens },
    afterInstall:
      'Thank you. Nothing is read yet: choose in Attune’s settings whose pipelines it should read, and place the card on your deals.',
    features: HUBSPOT_FEATURES,
    portOf: (tenantId, lane) =>
      Promise.resolve(
        createHubSpot({ ...optionsOf(tenantId, lane), ...wantsOf(ground.stores, tenantId) }),
      ),
    directoryOf: (tenantId) => Promise.resolve(createDirectory(createClient(optionsOf(tenantId)))),
    directoryWith: ({ accessToken }) =>
      createDirectory(
        createClient({ ...unmetered, accessToken: () => Promise.resolve(accessToken) }),
      ),
    callShare: null,
    locate: null,
    pipelinesAtInstall: null,
    listenTo: null,
    dealsUrl,
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
    redirectUri: `${publicOrigin}${callbackPath('hubspot')}`,
    timeoutMs: OAUTH_TIMEOUT_MS,
  });
}
