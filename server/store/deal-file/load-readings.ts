import { type RawBuilder, sql } from 'kysely';
import type { Activity, DealTie, Statement } from '../../domain/activity.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';

export interface Readings {
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
}

/** A reading's tie is its activity's; what do-not-analyse persons said or are said to need is left out here, too. */
export async function loadReadings(
  scope: TenantScope,
  activities: readonly Activity[],
): Promise<Readings> {
  const ties = new Map(activities.map((activity) => [keyOf(activity), activity.tie]));
  const withTie = <R extends Reading>(row: R): R & { readonly tie: DealTie } => ({
    ...row,
    tie: ties.get(keyOf({ kind: row.activityKind, id: row.activityId })) ?? { kind: 'none' },
  });
  const evidence = await loadEvidence(scope, activities);
  const statements = await loadStatements(scope, activities);
  return { evidence: evidence.map(withTie), statements: statements.map(withTie) };
}

type Reading = Pick<Evidence, 'activityKind' | 'activityId'>;

function keyOf({ kind, id }: Pick<Activity, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

async function loadEvidence(
  scope: TenantScope,
  activities: readonly Activity[],
): Promise<readonly Omit<Evidence, 'tie'>[]> {
  const { rows } = await sql<Omit<Evidence, 'tie'>>`
    select reading.id, activity_id, activity_kind, at, person_id, noted_by_seller_id, driver, pole,
      status, strength, quote, shown, from_offset as start, to_offset as "end"
    from evidence as reading ${ofActivities(scope, activities)}
    order by at, from_offset, reading.id
  `.execute(scope.trx);
  return rows;
}

async function loadStatements(
  scope: TenantScope,
  activities: readonly Activity[],
): Promise<readonly Omit<Statement, 'tie'>[]> {
  const { rows } = await sql<Omit<Statement, 'tie'>>`
    select reading.id, activity_id, activity_kind, at, person_id, reading.kind, status, quote,
      shown, from_offset as start, to_offset as "end"
    from statement as reading ${ofActivities(scope, activities)}
    order by at, from_offset, reading.id
  `.execute(scope.trx);
  return rows;
}

function ofActivities(
  { tenantId }: TenantScope,
  activities: readonly Activity[],
): RawBuilder<unknown> {
  const refs = activities.map(({ kind, id, authorPersonId }) => ({ kind, id, authorPersonId }));
  return sql`
    join jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text, "authorPersonId" text)
      on activity_kind = ref.kind and activity_id = ref.id
    where reading.tenant_id = ${tenantId} and not exists (
      select from person where person.tenant_id = ${tenantId} and do_not_analyse
        and person.id in (reading.person_id, "authorPersonId"))`;
}
