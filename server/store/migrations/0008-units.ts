import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** A unit's phase, how it ended, what a sweep has seen so far, and when each activity was last known to be there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(UNITS).execute(db);
  await sql.raw(VERIFICATION).execute(db);
  await protectTables(db, ['sweep_sighting']);
}

/**
 * `complete` is false where a unit ended before its end: the kind may not be read, is switched off, or its list was too
 * long. Such a unit moves no watermark and verifies nothing.
 */
const UNITS = `
alter table sync_unit
  add column phase text not null default 'changes'
    check (phase in ('first', 'changes', 'gone', 'sweep')),
  add column complete boolean not null default true,
  drop constraint sync_unit_night_id_kind_key,
  add constraint sync_unit_night_id_kind_phase_key unique (night_id, kind, phase);
drop index sync_unit_watermark;
create index sync_unit_watermark on sync_unit (tenant_id, phase, kind, window_to)
  where done and complete;
create table sweep_sighting (
  tenant_id uuid not null,
  work_id uuid not null,
  id text not null,
  primary key (tenant_id, work_id, id)
);`;

const VERIFICATION = `
alter table activity add column verified_at timestamptz(3);
create index gone_record_recent on gone_record (tenant_id, gone_at);`;
