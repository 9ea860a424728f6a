import { sql } from 'kysely';
import type { Instant } from '../../../shared/ids.ts';
import type { CardRow, CitedActivity } from '../../insight/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

/**
 * Joins to each citation when its activity was last known to be in the CRM: the later of two moments. One is when the CRM
 * last gave us the activity itself. The other is the end of the last window in which both the list of deleted records of
 * its kind and the changes of its kind were read to their ends; whatever had been deleted by then is gone from here, so
 * what is left was there. So a normal night confirms every citation without asking for one, and after 48 h without such
 * a night all quotes are hidden.
 */
export async function withVerification(
  scope: TenantScope,
  rows: readonly CardRow[],
): Promise<readonly CardRow[]> {
  const verified = await loadVerified(
    scope,
    rows.flatMap(({ cited }) => cited),
  );
  return rows.map((row) => ({
    ...row,
    cited: row.cited.map((each) => ({ ...each, verifiedAt: verified.get(keyOf(each)) ?? null })),
  }));
}

type Ref = Pick<CitedActivity, 'kind' | 'id'>;

async function loadVerified(
  { tenantId, trx }: TenantScope,
  cited: readonly Ref[],
): Promise<ReadonlyMap<string, Instant | null>> {
  if (cited.length === 0) return new Map();
  const refs = cited.map(({ kind, id }) => ({ kind, id }));
  const { rows } = await sql<Ref & { readonly verifiedAt: Instant | null }>`
    select activity.kind, activity.id, greatest(activity.verified_at, swept.until) as verified_at
    from (select distinct kind, id from jsonb_to_recordset(${toJsonb(refs)}) as each (kind text, id text)) as ref
    join activity on activity.tenant_id = ${tenantId} and activity.kind = ref.kind and activity.id = ref.id
    left join (
      select gone.kind, max(least(gone.window_to, changes.window_to)) as until
      from sync_unit as gone
      join sync_unit as changes on changes.tenant_id = gone.tenant_id
        and changes.night_id = gone.night_id and changes.kind = gone.kind
        and changes.phase = 'changes' and changes.done and changes.complete
      where gone.tenant_id = ${tenantId} and gone.phase = 'gone' and gone.done and gone.complete
      group by gone.kind
    ) as swept on swept.kind = activity.kind
  `.execute(trx);
  return new Map(rows.map((row) => [keyOf(row), row.verifiedAt]));
}

function keyOf({ kind, id }: Ref): string {
  return `${kind}/${id}`;
}
