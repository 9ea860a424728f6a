import path from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { loadOrCreateKeyFile } from './credentials/key-file.ts';
import { migrateDatabase, prepareDatabase, type DatabaseUrls } from './prepare-database.ts';

export interface DatabaseSettings {
  readonly DATABASE_URL?: string | undefined;
  readonly DATABASE_OWNER_URL?: string | undefined;
  readonly DATABASE_DISPATCHER_URL?: string | undefined;
  readonly ATTUNE_KEY?: string | undefined;
}

export interface OpenedDatabases {
  readonly databases: DatabaseUrls;
  /** 32 bytes. */
  readonly credentialKey: Buffer;
  close(): Promise<void>;
}

/** The given PostgreSQL when its three addresses are set; else the embedded one in `folder`. */
export async function openDatabases(
  settings: DatabaseSettings,
  folder: string,
): Promise<OpenedDatabases> {
  const credentialKey = await loadKey(settings.ATTUNE_KEY, folder);
  const given = givenDatabases(settings);
  if (given !== null) {
    await migrateDatabase(given.owner);
    return { databases: given, credentialKey, close: () => Promise.resolve() };
  }
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const databases = await prepareDatabase(postgres.adminUrl, 'attune');
  return { databases, credentialKey, close: () => postgres.stop() };
}

function givenDatabases(settings: DatabaseSettings): DatabaseUrls | null {
  const {
    DATABASE_URL: app,
    DATABASE_OWNER_URL: owner,
    DATABASE_DISPATCHER_URL: dispatcher,
  } = settings;
  if (app === undefined && owner === undefined && dispatcher === undefined) return null;
  if (app !== undefined && owner !== undefined && dispatcher !== undefined)
    return { app, owner, dispatcher };
  throw new AppError(
    'configuration_invalid',
    'A PostgreSQL of your own needs DATABASE_URL, DATABASE_OWNER_URL and DATABASE_DISPATCHER_URL: three roles, three addresses.',
    { recovery: 'abort' },
  );
}

async function loadKey(given: string | undefined, folder: string): Promise<Buffer> {
  if (given === undefined) return loadOrCreateKeyFile(path.join(folder, 'credential-key'));
  const key = Buffer.from(given, 'base64');
  if (key.length === 32) return key;
  throw new AppError('configuration_invalid', 'ATTUNE_KEY must be 32 bytes in base64.', {
    recovery: 'abort',
  });
}
