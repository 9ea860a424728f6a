import { z } from 'zod';
import type { CrmAuthorizer } from '../../../crm/authorizer.ts';
import type { Route } from '../../route.ts';
import type { InstallStates } from './install-state.ts';
import { setNonceCookie } from './nonce-cookie.ts';

export interface GetInstallTools {
  readonly path: string;
  readonly authorizer: Pick<CrmAuthorizer, 'authorizeUrl'>;
  readonly states: InstallStates;
  readonly clock: () => Date;
}

/** `?account=4242`: to connect exactly this account again. */
const Query = z.object({
  account: z
    .string()
    .regex(/^\w{1,40}$/)
    .optional(),
});

/** Sends the browser to the CRM, where an admin agrees. Anyone may come here: only the CRM's admin can agree. */
export function getInstallRoute({ path, authorizer, states, clock }: GetInstallTools): Route {
  return {
    method: 'GET',
    path,
    handle(request) {
      const { account: accountId = null } = Query.parse(request.query);
      const { nonce, ...issued } = states.issue({ accountId }, clock());
      const location = authorizer.authorizeUrl({ ...issued, accountId });
      return { status: 302, headers: { location, 'set-cookie': setNonceCookie(nonce) } };
    },
  };
}
