import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
  readonly dispatcher: string;
}

/**
 * The three roles of ARCHITECTURE.md, with the given passwords. Needs a role that may create roles; repeating it only
 * sets the passwords. `attune_owner` migrates, `attune_app` serves one tenant at a time, `attune_dispatcher` knows ids,
 * kinds and times.
 */
export async function createRoles(
  admin: Kysely<Database>,
  passwords: RolePasswords,
): Promise<void> {
  await createRole(admin, 'attune_owner', passwords.owner);
  await createRole(admin, 'attune_app', passwords.app);
  await createRole(admin, 'attune_dispatcher', passwords.dispatcher);
}

async function createRole(admin: Kysely<Database>, name: string, password: string): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${name}`.execute(admin);
  const verb = sql.raw(found.rows.length === 0 ? 'create' : 'alter');
  await sql`${verb} role ${sql.id(name)} with login nosuperuser nobypassrls nocreaterole nocreatedb
    password ${sql.lit(password)}`.execute(admin);
}

/** The database itself, owned by `attune_owner`. Nothing happens when it is there. */
export async function createDatabase(admin: Kysely<Database>, name: string): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = ${name}`.execute(admin);
  if (found.rows.length > 0) return;
  await sql`create database ${sql.id(name)} owner attune_owner`.execute(admin);
}
