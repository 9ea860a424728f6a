import { sql } from 'kysely';
import type { Instant, TenantId } from '../../shared/ids.ts';
import type { Driver, PersonaSlot } from '../../shared/vocabulary.ts';
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

interface NewSlotVerdict extends Omit<NewVerdict, 'driver'> {
  readonly slot: PersonaSlot;
  readonly entryId: string;
}

export interface VerdictStore {
  /** Null: none was ever given. */
  latestAt(tenantId: TenantId): Promise<Instant | null>;
  /** The latest verdict on a driver counts; its card is built again. Saying the same again changes nothing. */
  save(tenantId: TenantId, verdict: NewVerdict): Promise<void>;
  /** The same on one entry of a persona's slot. */
  saveSlot(tenantId: TenantId, verdict: NewSlotVerdict): Promise<void>;
}

export function createVerdictStore(inTenant: UnitOfWork): VerdictStore {
  return {
    latestAt: (tenantId) => inTenant(tenantId, loadLatestAt),
    save: (tenantId, verdict) =>
      inTenant(tenantId, (scope) => save(scope, { ...verdict, slot: null, entryId: null })),
    saveSlot: (tenantId, verdict) =>
      inTenant(tenantId, (scope) => save(scope, { ...verdict, driver: null })),
  };
}

async function loadLatestAt({ trx, tenantId }: TenantScope): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select max(at) as at from verdict where tenant_id = ${tenantId}`.execute(trx);
  return rows[0]?.at ?? null;
}

/** On a driver, or on an entry of a slot. */
interface Judged extends Omit<NewVerdict, 'driver'> {
  readonly driver: Driver | null;
  readonly slot: PersonaSlot | null;
  readonly entryId: string | null;
}

async function save(scope: TenantScope, verdict: Judged): Promise<void> {
  const { dealId, personId, driver, slot, entryId, givenBy, at } = verdict;
  const { rows } = await sql`
    insert into verdict as kept (tenant_id, deal_id, person_id, driver, slot, entry_id, verdict,
      given_by, at)
    values (${scope.tenantId}, ${dealId}, ${personId}, ${driver}, ${slot}, ${entryId},
      ${verdict.verdict}, ${givenBy}, ${at})
    on conflict (tenant_id, deal_id, person_id, driver, slot, entry_id) do update
    set verdict = excluded.verdict, given_by = excluded.given_by, at = excluded.at
    where kept.verdict <> excluded.verdict and kept.at <= excluded.at
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
