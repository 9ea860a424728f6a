import { randomBytes } from 'node:crypto';
import { createDatabase, createRoles } from './database/create-roles.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open-database.ts';

/** Where each role connects; the queue uses the dispatcher's. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly dispatcher: string;
}

/**
 * For a Postgres of our own: roles, database and migrations, all repeatable. The roles' passwords are new
 * at each start, so none of them is ever written down.
 */
export async function prepareDatabase(adminUrl: string, name: string): Promise<DatabaseUrls> {
  const passwords = { owner: secret(), app: secret(), dispatcher: secret() };
  await within(adminUrl, async (admin) => {
    await createRoles(admin, passwords);
    await createDatabase(admin, name);
  });
  const urls = {
    owner: urlOf(adminUrl, { user: 'attune_owner', password: passwords.owner, name }),
    app: urlOf(adminUrl, { user: 'attune_app', password: passwords.app, name }),
    dispatcher: urlOf(adminUrl, {
      user: 'attune_dispatcher',
      password: passwords.dispatcher,
      name,
    }),
  };
  await migrateDatabase(urls.owner);
  return urls;
}

/** As the role `attune_owner`; repeatable. */
export function migrateDatabase(ownerUrl: string): Promise<void> {
  return within(ownerUrl, migrate);
}

type Work = (db: ReturnType<typeof openDatabase>) => Promise<void>;

async function within(url: string, work: Work): Promise<void> {
  const db = openDatabase({ url, maxConnections: 1, onLostConnection: () => undefined });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

interface UrlParts {
  readonly name: string;
  readonly user: string;
  readonly password: string;
}

function urlOf(adminUrl: string, parts: UrlParts): string {
  const url = new URL(adminUrl);
  url.pathname = `/${parts.name}`;
  url.username = parts.user;
  url.password = parts.password;
  return url.href;
}

function secret(): string {
  return randomBytes(24).toString('hex');
}
