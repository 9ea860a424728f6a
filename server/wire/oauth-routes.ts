import type { Route } from '../http/route.ts';
import { getCallbackRoute } from '../http/routes/oauth/get-callback.ts';
import { getInstallRoute } from '../http/routes/oauth/get-install.ts';
import { createInstallStates } from '../http/routes/oauth/install-state.ts';
import { connectAccount } from '../sync/connection/connect-account.ts';
import { connectTools } from './connect-crm.ts';
import type { Parts } from './parts.ts';
import { CALLBACK_PATH, INSTALL_PATH } from './oauth-paths.ts';

/** How an account is connected: there, to the CRM, and back. */
export function oauthRoutes(parts: Parts): readonly Route[] {
  const { clock, credentialKey } = parts.options;
  const states = createInstallStates(credentialKey);
  return [
    getInstallRoute({ path: INSTALL_PATH, authorizer: parts.crm.authorizer, states, clock }),
    getCallbackRoute({
      path: CALLBACK_PATH,
      words: { crm: 'HubSpot', installPath: INSTALL_PATH },
      connect: (request) => connectAccount(connectTools(parts), request),
      report: parts.report,
      ...{ states, clock },
    }),
  ];
}
