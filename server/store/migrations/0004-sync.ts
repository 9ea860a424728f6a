import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** How far the reading of a CRM has come, what it cost, and what is still to be fetched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(NIGHTS).execute(db);
  await sql.raw(MARKS).execute(db);
  await protectTables(db, [
    'night',
    'sync_unit',
    'receipt',
    'dirty_record',
    'gone_record',
    'api_budget',
    'webhook_inbox',
  ]);
}

const NIGHTS = `
create table night (
  tenant_id uuid not null,
  id uuid primary key,
  phase text not null check (phase in ('reading', 'building', 'finished')),
  records int not null default 0,
  activities int not null default 0,
  readings int not null default 0,
  cards int not null default 0,
  api_calls int,
  calls_before bigint not null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create unique index night_running on night (tenant_id) where finished_at is null;
create table sync_unit (
  tenant_id uuid not null,
  work_id uuid primary key,
  night_id uuid not null references night on delete cascade,
  kind text not null,
  window_from timestamptz(3),
  window_to timestamptz(3) not null,
  cursor text,
  generation int not null default 0,
  done boolean not null default false,
  unique (night_id, kind)
);
create index sync_unit_watermark on sync_unit (tenant_id, kind, window_to) where done;
create table receipt (
  tenant_id uuid not null,
  night_id uuid,
  kind text not null,
  record_id text,
  reason text not null,
  at timestamptz(3) not null default now(),
  unique nulls not distinct (tenant_id, kind, record_id, reason)
);`;

/** `gone_record` keeps a page that was fetched before a deletion from bringing the record back. */
const MARKS = `
create table dirty_record (
  tenant_id uuid not null,
  kind text not null,
  id text not null,
  marked_at timestamptz(3) not null,
  primary key (tenant_id, kind, id)
);
create index dirty_record_oldest on dirty_record (tenant_id, marked_at);
create table gone_record (
  tenant_id uuid not null,
  kind text not null,
  id text not null,
  gone_at timestamptz(3) not null,
  primary key (tenant_id, kind, id)
);
create table api_budget (
  tenant_id uuid not null,
  policy text not null,
  tokens double precision not null,
  refilled_at timestamptz not null,
  blocked_until timestamptz,
  calls bigint not null default 0,
  primary key (tenant_id, policy)
);
create table webhook_inbox (
  tenant_id uuid not null,
  event_key text not null,
  received_at timestamptz(3) not null default now(),
  primary key (tenant_id, event_key)
);`;
