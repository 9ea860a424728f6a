import type { TenantId } from '../../../shared/ids.ts';
import type { Vendor } from '../../../shared/vocabulary.ts';
import type { CrmAuthorizer, CrmTokens } from '../../crm/authorizer.ts';
import type { CrmDirectory, CrmFeature, CrmPort } from '../../crm/port.ts';
import type { Locate } from '../../insight/payload/pointer-table.ts';
import type { AccessTokenTools } from '../../sync/connection/access-token.ts';
import type { CallShare } from './crm-ground.ts';
import type { Lane } from '../../sync/limits/day-budget.ts';

export interface Hearing {
  /** What was told waits in the inbox. */
  readonly settleSoon: (tenantId: TenantId) => Promise<void>;
  readonly report: (error: unknown) => void;
  readonly signal: AbortSignal;
}

export type ListenTo = (tenantId: TenantId, hearing: Hearing) => Promise<void>;

/** One vendor's CRM, connected: all that the rest of the product asks of it. */
export interface VendorCrm {
  readonly vendor: Vendor;
  /** As people call it. */
  readonly name: string;
  /** What comes next, for whoever has just installed. */
  readonly afterInstall: string;
  readonly authorizer: CrmAuthorizer;
  readonly features: readonly CrmFeature[];
  readonly tokens: AccessTokenTools;
  /** For a visitor, unless it is the night that calls. */
  readonly portOf: (tenantId: TenantId, lane?: Lane) => Promise<CrmPort>;
  readonly directoryOf: (tenantId: TenantId) => Promise<CrmDirectory>;
  /** With a token that is not stored yet, at an install; these few calls count in no budget. */
  readonly directoryWith: (tokens: CrmTokens) => CrmDirectory;
  /** What we take of the account's daily calls, where the CRM counts those of all apps together. */
  readonly callShare: CallShare;
  /** Where an activity's words stand, for records of ours in the account; null: it has none. */
  readonly locate: Locate | null;
  /** Read from the first night on; null: an admin chooses pipelines on the settings page. */
  readonly pipelinesAtInstall: readonly string[] | null;
  /** Hears of changes as they happen, until it is told to end; null: the CRM has no such stream. Never throws. */
  readonly listenTo: ListenTo | null;
  /** Where people of the account find their deals; null: we cannot tell. */
  readonly dealsUrl: (accountId: string) => string | null;
}

/** The CRMs of all vendors that this server has credentials for; which one a tenant has, its row tells. */
export interface ConnectedCrm {
  readonly vendors: readonly VendorCrm[];
  readonly vendorOf: (tenantId: TenantId) => Promise<VendorCrm>;
  readonly portOf: (tenantId: TenantId, lane?: Lane) => Promise<CrmPort>;
  readonly directoryOf: (tenantId: TenantId) => Promise<CrmDirectory>;
  /** What the night asks of the limits and the key, past the port. */
  readonly isBudgetSpent: (tenantId: TenantId) => Promise<boolean>;
  readonly knock: (tenantId: TenantId) => Promise<void>;
}
