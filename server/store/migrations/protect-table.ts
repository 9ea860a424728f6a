import { type Kysely, sql } from 'kysely';

/**
 * A tenant's table: rows are visible and writable only for the tenant that the transaction names. FORCE makes that
 * hold for the table's owner, too.
 */
export async function protectTables(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await sql
      .raw(
        `alter table ${table} enable row level security;
         alter table ${table} force row level security;
         create policy own_tenant on ${table}
           using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
         grant select, insert, update, delete on ${table} to attune_app;`,
      )
      .execute(db);
  }
}
