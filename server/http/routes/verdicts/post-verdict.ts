import { postVerdict, type PostVerdictBody } from '../../../../shared/api/post-verdict.ts';
import type { TenantId } from '../../../../shared/ids.ts';
import type { CrmCardRequest } from '../../../crm/port.ts';
import { findTenant, type TenantLookup } from '../../find-tenant.ts';
import type { Route } from '../../route.ts';

export interface PostVerdictTools {
  readonly cardRequest: CrmCardRequest;
  readonly tenants: TenantLookup;
  /** Keeps the verdict and rebuilds the cards it touches before it returns. */
  readonly saveVerdict: (
    tenantId: TenantId,
    verdict: PostVerdictBody,
    viewerUserId: string,
  ) => Promise<void>;
}

export function postVerdictRoute({ cardRequest, tenants, saveVerdict }: PostVerdictTools): Route {
  return {
    method: postVerdict.method,
    path: postVerdict.path,
    async handle(request) {
      const viewer = cardRequest.verify(request.raw);
      const verdict = postVerdict.body.parse(request.json());
      const tenant = await findTenant(tenants, viewer);
      await saveVerdict(tenant.id, verdict, viewer.userId);
      return { status: 200, json: postVerdict.response.parse({ saved: true }) };
    },
  };
}
