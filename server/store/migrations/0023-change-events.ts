import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/**
 * Up to where a topic of change events was taken in, and, where the dispatcher sees it, who wants to be listened to and
 * which worker listens. Nothing of an event is here: what it marks is in the inbox.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table event_place (
         tenant_id uuid not null,
         topic text not null,
         replay_id bytea not null,
         stored_at timestamptz(3) not null,
         primary key (tenant_id, topic)
       );
       alter table tenant_directory
         add column wants_events boolean not null default false,
         add column events_lease_id uuid,
         add column events_lease_until timestamptz,
         add column events_holder bigint;
       create index tenant_directory_wants_events on tenant_directory (tenant_id)
         where wants_events;`,
    )
    .execute(db);
  await protectTables(db, ['event_place']);
}
