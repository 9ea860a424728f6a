import { sql } from 'kysely';
import type { RecordRef } from '../../crm/records.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { deleteActivities } from './delete-activities.ts';
import { silencePersons } from './forget.ts';
import { markPersons } from './mark-touched.ts';

/** Everything about a person: readings, verdicts, cards, memberships, and activities that nobody else took part in. */
export async function erasePersons(
  scope: TenantScope,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const { tenantId, trx } = scope;
  await markPersons(scope, personIds);
  await silencePersons(scope, personIds);
  await deleteActivities(scope, await findTheirsAlone(scope, personIds));
  await sql`
    update activity set author_person_id = null
    where tenant_id = ${tenantId} and author_person_id = any(${personIds})
  `.execute(trx);
  for (const table of ['activity_person', 'deal_person', 'lead_person']) {
    await sql`
      delete from ${sql.table(table)}
      where tenant_id = ${tenantId} and person_id = any(${personIds})
    `.execute(trx);
  }
  await sql`delete from person where tenant_id = ${tenantId} and id = any(${personIds})`.execute(
    trx,
  );
}

async function findTheirsAlone(
  { tenantId, trx }: TenantScope,
  personIds: readonly string[],
): Promise<readonly RecordRef[]> {
  const { rows } = await sql<RecordRef>`
    select distinct kind, activity_id as id from activity_person as member
    where tenant_id = ${tenantId} and person_id = any(${personIds})
      and not exists (
        select from activity_person as other
        where other.tenant_id = ${tenantId} and other.kind = member.kind
          and other.activity_id = member.activity_id and other.person_id <> all(${personIds}))
  `.execute(trx);
  return rows;
}
