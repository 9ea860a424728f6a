import { type RawBuilder, sql } from 'kysely';
import type { Activity, DealTie, Statement } from '../../domain/activity.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

export interface Readings {
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
}

/**
 * Answers, for some of these activities, what was read in them, the oldest first. A reading's tie is its activity's;
 * what do-not-analyse persons said or are said to need is left out here, too.
 */
export async function loadReadings(
  scope: TenantScope,
  activities: readonly Activity[],
): Promise<(some: readonly Activity[]) => Readings> {
  const refs = toJsonb(
    [...new Map(activities.map((each) => [keyOf(each), each])).values()].map(
      ({ kind, id, authorPersonId }) => ({ kind, id, authorPersonId }),
    ),
  );
  const evidence = await loadEvidence(scope, refs);
  const statements = await loadStatements(scope, refs);
  return (some) => {
    const ties = new Map(some.map((activity) => [keyOf(activity), activity.tie]));
    return { evidence: within(evidence, ties), statements: within(statements, ties) };
  };
}

type Reading = Pick<Evidence, 'activityKind' | 'activityId'>;

function within<R extends Reading>(
  readings: readonly R[],
  ties: ReadonlyMap<string, DealTie>,
): readonly (R & { readonly tie: DealTie })[] {
  return readings.flatMap((row) => {
    const tie = ties.get(keyOf({ kind: row.activityKind, id: row.activityId }));
    return tie === undefined ? [] : [{ ...row, tie }];
  });
}

function keyOf({ kind, id }: Pick<Activity, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

async function loadEvidence(
  scope: TenantScope,
  refs: RawBuilder<unknown>,
): Promise<readonly Omit<Evidence, 'tie'>[]> {
  const { rows } = await sql<Omit<Evidence, 'tie'>>`
    select reading.id, activity_id, activity_kind, at, person_id, noted_by_seller_id, driver, pole,
      status, strength, quote, shown, from_offset as start, to_offset as "end"
    from ${ofActivities(scope, sql`evidence`, refs)}
    order by at, from_offset, reading.id
  `.execute(scope.trx);
  return rows;
}

async function loadStatements(
  scope: TenantScope,
  refs: RawBuilder<unknown>,
): Promise<readonly Omit<Statement, 'tie'>[]> {
  const { rows } = await sql<Omit<Statement, 'tie'>>`
    select reading.id, activity_id, activity_kind, at, person_id, reading.kind, detail, status,
      quote, shown, from_offset as start, to_offset as "end"
    from ${ofActivities(scope, sql`statement`, refs)}
    order by at, from_offset, reading.id
  `.execute(scope.trx);
  return rows;
}

/** One look-up by key an activity, as in load-activities.ts. */
function ofActivities(
  { tenantId }: TenantScope,
  table: RawBuilder<unknown>,
  refs: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    jsonb_to_recordset(${refs}) as ref (kind text, id text, "authorPersonId" text)
    cross join lateral (
      select * from ${table} as found
      where found.tenant_id = ${tenantId} and found.activity_kind = ref.kind
        and found.activity_id = ref.id offset 0) as reading
    where not exists (
      select from person where person.tenant_id = ${tenantId} and do_not_analyse
        and person.id in (reading.person_id, "authorPersonId"))`;
}
