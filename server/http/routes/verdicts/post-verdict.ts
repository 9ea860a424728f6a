import { postVerdict } from '../../../../shared/api/post-verdict.ts';
import type { CrmCardRequest } from '../../../crm/port.ts';
import type { SaveVerdict } from '../../../insight/save-verdict.ts';
import { findTenant } from '../../find-tenant.ts';
import type { TenantLookup } from '../../port.ts';
import type { Route } from '../../route.ts';

export interface PostVerdictTools {
  readonly cardRequest: CrmCardRequest;
  readonly tenants: TenantLookup;
  readonly saveVerdict: SaveVerdict;
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
