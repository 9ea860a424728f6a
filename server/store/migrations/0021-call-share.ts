import { type Kysely, sql } from 'kysely';

/** What an admin allows us of the account's daily calls, said inside the CRM; null: nothing was said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'alter table tenant add column call_share double precision check (call_share > 0 and call_share <= 1);',
    )
    .execute(db);
}
