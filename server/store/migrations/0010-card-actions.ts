import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** Who logged an activity, and what people ask for from a card: tasks, do not analyse, a refresh, each only once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(OWNERS).execute(db);
  await sql.raw(ACTIONS).execute(db);
  await protectTables(db, ['signed_request', 'outbox', 'do_not_analyse', 'record_refresh']);
}

/** Nobody may read an activity of which we do not hold the owner, so those we hold already are fetched once more. */
const OWNERS = `
alter table activity add column owner_id text;
alter table activity no force row level security;
alter table dirty_record no force row level security;
insert into dirty_record (tenant_id, kind, id, marked_at)
select tenant_id, kind, id, now() from activity
on conflict do nothing;
alter table activity force row level security;
alter table dirty_record force row level security;
create index seller_user on seller (tenant_id, user_id);`;

/**
 * \`signed_request\`: the first answer to each signed request, by the hash of its signature. \`outbox\`: what is to be
 * written into the CRM; a payload may hold a draft, so it goes as soon as it is written.
 */
const ACTIONS = `
create table signed_request (
  tenant_id uuid not null,
  request_key text not null,
  answer jsonb not null,
  at timestamptz(3) not null,
  primary key (tenant_id, request_key)
);
create index signed_request_at on signed_request (tenant_id, at);
create table outbox (
  tenant_id uuid not null,
  key text not null,
  state text not null check (state in ('pending', 'done', 'refused')),
  payload jsonb,
  crm_id text,
  made_at timestamptz(3) not null,
  settled_at timestamptz(3),
  primary key (tenant_id, key),
  check ((state = 'pending') = (payload is not null))
);
create index outbox_pending on outbox (tenant_id, made_at) where state = 'pending';
create table do_not_analyse (
  tenant_id uuid not null,
  kind text not null check (kind in ('deal', 'contact')),
  id text not null,
  asked_by text not null,
  at timestamptz(3) not null,
  primary key (tenant_id, kind, id)
);
create table record_refresh (
  tenant_id uuid not null,
  kind text not null check (kind in ('deal', 'contact', 'lead')),
  id text not null,
  at timestamptz(3) not null,
  look_around boolean not null,
  primary key (tenant_id, kind, id)
);`;
