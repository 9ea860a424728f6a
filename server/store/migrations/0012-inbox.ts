import { type Kysely, sql } from 'kysely';

/**
 * The inbox keeps what each event was about, so that deletions are obeyed without asking the CRM, which we may not be
 * able to reach. `for_good`: erased by a privacy request; never taken in again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `delete from webhook_inbox;
       alter table webhook_inbox
         add column kind text not null,
         add column id text not null,
         add column change text not null
           check (change in ('changed', 'deleted', 'privacy_deleted', 'restored')),
         add column happened_at timestamptz(3) not null,
         add column settled_at timestamptz(3);
       create index webhook_inbox_waiting on webhook_inbox (tenant_id, received_at)
         where settled_at is null;
       alter table gone_record add column for_good boolean not null default false;`,
    )
    .execute(db);
}
