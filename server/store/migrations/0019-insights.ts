import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** What our own records in a Salesforce org say, by hash: what they say is in the org and on the card. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table org_insight (
         tenant_id uuid not null,
         kind text not null check (kind in ('deal', 'contact', 'company', 'connection')),
         id text not null,
         hash text not null,
         looked_at timestamptz(3) not null,
         has_card boolean not null,
         primary key (tenant_id, kind, id)
       );`,
    )
    .execute(db);
  await protectTables(db, ['org_insight']);
}
