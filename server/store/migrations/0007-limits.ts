import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** Calls as a log instead of a bucket, counted by day and lane; how a night ended; when the next one begins. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(CALLS).execute(db);
  await sql.raw(NIGHTS).execute(db);
  await sql.raw(URGENCY).execute(db);
  await protectTables(db, ['call_book', 'api_day', 'night_schedule']);
}

/** What was counted so far is kept as one day of long ago, because running nights count from it. */
const CALLS = `
create table call_book (
  tenant_id uuid primary key,
  book jsonb not null
);
create table api_day (
  tenant_id uuid not null,
  day date not null,
  night int not null default 0,
  visitor int not null default 0,
  errors int not null default 0,
  primary key (tenant_id, day)
);
alter table api_budget no force row level security;
insert into api_day (tenant_id, day, night)
select tenant_id, date '2000-01-01', sum(calls) from api_budget group by tenant_id;
drop table api_budget;`;

/** \`stopped_for\`: what ended the reading early. \`steps_done\`: names of night-plan's steps. */
const NIGHTS = `
alter table night
  add column outcome text check (outcome in ('complete', 'partial', 'reconnect_needed')),
  add column stopped_for text[] not null default '{}',
  add column steps_done text[] not null default '{}',
  add column resumes_at timestamptz(3);
create table night_schedule (
  tenant_id uuid primary key,
  next_at timestamptz(3) not null,
  night_hour int not null,
  time_zone text not null,
  last_started_at timestamptz(3),
  catch_up boolean not null default false
);`;

/** \`turn\`: 0 meeting within two days, 1 new inbound, 2 open, 3 closed. */
const URGENCY = `
alter table touched_subject add column turn smallint not null default 2;
create index touched_subject_turn on touched_subject (tenant_id, turn, marked_at);
create index activity_meeting_at on activity (tenant_id, at) where kind = 'meeting';
create index activity_inbound_at on activity (tenant_id, at) where direction = 'in';`;
