import type { CrmNotice, CrmWebhook } from '../../../crm/requests.ts';
import type { TenantId } from '../../../../shared/ids.ts';
import type { TenantLookup } from '../../port.ts';
import type { Route } from '../../route.ts';

export interface PostHubSpotTools {
  readonly webhook: CrmWebhook;
  readonly tenants: TenantLookup;
  /** Stores each notice once and rings the doorbell; never reads the CRM. */
  readonly takeNotices: (tenantId: TenantId, notices: readonly CrmNotice[]) => Promise<void>;
}

/** Answers as soon as the notices are safe. An account we do not serve is answered 200, or HubSpot would send it again. */
export function postHubSpotRoute({ webhook, tenants, takeNotices }: PostHubSpotTools): Route {
  return {
    method: 'POST',
    path: '/webhooks/hubspot',
    async handle(request) {
      const notices = webhook.verifyAndParse(request.raw);
      for (const [accountId, ofAccount] of Map.groupBy(notices, (notice) => notice.accountId)) {
        const tenant = await tenants.find(accountId);
        if (tenant) await takeNotices(tenant.id, ofAccount);
      }
      return { status: 200 };
    },
  };
}
