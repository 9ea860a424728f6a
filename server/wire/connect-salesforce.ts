import type { TenantId } from '../../shared/ids.ts';
import { createDirectory } from '../crm/salesforce/account.ts';
import { createClient, type SalesforceOptions } from '../crm/salesforce/client.ts';
import { createSalesforce } from '../crm/salesforce/index.ts';
import { locateText } from '../crm/salesforce/locate.ts';
import { PIPELINE_ID } from '../crm/salesforce/map-in.ts';
import { createAuthorizer } from '../crm/salesforce/oauth.ts';
import { createFieldBook, type FieldBook } from '../crm/salesforce/reading/readable-fields.ts';
import { SALESFORCE_FEATURES } from '../crm/salesforce/scopes.ts';
import type { SalesforceSettings } from '../require-salesforce.ts';
import { loadAccess, refuseToken, type StoredTokens } from '../sync/connection/access-token.ts';
import type { Lane } from '../sync/limits/day-budget.ts';
import { CRM_TIMEOUT_MS, NO_METER, OAUTH_TIMEOUT_MS, type CrmGround } from './crm-ground.ts';
import { callbackPath } from './oauth-paths.ts';
import type { VendorCrm } from './vendor-crm.ts';

export function connectSalesforce(settings: SalesforceSettings, ground: CrmGround): VendorCrm {
  const { loginUrl, publicOrigin, clientId, clientSecret } = settings;
  const redirectUri = `${publicOrigin}${callbackPath('salesforce')}`;
  const app = { loginUrl, clientId, clientSecret, redirectUri };
  const authorizer = createAuthorizer({ ...app, timeoutMs: OAUTH_TIMEOUT_MS });
  const tokens = ground.tokensWith(authorizer);
  const accessOf = ({
    accessToken,
    apiOrigin,
  }: Pick<StoredTokens, 'accessToken' | 'apiOrigin'>) => ({
    token: accessToken,
    apiOrigin: apiOrigin ?? loginUrl,
  });
  const optionsOf = (tenantId: TenantId, lane: Lane = 'visitor'): SalesforceOptions => ({
    access: async (refused) => accessOf(await loadAccess(tokens, tenantId, refused)),
    refuse: (token) => refuseToken(tokens, tenantId, token),
    meter: ground.meterOf(tenantId, lane),
    timeoutMs: CRM_TIMEOUT_MS,
  });
  const fieldsOf = rememberFields();
  return {
    ...{ vendor: 'salesforce', name: 'Salesforce', authorizer, tokens },
    afterInstall:
      'Thank you. Tonight Attune reads Salesforce for the first time. Place the card on your record pages in the App Builder; from tomorrow morning it has something to say.',
    features: SALESFORCE_FEATURES,
    portOf: (tenantId, lane) =>
      createSalesforce({
        ...optionsOf(tenantId, lane),
        fields: fieldsOf(tenantId),
        clock: ground.clock,
      }),
    directoryOf: (tenantId) => createDirectory(createClient(optionsOf(tenantId))),
    directoryWith: (fresh) => {
      const access = () => Promise.resolve(accessOf(fresh));
      return createDirectory(createClient({ access, meter: NO_METER, timeoutMs: CRM_TIMEOUT_MS }));
    },
    locate: locateText,
    pipelinesAtInstall: [PIPELINE_ID],
    dealsUrl: () => null,
  };
}

/** Which fields an org hides is asked once in a process. */
function rememberFields(): (tenantId: TenantId) => FieldBook {
  const books = new Map<TenantId, FieldBook>();
  return (tenantId) => {
    const book = books.get(tenantId) ?? createFieldBook();
    books.set(tenantId, book);
    return book;
  };
}
