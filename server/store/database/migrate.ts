import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';
import * as tenancy from '../migrations/0001-tenancy.ts';
import * as crmRecords from '../migrations/0002-crm-records.ts';
import * as readings from '../migrations/0003-readings.ts';
import * as sync from '../migrations/0004-sync.ts';
import * as settings from '../migrations/0005-settings.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-tenancy': tenancy,
  '0002-crm-records': crmRecords,
  '0003-readings': readings,
  '0004-sync': sync,
  '0005-settings': settings,
};

/** Brings the schema up to date. Runs as the role `attune_owner`, which does nothing else; safe to run twice at once. */
export async function migrate(owner: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('Migration failed.');
}
