import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/**
 * Which of our own records are on their way into a Salesforce org by a job, and by hash what they say. A job that came to
 * nothing leaves one row with the job's id and no record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table insight_job_row (
         tenant_id uuid not null,
         job_id text not null,
         kind text not null check (kind in ('deal', 'contact', 'company', 'lost')),
         id text not null,
         hash text not null,
         begun_at timestamptz(3) not null,
         primary key (tenant_id, kind, id)
       );`,
    )
    .execute(db);
  await protectTables(db, ['insight_job_row']);
}
