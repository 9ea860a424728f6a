import { sql } from 'kysely';
import type { TenantId } from '../../shared/ids.ts';
import type { RecordRef } from '../crm/records.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { TenantScope, UnitOfWork } from './unit-of-work.ts';

/** What was found in one activity, and if nothing, why. */
export interface FoundInActivity {
  readonly evidence: readonly Pick<Evidence, 'driver' | 'pole' | 'status' | 'start' | 'end'>[];
  readonly silence: string | null;
  readonly notReadBecause: string | null;
  /** Nothing of this tenant waits to be built. */
  readonly cardsBuilt: boolean;
}

export interface ActivityStore {
  /** Null: not read yet. */
  loadFound(tenantId: TenantId, ref: RecordRef): Promise<FoundInActivity | null>;
}

export function createActivityStore(inTenant: UnitOfWork): ActivityStore {
  return { loadFound: (tenantId, ref) => inTenant(tenantId, (scope) => loadFound(scope, ref)) };
}

async function loadFound(
  { tenantId, trx }: TenantScope,
  { kind, id }: RecordRef,
): Promise<FoundInActivity | null> {
  const { rows } = await sql<Omit<FoundInActivity, 'evidence'>>`
    select silence, not_read_because,
      not exists (select from touched_subject where tenant_id = ${tenantId}) as cards_built
    from activity where tenant_id = ${tenantId} and kind = ${kind} and id = ${id}
  `.execute(trx);
  const [activity] = rows;
  if (activity === undefined) return null;
  const found = await sql<FoundInActivity['evidence'][number]>`
    select driver, pole, status, from_offset as start, to_offset as "end"
    from evidence where tenant_id = ${tenantId} and activity_kind = ${kind} and activity_id = ${id}
    order by from_offset
  `.execute(trx);
  return { ...activity, evidence: found.rows };
}
