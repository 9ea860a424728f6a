import { type Kysely, sql } from 'kysely';

/** A person's firm in words, where the CRM holds no record of it. Of a do-not-analyse person it is not kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table person add column company_name text;
       alter table person add check (not (do_not_analyse and company_name is not null));`,
    )
    .execute(db);
}
