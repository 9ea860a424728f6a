import { AppError } from '../../shared/errors.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { CallMeter, CallPolicy } from '../crm/port.ts';

export interface BucketPolicy {
  readonly name: string;
  readonly capacity: number;
  readonly perSecond: number;
}

/**
 * 80 % of what HubSpot allows a public app in each account: 110 calls in 10 s, and 5 searches a second that it shares
 * with every other app (research: usage guidelines, recorded headers, 2026-11). Capacity plus refill stays within the
 * limit in any stretch of ten seconds.
 */
const POLICIES: Readonly<Record<CallPolicy, BucketPolicy>> = {
  ten_secondly: { name: 'ten_secondly', capacity: 20, perSecond: 6.8 },
  search_secondly: { name: 'search_secondly', capacity: 1, perSecond: 3 },
};

/** What the meter needs of the store. Implemented by store/budget-store.ts. */
export interface BudgetLedger {
  take(
    tenantId: TenantId,
    policy: BucketPolicy,
  ): Promise<
    { readonly granted: true } | { readonly granted: false; readonly retryAfterMs: number }
  >;
  block(tenantId: TenantId, policy: BucketPolicy, forMs: number): Promise<void>;
}

export interface MeterOptions {
  readonly ledger: BudgetLedger;
  /** A wait this short is slept through; anything longer is the queue's, by `wait`. */
  readonly patienceMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Takes a token in Postgres before each call, so that all workers on all machines share one tenant's budget. */
export function createBudgetedMeter(tenantId: TenantId, options: MeterOptions): CallMeter {
  const { ledger, patienceMs, sleep, report } = options;
  return {
    async take(policy) {
      for (;;) {
        const taken = await ledger.take(tenantId, POLICIES[policy]);
        if (taken.granted) return;
        if (taken.retryAfterMs > patienceMs) throw nothingLeft(tenantId, taken.retryAfterMs);
        await sleep(taken.retryAfterMs);
      }
    },
    seen(policy, { retryAfterMs }) {
      if (retryAfterMs === null) return;
      ledger.block(tenantId, POLICIES[policy], retryAfterMs).catch(report);
    },
  };
}

function nothingLeft(tenantId: TenantId, retryAfterMs: number): AppError {
  return new AppError(
    'crm_rate_limited',
    `Tenant ${tenantId} may make no CRM call for another ${Math.ceil(retryAfterMs / 1000)} s; the work goes on by itself then.`,
    { recovery: 'wait', retryAfterMs },
  );
}
