import type { Route } from '../http/route.ts';
import { getCallbackRoute } from '../http/routes/oauth/get-callback.ts';
import { getInstallRoute } from '../http/routes/oauth/get-install.ts';
import { createInstallStates } from '../http/routes/oauth/install-state.ts';
import { connectAccount } from '../sync/connection/connect-account.ts';
import { connectTools } from './crm/connect-crm.ts';
import type { Parts } from './parts.ts';
import { callbackPath, installPath } from './oauth-paths.ts';
import type { VendorCrm } from './crm/vendor-crm.ts';

/** How an account is connected: there, to the CRM, and back; one pair of addresses a vendor. */
export function oauthRoutes(parts: Parts): readonly Route[] {
  return parts.crm.vendors.flatMap((crm) => routesOf(parts, crm));
}

function routesOf(parts: Parts, crm: VendorCrm): readonly Route[] {
  const { clock, credentialKey } = parts.options;
  const states = createInstallStates(credentialKey);
  const install = installPath(crm.vendor);
  return [
    getInstallRoute({ path: install, authorizer: crm.authorizer, states, clock }),
    getCallbackRoute({
      path: callbackPath(crm.vendor),
      words: { crm: crm.name, installPath: install, next: crm.afterInstall },
      connect: (request) => connectAccount(connectTools(parts, crm), request),
      report: parts.report,
      ...{ states, clock },
    }),
  ];
}
