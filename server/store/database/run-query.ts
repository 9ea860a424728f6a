import { sql } from 'kysely';
import { openDatabase } from './open-database.ts';

/**
 * One statement over a connection of its own, in the role that the address names. For tools and tests that look at a
 * database from outside; the product itself reaches tenants' tables through the unit of work only.
 */
export async function runQuery(url: string, statement: string): Promise<readonly unknown[]> {
  const db = openDatabase({ url, maxConnections: 1, onLostConnection: () => undefined });
  try {
    return (await sql.raw(statement).execute(db)).rows;
  } finally {
    await db.destroy();
  }
}
