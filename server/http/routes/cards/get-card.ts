import { getCard } from '../../../../shared/api/get-card.ts';
import type { CrmCardRequest } from '../../../crm/requests.ts';
import type { ViewCard } from '../../../insight/view/view-card.ts';
import { findTenant } from '../../find-tenant.ts';
import type { TenantLookup } from '../../port.ts';
import type { Route } from '../../route.ts';

export interface GetCardTools {
  readonly cardRequest: CrmCardRequest;
  readonly tenants: TenantLookup;
  readonly viewCard: ViewCard;
}

export function getCardRoute({ cardRequest, tenants, viewCard }: GetCardTools): Route {
  return {
    method: getCard.method,
    path: getCard.path,
    async handle(request) {
      const viewer = cardRequest.verify(request.raw);
      const { recordKind, recordId } = getCard.params.parse(request.params);
      const { choice } = getCard.query.parse(request.query);
      const tenant = await findTenant(tenants, viewer);
      const record = { kind: recordKind, id: recordId };
      const card = await viewCard(tenant.id, {
        record,
        choice: choice ?? null,
        viewerUserId: viewer.userId,
      });
      return {
        status: 200,
        json: getCard.response.parse({ card, tenantTimeZone: tenant.timeZone }),
      };
    },
  };
}
