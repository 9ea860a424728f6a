import { sql } from 'kysely';
import type { ContactRecord } from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { silencePersons } from './forget.ts';
import { holdSilent } from './hold-silent.ts';
import { markActivitiesDirty } from './mark-dirty.ts';
import { markPersons } from './mark-touched.ts';

/** A person who becomes do-not-analyse is forgotten at once; one who may be analysed again is read again. */
export async function applyPersons(
  scope: TenantScope,
  seen: readonly ContactRecord[],
): Promise<void> {
  if (seen.length === 0) return;
  const records = await holdSilent(scope, seen);
  const silentBefore = await findSilent(scope, records);
  const changed = await upsertPersons(scope, records);
  await markPersons(
    scope,
    changed.map((person) => person.id),
  );
  const silent = changed.filter((person) => person.doNotAnalyse).map((person) => person.id);
  await silencePersons(scope, silent);
  const heardAgain = changed.filter(
    (person) => !person.doNotAnalyse && silentBefore.has(person.id),
  );
  await markActivitiesDirty(
    scope,
    heardAgain.map((person) => person.id),
  );
}

async function findSilent(
  { tenantId, trx }: TenantScope,
  records: readonly ContactRecord[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from person
    where tenant_id = ${tenantId} and do_not_analyse and id = any(${records.map(({ id }) => id)})
  `.execute(trx);
  return new Set(rows.map((row) => row.id));
}

/**
 * Of a do-not-analyse person we keep what the CRM shows and what recognises them, so that their mails stay unread: id,
 * name, address.
 */
function toRow(record: ContactRecord) {
  const { id, name, email, updatedAt, doNotAnalyse } = record;
  const seen = { id, name, email, updatedAt, doNotAnalyse };
  if (doNotAnalyse)
    return {
      ...seen,
      ...{ title: null, ownerId: null, companyId: null, companyName: null, responses: null },
    };
  const { title, ownerId, companyName = null, responses } = record;
  const companyId = record.companyIds[0] ?? null;
  return { ...seen, title, ownerId, companyId, companyName, responses };
}

interface ChangedPerson {
  readonly id: string;
  readonly doNotAnalyse: boolean;
}

async function upsertPersons(
  { tenantId, trx }: TenantScope,
  records: readonly ContactRecord[],
): Promise<readonly ChangedPerson[]> {
  const { rows } = await sql<ChangedPerson>`
    insert into person as kept (tenant_id, id, name, email, title, owner_id, company_id,
      company_name, do_not_analyse, responses, updated_at)
    select ${tenantId}, id, name, email, title, "ownerId", "companyId", "companyName",
      "doNotAnalyse", nullif(responses, 'null'), "updatedAt"
    from jsonb_to_recordset(${toJsonb(records.map(toRow))}) as each (
      id text, name text, email text, title text, "ownerId" text, "companyId" text,
      "companyName" text, "doNotAnalyse" boolean, responses jsonb, "updatedAt" timestamptz)
    on conflict (tenant_id, id) do update
    set name = excluded.name, email = excluded.email, title = excluded.title,
      owner_id = excluded.owner_id, company_id = excluded.company_id,
      company_name = excluded.company_name, do_not_analyse = excluded.do_not_analyse, responses = excluded.responses,
      updated_at = excluded.updated_at
    where excluded.updated_at >= kept.updated_at
    returning id, do_not_analyse
  `.execute(trx);
  return rows;
}
