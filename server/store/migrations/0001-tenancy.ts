import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** Tenants, their credentials, and the three tables of ids, kinds and times that the dispatcher may see. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `revoke all on schema public from public;
       grant usage on schema public to attune_app, attune_dispatcher;
       ${QUEUE}`,
    )
    .execute(db);
  await sql.raw(TENANT).execute(db);
  await protectTables(db, ['tenant', 'connection']);
  await sql.raw(DISPATCHER).execute(db);
}

/**
 * The queue's own schema, which its library fills as the owner, but for a sequence that it makes at the first ring. The dispatcher alone
 * works in it.
 */
const QUEUE = `
create schema if not exists bullmq;
grant usage, create on schema bullmq to attune_dispatcher;
alter default privileges in schema bullmq grant all on tables to attune_dispatcher;
alter default privileges in schema bullmq grant all on sequences to attune_dispatcher;`;

const TENANT = `
create table tenant (
  tenant_id uuid primary key,
  vendor text not null,
  account_id text not null,
  name text not null,
  time_zone text not null,
  own_domains text[],
  reader_version text,
  created_at timestamptz(3) not null default now()
);
create table connection (
  tenant_id uuid primary key references tenant on delete cascade,
  key_id text not null,
  ciphertext bytea not null,
  token_version int not null default 1,
  refresh_lease_until timestamptz,
  state text not null default 'active' check (state in ('active', 'paused'))
);`;

const DISPATCHER = `
create table tenant_directory (
  vendor text not null,
  account_id text not null,
  tenant_id uuid not null unique,
  served_at timestamptz,
  primary key (vendor, account_id)
);
create table due_work (
  work_id uuid primary key,
  tenant_id uuid not null,
  kind text not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  lease_id uuid,
  lease_until timestamptz,
  served_at timestamptz
);
create index due_work_due_at on due_work (due_at);
create index due_work_tenant on due_work (tenant_id, kind);
create table session (
  id_hash bytea primary key,
  tenant_id uuid not null,
  expires_at timestamptz not null
);
grant select, insert, update, delete on tenant_directory, due_work, session to attune_dispatcher;`;
