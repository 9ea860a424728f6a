import { sql } from 'kysely';
import { isActivityKind, type RecordRef, type SubjectRecord } from '../../crm/records.ts';
import type { ReadActivity } from '../../sync/port.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { markSubjectsOfAccounts } from './apply-subjects.ts';
import { deleteActivities } from './delete-activities.ts';
import { erasePersons } from './erase-persons.ts';
import { markDirty } from './mark-dirty.ts';
import { markAround, markDeals } from './mark-touched.ts';

/** Records that the CRM no longer has, with everything that rested on them. */
export async function removeGone(scope: TenantScope, gone: readonly RecordRef[]): Promise<void> {
  if (gone.length === 0) return;
  await remember(scope, gone);
  await removeActivities(
    scope,
    gone.filter(({ kind }) => isActivityKind(kind)),
  );
  await removeDeals(scope, idsOf(gone, 'deal'));
  await erasePersons(scope, idsOf(gone, 'contact'));
  await markSubjectsOfAccounts(scope, idsOf(gone, 'company'));
  await removeRows(scope, { table: 'account', column: 'id', ids: idsOf(gone, 'company') });
  await removeRows(scope, { table: 'lead_person', column: 'lead_id', ids: idsOf(gone, 'lead') });
  await removeRows(scope, { table: 'lead', column: 'id', ids: idsOf(gone, 'lead') });
  await retireSellers(scope, idsOf(gone, 'owner'));
}

/** Cards still name them, but what they own is open to nobody through them. */
async function retireSellers(
  { tenantId, trx }: TenantScope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update seller set user_id = null, team_ids = '{}'
    where tenant_id = ${tenantId} and id = any(${ids})
  `.execute(trx);
}

function idsOf(refs: readonly RecordRef[], kind: RecordRef['kind']): readonly string[] {
  return refs.filter((ref) => ref.kind === kind).map((ref) => ref.id);
}

interface Rows {
  readonly table: string;
  readonly column: string;
  readonly ids: readonly string[];
}

async function removeRows(
  { tenantId, trx }: TenantScope,
  { table, column, ids }: Rows,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from ${sql.table(table)}
    where tenant_id = ${tenantId} and ${sql.ref(column)} = any(${ids})
  `.execute(trx);
}

async function removeActivities(scope: TenantScope, refs: readonly RecordRef[]): Promise<void> {
  if (refs.length === 0) return;
  const { tenantId, trx } = scope;
  await markAround(scope, refs);
  await sql`
    delete from card using jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)
    where tenant_id = ${tenantId}
      and cited @> jsonb_build_array(jsonb_build_object('kind', ref.kind, 'id', ref.id))
  `.execute(trx);
  await deleteActivities(scope, refs);
}

/** Its activities may belong to the deal it was merged into: they are fetched and tied again. */
async function removeDeals(scope: TenantScope, dealIds: readonly string[]): Promise<void> {
  if (dealIds.length === 0) return;
  const { tenantId } = scope;
  await markDeals(scope, dealIds);
  await markDirty(
    scope,
    sql`select distinct kind, activity_id from activity_deal
      where tenant_id = ${tenantId} and deal_id = any(${dealIds})`,
  );
  for (const table of ['card', 'verdict', 'deal_person']) {
    await removeRows(scope, { table, column: 'deal_id', ids: dealIds });
  }
  await removeRows(scope, { table: 'deal', column: 'id', ids: dealIds });
}

async function remember({ tenantId, trx }: TenantScope, gone: readonly RecordRef[]): Promise<void> {
  await sql`
    insert into gone_record (tenant_id, kind, id, gone_at)
    select distinct ${tenantId}::uuid, kind, id, now()
    from jsonb_to_recordset(${toJsonb(gone)}) as ref (kind text, id text)
    on conflict (tenant_id, kind, id) do update set gone_at = excluded.gone_at
  `.execute(trx);
}

/** Erased by a privacy request: whatever the CRM still says of it is never taken in again. */
export async function goForGood(
  { tenantId, trx }: TenantScope,
  refs: readonly RecordRef[],
): Promise<void> {
  if (refs.length === 0) return;
  await sql`
    update gone_record set for_good = true
    from jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)
    where tenant_id = ${tenantId} and gone_record.kind = ref.kind and gone_record.id = ref.id
  `.execute(trx);
}

/** The CRM took a deletion back: the record is welcome at once. */
export async function comeBack(
  { tenantId, trx }: TenantScope,
  refs: readonly RecordRef[],
): Promise<void> {
  if (refs.length === 0) return;
  await sql`
    delete from gone_record using jsonb_to_recordset(${toJsonb(refs)}) as ref (kind text, id text)
    where tenant_id = ${tenantId} and gone_record.kind = ref.kind and gone_record.id = ref.id
      and not for_good
  `.execute(trx);
}

interface Live {
  readonly subjects: readonly SubjectRecord[];
  readonly activities: readonly ReadActivity[];
}

/**
 * A page fetched before a deletion may arrive after it. For a quarter of an hour, longer than any request lives, such a
 * record stays out; after that it was restored in the CRM and is welcome.
 */
export async function leaveOutGone({ tenantId, trx }: TenantScope, live: Live): Promise<Live> {
  const refs = [...live.subjects, ...live.activities.map(({ activity }) => activity)];
  const { rows } = await sql<RecordRef>`
    select kind, id from gone_record
    join jsonb_to_recordset(${toJsonb(refs.map(({ kind, id }) => ({ kind, id })))})
      as ref (kind text, id text) using (kind, id)
    where tenant_id = ${tenantId} and (for_good or gone_at > now() - interval '15 minutes')
  `.execute(trx);
  const gone = new Set(rows.map(({ kind, id }) => `${kind}/${id}`));
  const isLive = ({ kind, id }: RecordRef): boolean => !gone.has(`${kind}/${id}`);
  return {
    subjects: live.subjects.filter(isLive),
    activities: live.activities.filter(({ activity }) => isLive(activity)),
  };
}
