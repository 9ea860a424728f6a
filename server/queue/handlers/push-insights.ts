import type { TenantId } from '../../../shared/ids.ts';
import { pushInsights, type InsightTools } from '../../sync/insights/push-insights.ts';
import type { Handler } from '../worker.ts';

export interface PushInsightsTools {
  /** Null: this CRM has no records of ours. */
  readonly toolsFor: (tenantId: TenantId) => Promise<InsightTools | null>;
}

export function handlePushInsights({ toolsFor }: PushInsightsTools): Handler {
  return async ({ tenantId }) => {
    const tools = await toolsFor(tenantId);
    const more = tools !== null && (await pushInsights(tools, tenantId));
    return more ? { then: 'again', inMs: 0 } : { then: 'done' };
  };
}
