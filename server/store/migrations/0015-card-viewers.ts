import { type Kysely, sql } from 'kysely';
import { protectTables } from './protect-table.ts';

/** Who was last seen to be an admin, because a card asks the CRM nothing; and the way from a company to its cards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(VIEWERS).execute(db);
  await protectTables(db, ['known_admin']);
}

const VIEWERS = `
create table known_admin (
  tenant_id uuid not null,
  user_id text not null,
  seen_at timestamptz(3) not null,
  primary key (tenant_id, user_id)
);
create index deal_company on deal (tenant_id, company_id);
create index person_company on person (tenant_id, company_id);`;
