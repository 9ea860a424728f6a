import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** What an admin decided for an account; no row means the defaults. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table tenant_setting (
         tenant_id uuid primary key,
         settings jsonb not null,
         changed_by text,
         changed_at timestamptz(3) not null
       );`,
    )
    .execute(db);
  await protectTables(db, ['tenant_setting']);
}
