import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** Who and what the CRM knows: both sides' people, companies, deals and leads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(PEOPLE).execute(db);
  await sql.raw(DEALS).execute(db);
  await protectTables(db, [
    'seller',
    'pipeline',
    'account',
    'person',
    'deal',
    'deal_person',
    'lead',
    'lead_person',
  ]);
  await sql.raw(DEAL_IN_PIPELINE).execute(db);
}

const PEOPLE = `
create table seller (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  email text,
  user_id text,
  team_ids text[] not null,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create table account (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  domain text,
  industry text,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create table person (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  email text,
  email_key text generated always as (lower(email)) stored,
  title text,
  owner_id text,
  company_id text,
  do_not_analyse boolean not null,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create index person_email on person (tenant_id, email_key);`;

const DEALS = `
create table pipeline (
  tenant_id uuid not null,
  id text not null,
  label text not null,
  stages jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create table deal (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  pipeline_id text not null,
  stage_id text not null,
  stage_history jsonb not null,
  amount numeric,
  currency text,
  close_at timestamptz(3),
  created_at timestamptz(3) not null,
  owner_id text,
  owner_history jsonb not null,
  company_id text,
  do_not_analyse boolean not null,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create index deal_pipeline on deal (tenant_id, pipeline_id);
create table deal_person (
  tenant_id uuid not null,
  deal_id text not null,
  person_id text not null,
  primary key (tenant_id, deal_id, person_id)
);
create index deal_person_person on deal_person (tenant_id, person_id);
create table lead (
  tenant_id uuid not null,
  id text not null,
  name text not null,
  owner_id text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create table lead_person (
  tenant_id uuid not null,
  lead_id text not null,
  person_id text not null,
  primary key (tenant_id, lead_id, person_id)
);`;

/** Labels and outcome come from the pipeline as it is now; a stage that nobody defines counts as open. */
const DEAL_IN_PIPELINE = `
create view deal_in_pipeline with (security_invoker = true) as
select deal.*,
  coalesce(pipeline.label, deal.pipeline_id) as pipeline_label,
  coalesce(stage.label, deal.stage_id) as stage_label,
  coalesce(stage.closed, 'open') as outcome
from deal
left join pipeline on pipeline.tenant_id = deal.tenant_id and pipeline.id = deal.pipeline_id
left join lateral (
  select label, closed
  from jsonb_to_recordset(pipeline.stages) as each (id text, label text, closed text)
  where each.id = deal.stage_id
  limit 1
) as stage on true;
grant select on deal_in_pipeline to attune_app;`;
