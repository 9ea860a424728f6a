import type { TenantId } from '../../shared/ids.ts';
import type { Log } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Enqueue, Ensure } from '../queue/enqueue.ts';
import type { JobName } from '../queue/jobs.ts';
import type { ReportError } from '../queue/report-sparingly.ts';
import { workIdOf } from '../queue/work-id.ts';
import type { HubSpotSettings } from '../require-hubspot.ts';
import type { SalesforceSettings } from '../require-salesforce.ts';
import type { Stores } from '../store/open-stores.ts';
import type { DatabaseUrls } from '../store/prepare-database.ts';
import type { Reader } from '../sync/read-activity-page.ts';
import type { ConnectedCrm } from './crm/vendor-crm.ts';

export interface WireOptions {
  readonly databases: DatabaseUrls;
  readonly redisUrl: string | null;
  readonly credentialKey: Buffer;
  readonly formerKeys?: readonly Buffer[];
  readonly hubspot: HubSpotSettings;
  /** Absent: no Salesforce account is served. */
  readonly salesforce?: SalesforceSettings | null;
  readonly clock: () => Date;
  readonly log: Log;
  /** Threads that read texts; absent: one a core; 0: everything is read in the calling thread. */
  readonly readerThreads?: number | undefined;
  readonly operations?: {
    /** Opens /health and /metrics to callers from elsewhere; absent: to none. */
    readonly metricsToken?: string | undefined;
    /** Told when an account needs reconnecting; absent: nobody is. */
    readonly webhookUrl?: string | undefined;
  };
}

/** What everything else is built from. */
export interface Parts {
  readonly options: WireOptions;
  readonly stores: Stores;
  readonly report: ReportError;
  readonly enqueue: Enqueue;
  readonly ensure: Ensure;
  readonly reader: Reader;
  /** Absent: nothing is counted. */
  readonly metrics?: Metrics;
  readonly crm: ConnectedCrm;
}

/** Work that a tenant has only once: ringing it twice is one piece of work. */
export function ring({ enqueue }: Parts, kind: JobName, tenantId: TenantId): Promise<void> {
  return enqueue({ workId: workIdOf(kind, tenantId), tenantId, kind });
}
