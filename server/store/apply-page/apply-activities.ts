import { sql } from 'kysely';
import type { Activity } from '../../domain/activity.ts';
import type { RecordRef } from '../../crm/records.ts';
import type { ReadActivity } from '../../sync/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { deleteParts } from './delete-activities.ts';
import { markAround } from './mark-touched.ts';
import { replaceReadings } from './replace-readings.ts';

/** An activity that is older than the one we hold leaves everything as it is, its readings included. */
export async function applyActivities(
  scope: TenantScope,
  activities: readonly ReadActivity[],
): Promise<void> {
  if (activities.length === 0) return;
  await markAround(scope, activities.map(refOf));
  const applied = await upsertActivities(scope, activities);
  const taken = activities.filter((each) => applied.has(keyOf(refOf(each))));
  await replaceLinks(scope, taken);
  await replaceReadings(scope, taken);
  await markAround(scope, taken.map(refOf));
}

function refOf({ activity }: ReadActivity): RecordRef {
  return { kind: activity.kind, id: activity.id };
}

function keyOf({ kind, id }: RecordRef): string {
  return `${kind}/${id}`;
}

function toRow({ activity, ...read }: ReadActivity) {
  const tied = { tieKind: activity.tie.kind, tieDealIds: dealIdsOf(activity.tie) };
  const { updatedAt, readByModel, notReadBecause, silence, ownerId } = read;
  return { ...activity, ...tied, updatedAt, readByModel, notReadBecause, silence, ownerId };
}

function dealIdsOf(tie: Activity['tie']): readonly string[] {
  if (tie.kind === 'deal') return [tie.dealId];
  return tie.kind === 'shared' ? tie.dealIds : [];
}

async function upsertActivities(
  { tenantId, trx }: TenantScope,
  activities: readonly ReadActivity[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<RecordRef>`
    insert into activity as kept (tenant_id, kind, id, at, end_at, direction, author_person_id,
      seller_id, tie_kind, tie_deal_ids, thread_id, outcome, survey, topics, questions, automatic,
      read_by_model, not_read_because, silence, owner_id, updated_at, verified_at)
    select ${tenantId}, kind, id, at, "endAt", direction, "authorPersonId", "sellerId", "tieKind",
      "tieDealIds", "threadId", outcome, nullif(survey, 'null'), topics, questions, automatic,
      "readByModel", "notReadBecause", silence, "ownerId", "updatedAt", now()
    from jsonb_to_recordset(${toJsonb(activities.map(toRow))}) as each (
      kind text, id text, at timestamptz, "endAt" timestamptz, direction text,
      "authorPersonId" text, "sellerId" text, "tieKind" text, "tieDealIds" text[],
      "threadId" text, outcome text, survey jsonb, topics text[], questions int,
      automatic boolean, "readByModel" text, "notReadBecause" text,
      silence text, "ownerId" text, "updatedAt" timestamptz)
    on conflict (tenant_id, kind, id) do update
    set at = excluded.at, end_at = excluded.end_at, direction = excluded.direction,
      author_person_id = excluded.author_person_id, seller_id = excluded.seller_id,
      tie_kind = excluded.tie_kind, tie_deal_ids = excluded.tie_deal_ids,
      thread_id = excluded.thread_id, outcome = excluded.outcome, survey = excluded.survey,
      topics = excluded.topics, questions = excluded.questions, automatic = excluded.automatic,
      read_by_model = excluded.read_by_model, not_read_because = excluded.not_read_because,
      silence = excluded.silence, owner_id = excluded.owner_id, updated_at = excluded.updated_at,
      verified_at = excluded.verified_at
    where excluded.updated_at >= kept.updated_at
    returning kind, id
  `.execute(trx);
  return new Set(rows.map(keyOf));
}

/** Who took part and which deals it is tied to, as rows of their own: to be found from their side. */
async function replaceLinks(
  scope: TenantScope,
  activities: readonly ReadActivity[],
): Promise<void> {
  const persons = activities.flatMap((each) => toLinks(each, each.activity.personIds));
  const deals = activities.flatMap((each) => toLinks(each, dealIdsOf(each.activity.tie)));
  await deleteParts(scope, activities.map(refOf), ['activity_person', 'activity_deal']);
  await insertLinks(scope, { table: 'activity_person', column: 'person_id', links: persons });
  await insertLinks(scope, { table: 'activity_deal', column: 'deal_id', links: deals });
}

type Link = RecordRef & { readonly other: string };

function toLinks(each: ReadActivity, others: readonly string[]): readonly Link[] {
  return [...new Set(others)].map((other) => ({ ...refOf(each), other }));
}

interface Links {
  readonly table: string;
  readonly column: string;
  readonly links: readonly Link[];
}

async function insertLinks(
  { tenantId, trx }: TenantScope,
  { table, column, links }: Links,
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into ${sql.table(table)} (tenant_id, kind, activity_id, ${sql.ref(column)})
    select ${tenantId}, kind, id, other
    from jsonb_to_recordset(${toJsonb(links)}) as each (kind text, id text, other text)
  `.execute(trx);
}
