import { sql } from 'kysely';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { Driver } from '../../shared/vocabulary.ts';
import { mark } from './apply-page/mark-touched.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

export interface NewVerdict {
  /** Null for a conversation. */
  readonly dealId: string | null;
  readonly personId: string;
  readonly driver: Driver;
  readonly verdict: 'right' | 'not_right';
  /** The CRM user who said it. */
  readonly givenBy: string;
  readonly at: Instant;
}

export interface VerdictStore {
  /** The latest verdict on a driver counts; its card is built again. Saying the same again changes nothing. */
  save(tenantId: TenantId, verdict: NewVerdict): Promise<void>;
}

export function createVerdictStore(inTenant: UnitOfWork): VerdictStore {
  return { save: (tenantId, verdict) => inTenant(tenantId, (scope) => save(scope, verdict)) };
}

async function save(scope: TenantScope, verdict: NewVerdict): Promise<void> {
  const { dealId, personId, driver, givenBy, at } = verdict;
  const { rows } = await sql`
    insert into verdict as kept (tenant_id, deal_id, person_id, driver, verdict, given_by, at)
    values (${scope.tenantId}, ${dealId}, ${personId}, ${driver}, ${verdict.verdict}, ${givenBy},
      ${at})
    on conflict (tenant_id, deal_id, person_id, driver) do update
    set verdict = excluded.verdict, given_by = excluded.given_by, at = excluded.at
    where kept.verdict <> excluded.verdict
    returning 1
  `.execute(scope.trx);
  if (rows.length === 0) return;
  await mark(
    scope,
    dealId === null
      ? sql`select 'conversation', ${personId}::text`
      : sql`select 'deal', ${dealId}::text`,
  );
}
