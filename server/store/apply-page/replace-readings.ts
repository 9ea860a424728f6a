import { sql } from 'kysely';
import type { Statement } from '../../domain/activity.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { ReadActivity } from '../../sync/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { deleteParts } from './delete-activities.ts';

/**
 * What was found in an activity is replaced as a whole; ids are stable, so reading again changes nothing. Nothing of or
 * by a do-not-analyse person gets in, and nothing of such a deal, whatever the reader made of it.
 */
export async function replaceReadings(
  scope: TenantScope,
  activities: readonly ReadActivity[],
): Promise<void> {
  const refs = activities.map(({ activity: { kind, id } }) => ({ kind, id }));
  await deleteParts(scope, refs, ['evidence', 'statement']);
  await insertEvidence(
    scope,
    activities.flatMap(({ evidence, activity }) =>
      evidence.map((each) => ({ ...each, author: activity.authorPersonId })),
    ),
  );
  await insertStatements(
    scope,
    activities.flatMap(({ statements, activity }) =>
      statements.map((each) => ({ ...each, author: activity.authorPersonId })),
    ),
  );
}

type Written<R> = R & { readonly author: string | null };

async function insertEvidence(
  { tenantId, trx }: TenantScope,
  evidence: readonly Written<Evidence>[],
): Promise<void> {
  if (evidence.length === 0) return;
  await sql`
    insert into evidence (tenant_id, id, activity_kind, activity_id, at, person_id,
      noted_by_seller_id, driver, pole, status, strength, quote, shown, from_offset, to_offset)
    select ${tenantId}, id, "activityKind", "activityId", at, "personId", "notedBySellerId",
      driver, pole, status, strength, quote, shown, start, "end"
    from jsonb_to_recordset(${toJsonb(evidence)}) as each (
      id text, "activityKind" text, "activityId" text, at timestamptz, "personId" text,
      "notedBySellerId" text, driver text, pole text, status text, strength double precision,
      quote text, shown text, start int, "end" int, author text)
    where ${nobodySilent(tenantId)}
    on conflict (tenant_id, id) do nothing
  `.execute(trx);
}

async function insertStatements(
  { tenantId, trx }: TenantScope,
  statements: readonly Written<Statement>[],
): Promise<void> {
  if (statements.length === 0) return;
  await sql`
    insert into statement (tenant_id, id, activity_kind, activity_id, at, person_id, kind, detail,
      status, quote, shown, from_offset, to_offset)
    select ${tenantId}, id, "activityKind", "activityId", at, "personId", kind, detail, status,
      quote, shown, start, "end"
    from jsonb_to_recordset(${toJsonb(statements)}) as each (
      id text, "activityKind" text, "activityId" text, at timestamptz, "personId" text, kind text,
      detail text, status text, quote text, shown text, start int, "end" int, author text)
    where ${nobodySilent(tenantId)}
    on conflict (tenant_id, id) do nothing
  `.execute(trx);
}

function nobodySilent(tenantId: string) {
  return sql`not exists (
    select from person
    where person.tenant_id = ${tenantId} and do_not_analyse and person.id in ("personId", author)
    union all select from activity_deal as tied
    join activity on activity.tenant_id = tied.tenant_id and activity.kind = tied.kind
      and activity.id = tied.activity_id and tie_kind = 'deal'
    join deal on deal.tenant_id = tied.tenant_id and deal.id = tied.deal_id and deal.do_not_analyse
    where tied.tenant_id = ${tenantId} and tied.kind = "activityKind"
      and tied.activity_id = "activityId")`;
}
