import type { TenantId } from '../../shared/ids.ts';
import type { CrmAuthorizer, CrmPort } from '../crm/port.ts';
import type { Log } from '../observe/log.ts';
import type { Enqueue } from '../queue/enqueue.ts';
import type { JobName } from '../queue/jobs.ts';
import type { ReportError } from '../queue/report-sparingly.ts';
import { workIdOf } from '../queue/work-id.ts';
import type { HubSpotSettings } from '../require-hubspot.ts';
import type { Stores } from '../store/open-stores.ts';
import type { DatabaseUrls } from '../store/prepare-database.ts';

export interface WireOptions {
  readonly databases: DatabaseUrls;
  readonly redisUrl: string | null;
  readonly credentialKey: Buffer;
  readonly hubspot: HubSpotSettings;
  readonly clock: () => Date;
  readonly log: Log;
}

/** What everything else is built from. */
export interface Parts {
  readonly options: WireOptions;
  readonly stores: Stores;
  readonly report: ReportError;
  readonly enqueue: Enqueue;
  readonly crm: {
    readonly authorizer: CrmAuthorizer;
    readonly portOf: (tenantId: TenantId) => CrmPort;
  };
}

/** Work that a tenant has only once: ringing it twice is one piece of work. */
export function ring({ enqueue }: Parts, kind: JobName, tenantId: TenantId): Promise<void> {
  return enqueue({ workId: workIdOf(kind, tenantId), tenantId, kind });
}
