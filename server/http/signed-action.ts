import type { z } from 'zod';
import type { TenantId } from '../../shared/ids.ts';
import type { CrmCardRequest } from '../crm/requests.ts';
import { findTenant } from './find-tenant.ts';
import type { FirstAnswers, TenantLookup } from './port.ts';
import type { Route } from './route.ts';

export interface SignedActionTools {
  readonly cardRequest: CrmCardRequest;
  readonly tenants: TenantLookup;
  readonly firstAnswers: FirstAnswers;
  readonly clock: () => Date;
}

/** An endpoint's contract, as shared/api/ tells it. */
interface ActionContract<Body, Answer extends object> {
  readonly method: 'POST';
  readonly path: string;
  readonly body: z.ZodType<Body>;
  readonly response: z.ZodType<Answer>;
}

/** Who acts comes from the signed query only, never from a body. */
export interface Actor {
  readonly tenantId: TenantId;
  readonly userId: string;
}

/**
 * What a card may ask for beyond looking. A signed request that is repeated within its five minutes gets the first
 * answer and does nothing; the same signature with another body does not verify. What failed is not kept: it may be
 * repeated until it works.
 */
export function signedAction<Body, Answer extends object>(
  { cardRequest, tenants, firstAnswers, clock }: SignedActionTools,
  contract: ActionContract<Body, Answer>,
  act: (actor: Actor, body: Body) => Promise<Answer>,
): Route {
  return {
    method: contract.method,
    path: contract.path,
    async handle(request) {
      const { requestKey, userId, accountId } = cardRequest.verify(request.raw);
      const tenantId = (await findTenant(tenants, { accountId })).id;
      const known = await firstAnswers.find(tenantId, requestKey);
      if (known !== null) return { status: 200, json: known };
      const body = contract.body.parse(request.json());
      const json = contract.response.parse(await act({ tenantId, userId }, body));
      const at = clock().toISOString();
      return { status: 200, json: await firstAnswers.keep(tenantId, requestKey, { json, at }) };
    },
  };
}
