import { type Kysely, sql } from 'kysely';

/** Whose a lease is: it ends with its worker's connection, not only with its time (store/presence.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table due_work add column holder bigint').execute(db);
}
