import { setTimeout as sleep } from 'node:timers/promises';
import { createHubSpot } from '../crm/hubspot/index.ts';
import { createAuthorizer } from '../crm/hubspot/oauth.ts';
import { READER_VERSION } from '../inference/reading.ts';
import type { ReportError } from '../queue/report-sparingly.ts';
import type { Stores } from '../store/open-stores.ts';
import { loadAccessToken } from '../sync/access-token.ts';
import { createBudgetedMeter } from '../sync/budgeted-meter.ts';
import type { ConnectTools } from '../sync/connect-account.ts';
import type { Parts, WireOptions } from './parts.ts';

const CRM_TIMEOUT_MS = 30_000;
/** Shorter waits for the budget are slept through, so that a page that is half read need not be read again. */
const PATIENCE_MS = 2_000;

export function connectCrm(
  { hubspot, clock }: WireOptions,
  stores: Stores,
  report: ReportError,
): Parts['crm'] {
  const { baseUrl, clientId, clientSecrets, publicOrigin } = hubspot;
  const authorizer = createAuthorizer({
    baseUrl,
    clientId,
    clientSecret: clientSecrets[0],
    redirectUri: `${publicOrigin}/oauth/hubspot/callback`,
    timeoutMs: CRM_TIMEOUT_MS,
  });
  const tokens = { connections: stores.connections, authorizer, clock, sleep };
  return {
    authorizer,
    portOf: (tenantId) =>
      createHubSpot({
        baseUrl,
        accessToken: () => loadAccessToken(tokens, tenantId),
        meter: createBudgetedMeter(tenantId, {
          ledger: stores.budget,
          patienceMs: PATIENCE_MS,
          sleep,
          report,
        }),
        timeoutMs: CRM_TIMEOUT_MS,
      }),
  };
}

export function connectTools({ crm, stores, options: { clock } }: Parts): ConnectTools {
  const { tenants, connections } = stores;
  return { authorizer: crm.authorizer, tenants, connections, readerVersion: READER_VERSION, clock };
}
