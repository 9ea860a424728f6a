import { type Kysely, sql } from 'kysely';

/** The part of a statement's quote that is sorted by: a day, an owner, a name, a score. Never more than is quoted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table statement add detail text
        check (detail is null or position(detail in shown) > 0)`,
    )
    .execute(db);
}
