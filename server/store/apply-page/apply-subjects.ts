import { sql } from 'kysely';
import type {
  CompanyRecord,
  OwnerRecord,
  PipelineRecord,
  SubjectRecord,
} from '../../crm/records.ts';
import { toJsonb } from '../database/to-jsonb.ts';
import type { TenantScope } from '../unit-of-work.ts';
import { newestOfEach } from './newest-of-each.ts';
import { applyDeals } from './apply-deals.ts';
import { applyLeads } from './apply-leads.ts';
import { applyPersons } from './apply-persons.ts';
import { mark, markDeals } from './mark-touched.ts';

/** Every upsert takes a row only if it is not older than ours, and answers with the ids whose content changed. */
export async function applySubjects(
  scope: TenantScope,
  subjects: readonly SubjectRecord[],
): Promise<void> {
  await applySellers(scope, ofKind(subjects, 'owner'));
  await applyPipelines(scope, ofKind(subjects, 'pipeline'));
  await applyAccounts(scope, ofKind(subjects, 'company'));
  await applyPersons(scope, ofKind(subjects, 'contact'));
  await applyDeals(scope, ofKind(subjects, 'deal'));
  await applyLeads(scope, ofKind(subjects, 'lead'));
}

type OfKind<K extends SubjectRecord['kind']> = Extract<SubjectRecord, { kind: K }>;

function ofKind<K extends SubjectRecord['kind']>(
  subjects: readonly SubjectRecord[],
  kind: K,
): readonly OfKind<K>[] {
  return newestOfEach(subjects.filter((record): record is OfKind<K> => record.kind === kind));
}

async function applySellers(scope: TenantScope, records: readonly OwnerRecord[]): Promise<void> {
  if (records.length === 0) return;
  const renamed = await sql<{ id: string }>`
    with before as (select id, name from seller where tenant_id = ${scope.tenantId}), applied as (
      insert into seller as kept (tenant_id, id, name, email, user_id, team_ids, updated_at)
      select ${scope.tenantId}, id, name, email, "userId", "teamIds", "updatedAt"
      from jsonb_to_recordset(${toJsonb(records)}) as each (
        id text, name text, email text, "userId" text, "teamIds" text[], "updatedAt" timestamptz)
      on conflict (tenant_id, id) do update
      set name = excluded.name, email = excluded.email, user_id = excluded.user_id,
        team_ids = excluded.team_ids, updated_at = excluded.updated_at
      where excluded.updated_at >= kept.updated_at
      returning id, name
    )
    select id from applied join before using (id) where applied.name <> before.name
  `.execute(scope.trx);
  await markDealsOfSellers(scope, idsOf(renamed.rows));
}

/** Cards say "noted by Sam": a new name must reach them. */
async function markDealsOfSellers(scope: TenantScope, sellerIds: readonly string[]): Promise<void> {
  if (sellerIds.length === 0) return;
  await mark(
    scope,
    sql`
      select 'deal', id from deal
        where tenant_id = ${scope.tenantId} and owner_id = any(${sellerIds})
      union select 'deal', unnest(tie_deal_ids) from activity
        where tenant_id = ${scope.tenantId} and seller_id = any(${sellerIds})`,
  );
}

async function applyPipelines(
  scope: TenantScope,
  records: readonly PipelineRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const changed = await sql<{ id: string }>`
    insert into pipeline as kept (tenant_id, id, label, stages, updated_at)
    select ${scope.tenantId}, id, label, stages, "updatedAt"
    from jsonb_to_recordset(${toJsonb(records)}) as each (
      id text, label text, stages jsonb, "updatedAt" timestamptz)
    on conflict (tenant_id, id) do update
    set label = excluded.label, stages = excluded.stages, updated_at = excluded.updated_at
    where excluded.updated_at >= kept.updated_at
      and (kept.label, kept.stages) is distinct from (excluded.label, excluded.stages)
    returning id
  `.execute(scope.trx);
  const deals = await sql<{ id: string }>`
    select id from deal
    where tenant_id = ${scope.tenantId} and pipeline_id = any(${idsOf(changed.rows)})
  `.execute(scope.trx);
  await markDeals(scope, idsOf(deals.rows));
}

async function applyAccounts(scope: TenantScope, records: readonly CompanyRecord[]): Promise<void> {
  if (records.length === 0) return;
  const changed = await sql<{ id: string }>`
    insert into account as kept (tenant_id, id, name, domain, industry, updated_at)
    select ${scope.tenantId}, id, name, domain, industry, "updatedAt"
    from jsonb_to_recordset(${toJsonb(records)}) as each (
      id text, name text, domain text, industry text, "updatedAt" timestamptz)
    on conflict (tenant_id, id) do update
    set name = excluded.name, domain = excluded.domain, industry = excluded.industry,
      updated_at = excluded.updated_at
    where excluded.updated_at >= kept.updated_at
      and (kept.name, kept.industry) is distinct from (excluded.name, excluded.industry)
    returning id
  `.execute(scope.trx);
  await markSubjectsOfAccounts(scope, idsOf(changed.rows));
}

export async function markSubjectsOfAccounts(
  scope: TenantScope,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await mark(
    scope,
    sql`
      select 'deal', id from deal
        where tenant_id = ${scope.tenantId} and company_id = any(${accountIds})
      union select 'conversation', id from person
        where tenant_id = ${scope.tenantId} and company_id = any(${accountIds})`,
  );
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map((row) => row.id);
}
