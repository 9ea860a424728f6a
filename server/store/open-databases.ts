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
  readonly ATTUNE_KEY_PREVIOUS?: string | undefined;
}

export interface OpenedDatabases {
  readonly databases: DatabaseUrls;
  /** 32 bytes. */
  readonly credentialKey: Buffer;
  /** Opened, but no longer sealed with. */
  readonly formerKeys: readonly Buffer[];
  close(): Promise<void>;
}

/** The given PostgreSQL when its three addresses are set; else the embedded one in `folder`. */
export async function openDatabases(
  settings: DatabaseSettings,
  folder: string,
): Promise<OpenedDatabases> {
  const keys = await loadKeys(settings, folder);
  const given = givenDatabases(settings);
  if (given !== null) {
    await migrateDatabase(given.owner);
    return { databases: given, ...keys, close: () => Promise.resolve() };
  }
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const databases = await prepareDatabase(postgres.adminUrl, 'attune');
  return { databases, ...keys, close: () => postgres.stop() };
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

async function loadKeys(
  { ATTUNE_KEY, ATTUNE_KEY_PREVIOUS }: DatabaseSettings,
  folder: string,
): Promise<Pick<OpenedDatabases, 'credentialKey' | 'formerKeys'>> {
  const formerKeys =
    ATTUNE_KEY_PREVIOUS === undefined ? [] : [toKey(ATTUNE_KEY_PREVIOUS, 'ATTUNE_KEY_PREVIOUS')];
  if (ATTUNE_KEY !== undefined)
    return { credentialKey: toKey(ATTUNE_KEY, 'ATTUNE_KEY'), formerKeys };
  const credentialKey = await loadOrCreateKeyFile(path.join(folder, 'credential-key'));
  return { credentialKey, formerKeys };
}

function toKey(given: string, name: string): Buffer {
  const key = Buffer.from(given, 'base64');
  if (key.length === 32) return key;
  throw new AppError('configuration_invalid', `${name} must be 32 bytes in base64.`, {
    recovery: 'abort',
  });
}
