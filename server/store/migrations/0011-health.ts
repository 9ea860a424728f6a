import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** What admins did, when the first card was opened, and the state of each tenant where the dispatcher can count it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TENANT_TABLES).execute(db);
  await protectTables(db, ['audit_line', 'first_card']);
  await sql.raw(HEALTH).execute(db);
  await sql.raw(FOLLOW).execute(db);
}

/** `detail`: settings as they became; never anything of a record. */
const TENANT_TABLES = `
create table audit_line (
  tenant_id uuid not null,
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  done_by text not null,
  action text not null check (action in ('settings_saved', 'disconnected', 'night_asked')),
  detail jsonb
);
create index audit_line_newest on audit_line (tenant_id, at);
create table first_card (
  tenant_id uuid primary key,
  opened_at timestamptz(3) not null
);`;

/**
 * States and times beside the ids, no more: nobody may read all tenants' rows, and somebody must know how they are. The
 * directory is the dispatcher's own; what is known by now is told by the next change of each connection and night.
 */
const HEALTH = `
alter table tenant_directory
  add column connection_state text,
  add column night_outcome text,
  add column night_finished_at timestamptz(3);`;

/** Whoever changes a connection or ends a night changes the summary with it: as the owner, who alone may write it. */
const FOLLOW = `
create function follow_connection() returns trigger language plpgsql security definer
set search_path = public as $$
begin
  update tenant_directory set connection_state = new.state where tenant_id = new.tenant_id;
  return null;
end $$;
create trigger follow_connection after insert or update of state on connection
for each row execute function follow_connection();
create function follow_night() returns trigger language plpgsql security definer
set search_path = public as $$
begin
  update tenant_directory set night_outcome = new.outcome, night_finished_at = new.finished_at
  where tenant_id = new.tenant_id;
  return null;
end $$;
create trigger follow_night after insert or update of finished_at on night
for each row when (new.finished_at is not null) execute function follow_night();`;
