import type { TenantId } from '../../../shared/ids.ts';
import { buildTouched, type BuildTools } from '../../insight/build-touched.ts';
import type { Handler } from '../worker.ts';

export interface BuildCardsTools extends BuildTools {
  /** What the CRM itself keeps of cards follows. */
  readonly ringInsights: (tenantId: TenantId) => Promise<void>;
}

export function handleBuildCards({ ringInsights, ...tools }: BuildCardsTools): Handler {
  return async ({ tenantId }) => {
    const { more } = await buildTouched(tools, tenantId);
    if (more) return { then: 'again', inMs: 0 };
    await ringInsights(tenantId);
    return { then: 'done' };
  };
}
