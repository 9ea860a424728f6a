import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** What happened and what was found in it; never a text. What reps said of it, and the cards made from it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ACTIVITIES).execute(db);
  await sql.raw(READINGS).execute(db);
  await sql.raw(CARDS).execute(db);
  await protectTables(db, [
    'activity',
    'activity_deal',
    'activity_person',
    'evidence',
    'statement',
    'verdict',
    'card',
    'touched_subject',
  ]);
}

/**
 * No foreign keys: their checks keep the plan of an empty table for as long as a connection lives, which made a first
 * night's pages cost 600 instead of 70 ms. What belongs to an activity goes with it in one place, delete-activities.ts.
 * `activity_deal` repeats `tie_deal_ids` to be found by deal: under row-level security an index serves only operators
 * that leak nothing, and those of arrays and jsonb are not among them.
 * https://www.postgresql.org/docs/18/ddl-rowsecurity.html (2026-11-22)
 */
const ACTIVITIES = `
create table activity (
  tenant_id uuid not null,
  kind text not null,
  id text not null,
  at timestamptz(3) not null,
  end_at timestamptz(3),
  direction text,
  author_person_id text,
  seller_id text,
  tie_kind text not null check (tie_kind in ('deal', 'shared', 'none')),
  tie_deal_ids text[] not null,
  thread_id text,
  outcome text,
  survey jsonb,
  topics text[] not null,
  questions int not null,
  automatic boolean not null,
  read_by_model text,
  not_read_because text,
  silence text,
  updated_at timestamptz(3) not null,
  primary key (tenant_id, kind, id)
);
create index activity_thread on activity (tenant_id, thread_id) where thread_id is not null;
create index activity_author on activity (tenant_id, author_person_id);
create index activity_reader on activity (tenant_id, read_by_model);
create table activity_deal (
  tenant_id uuid not null,
  kind text not null,
  activity_id text not null,
  deal_id text not null,
  primary key (tenant_id, kind, activity_id, deal_id)
);
create index activity_deal_deal on activity_deal (tenant_id, deal_id);
create table activity_person (
  tenant_id uuid not null,
  kind text not null,
  activity_id text not null,
  person_id text not null,
  primary key (tenant_id, kind, activity_id, person_id)
);
create index activity_person_person on activity_person (tenant_id, person_id);`;

/** `start_at` and `end_at` of a reading are offsets into the source text, in UTF-16 code units. */
const READINGS = `
create table evidence (
  tenant_id uuid not null,
  id text not null,
  activity_kind text not null,
  activity_id text not null,
  at timestamptz(3) not null,
  person_id text,
  noted_by_seller_id text,
  driver text not null,
  pole text not null,
  status text not null,
  strength double precision not null,
  quote text not null,
  shown text not null,
  from_offset int not null,
  to_offset int not null,
  primary key (tenant_id, id)
);
create index evidence_activity on evidence (tenant_id, activity_kind, activity_id);
create index evidence_person on evidence (tenant_id, person_id);
create table statement (
  tenant_id uuid not null,
  id text not null,
  activity_kind text not null,
  activity_id text not null,
  at timestamptz(3) not null,
  person_id text,
  kind text not null,
  status text not null,
  quote text not null,
  shown text not null,
  from_offset int not null,
  to_offset int not null,
  primary key (tenant_id, id)
);
create index statement_activity on statement (tenant_id, activity_kind, activity_id);
create index statement_person on statement (tenant_id, person_id);`;

/** A null deal means the person's conversation. */
const CARDS = `
create table verdict (
  tenant_id uuid not null,
  deal_id text,
  person_id text not null,
  driver text not null,
  verdict text not null,
  given_by text not null,
  at timestamptz(3) not null,
  unique nulls not distinct (tenant_id, deal_id, person_id, driver)
);
create table card (
  tenant_id uuid not null,
  deal_id text,
  deal_name text,
  person_id text not null,
  person_name text not null,
  card jsonb not null,
  facts jsonb not null,
  cited jsonb not null,
  built_at timestamptz(3) not null,
  unique nulls not distinct (tenant_id, deal_id, person_id)
);
create index card_person on card (tenant_id, person_id);
create table touched_subject (
  tenant_id uuid not null,
  kind text not null check (kind in ('deal', 'conversation')),
  id text not null,
  marked_at timestamptz(3) not null,
  primary key (tenant_id, kind, id)
);`;
