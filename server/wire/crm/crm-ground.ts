import type { TenantId } from '../../../shared/ids.ts';
import type { CrmAuthorizer } from '../../crm/authorizer.ts';
import type { CallMeter, CallPolicy } from '../../crm/port.ts';
import type { ReportError } from '../../queue/report-sparingly.ts';
import type { Stores } from '../../store/open-stores.ts';
import {
  createBudgetedMeter,
  isBudgetSpent,
  type AccountAllowance,
} from '../../sync/budgeted-meter.ts';
import type { AccessTokenTools } from '../../sync/connection/access-token.ts';
import type { Lane } from '../../sync/limits/day-budget.ts';

export const CRM_TIMEOUT_MS = 30_000;
/** Well within the lease of a token's renewal. */
export const OAUTH_TIMEOUT_MS = 20_000;
/** Until there is a tenant, there is no budget: an install is five calls. */
export const NO_METER: CallMeter = { take: () => Promise.resolve(), seen: () => undefined };

/** Of what an account's day leaves over; null: the admin's number of calls alone. */
export type CallShare = number | null;

export type CallSeen = (policy: CallPolicy, status: number) => void;

/** What every vendor's CRM is connected with: stores, budgets and keys are the same for all. */
export interface CrmGround {
  readonly stores: Stores;
  readonly clock: () => Date;
  readonly tokensWith: (authorizer: CrmAuthorizer) => AccessTokenTools;
  readonly meterOf: (tenantId: TenantId, lane: Lane, share: CallShare) => CallMeter;
  readonly isBudgetSpent: (tenantId: TenantId, share: CallShare) => Promise<boolean>;
}

export interface GroundOptions {
  readonly clock: () => Date;
  readonly report: ReportError;
  readonly callSeen?: CallSeen | undefined;
}

export function layGround(stores: Stores, options: GroundOptions): CrmGround {
  const { clock, report, callSeen } = options;
  const limits = (tenantId: TenantId, share: CallShare) => ({
    ledger: stores.budget,
    allowance: () => allowanceOf(stores, tenantId, share),
    clock,
  });
  return {
    ...{ stores, clock },
    tokensWith: (authorizer) => ({
      ...{ connections: stores.connections, authorizer, clock },
      random: Math.random,
    }),
    meterOf: (tenantId, lane, share) => {
      const options = { ...limits(tenantId, share), lane, report };
      return observeMeter(createBudgetedMeter(tenantId, options), callSeen);
    },
    isBudgetSpent: (tenantId, share) => isBudgetSpent(tenantId, limits(tenantId, share)),
  };
}

function observeMeter(meter: CallMeter, callSeen: CallSeen | undefined): CallMeter {
  if (callSeen === undefined) return meter;
  return {
    ...meter,
    seen: (policy, result) => {
      callSeen(policy, result.status);
      meter.seen(policy, result);
    },
  };
}

/** An admin's word on the share goes before the usual one; where nothing is shared there is none to have. */
async function allowanceOf(
  stores: Stores,
  tenantId: TenantId,
  share: CallShare,
): Promise<AccountAllowance> {
  const [{ dailyCalls }, { timeZone, callShare }] = await Promise.all([
    stores.settings.load(tenantId),
    stores.tenants.loadTenant(tenantId),
  ]);
  return { dailyCalls, timeZone, share: share === null ? null : (callShare ?? share) };
}
