import { type RawBuilder, sql } from 'kysely';
import type { TenantId } from '../../shared/ids.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

/** In any stretch of t seconds at most `capacity + perSecond × t` calls go out. */
export interface BucketPolicy {
  readonly name: string;
  readonly capacity: number;
  readonly perSecond: number;
}

export type Take =
  { readonly granted: true } | { readonly granted: false; readonly retryAfterMs: number };

/** API calls of a tenant, by the CRM's own policies; shared by every worker on every machine. */
export interface BudgetStore {
  /** One call: takes a token and counts it, or says when to ask again. */
  take(tenantId: TenantId, policy: BucketPolicy): Promise<Take>;
  /** The CRM refused for a limit: nobody asks before this long. */
  block(tenantId: TenantId, policy: BucketPolicy, forMs: number): Promise<void>;
  /** Calls ever made, all policies together. */
  countCalls(tenantId: TenantId): Promise<number>;
}

/** `now` is Postgres's own clock, one for all machines; tests give theirs. */
export function createBudgetStore(
  inTenant: UnitOfWork,
  now: () => RawBuilder<unknown> = () => sql`clock_timestamp()`,
): BudgetStore {
  return {
    take: (tenantId, policy) => inTenant(tenantId, (scope) => take(scope, policy, now())),
    block: (tenantId, policy, forMs) =>
      inTenant(tenantId, (scope) =>
        block(scope, policy, sql`${now()} + ${forMs} * interval '1 ms'`),
      ),
    countCalls: (tenantId) => inTenant(tenantId, countCalls),
  };
}

interface BucketState {
  readonly tokens: number;
  readonly blockedMs: number | null;
}

/** The row is made full on first use; then one statement refills, takes and counts. */
async function take(
  scope: TenantScope,
  policy: BucketPolicy,
  now: RawBuilder<unknown>,
): Promise<Take> {
  await fillOnFirstUse(scope, policy, now);
  const { tenantId, trx } = scope;
  const refilled = refill(policy, now);
  const { rows } = await sql`
    update api_budget set tokens = ${refilled} - 1, refilled_at = ${now}, calls = calls + 1
    where tenant_id = ${tenantId} and policy = ${policy.name}
      and ${refilled} >= 1 and coalesce(blocked_until <= ${now}, true)
    returning 1
  `.execute(trx);
  return rows.length === 1 ? { granted: true } : whenAgain(scope, policy, now);
}

/** A clock that steps back refills nothing. */
function refill({ capacity, perSecond }: BucketPolicy, now: RawBuilder<unknown>) {
  return sql`least(${capacity}::float8,
    tokens + ${perSecond}::float8 * greatest(0, extract(epoch from ${now} - refilled_at)))`;
}

async function fillOnFirstUse(
  { tenantId, trx }: TenantScope,
  policy: BucketPolicy,
  now: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into api_budget (tenant_id, policy, tokens, refilled_at)
    values (${tenantId}, ${policy.name}, ${policy.capacity}, ${now})
    on conflict do nothing
  `.execute(trx);
}

async function whenAgain(
  { tenantId, trx }: TenantScope,
  policy: BucketPolicy,
  now: RawBuilder<unknown>,
): Promise<Take> {
  const { rows } = await sql<BucketState>`
    select ${refill(policy, now)} as tokens,
      extract(epoch from blocked_until - ${now})::float8 * 1000 as blocked_ms
    from api_budget where tenant_id = ${tenantId} and policy = ${policy.name}
  `.execute(trx);
  const [{ tokens, blockedMs } = { tokens: 0, blockedMs: 0 }] = rows;
  const forTokenMs = ((1 - tokens) / policy.perSecond) * 1000;
  return { granted: false, retryAfterMs: Math.ceil(Math.max(1, forTokenMs, blockedMs ?? 0)) };
}

/** A longer block that is there stays. */
async function block(
  scope: TenantScope,
  policy: BucketPolicy,
  until: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into api_budget (tenant_id, policy, tokens, refilled_at, blocked_until)
    values (${scope.tenantId}, ${policy.name}, 0, clock_timestamp(), ${until})
    on conflict (tenant_id, policy) do update
    set blocked_until = greatest(excluded.blocked_until, api_budget.blocked_until)
  `.execute(scope.trx);
}

async function countCalls({ tenantId, trx }: TenantScope): Promise<number> {
  const { rows } = await sql<{ calls: number }>`
    select coalesce(sum(calls), 0)::int as calls from api_budget where tenant_id = ${tenantId}
  `.execute(trx);
  return rows[0]?.calls ?? 0;
}
