import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../server/store/database/schema.ts';
import { openDatabase } from '../../server/store/database/open-database.ts';
import type { DatabaseUrls } from '../../server/store/prepare-database.ts';
import { findCluster } from './postgres/find-cluster.ts';

/** For statements of tests: only this folder knows the driver. */
export { sql } from 'kysely';

/** A migrated database of its own, with the real roles. */
export interface TestDatabase {
  readonly urls: DatabaseUrls;
  readonly owner: Kysely<Database>;
  readonly app: Kysely<Database>;
  readonly dispatcher: Kysely<Database>;
  close(): Promise<void>;
}

/** Clones the run's template, in about 60 ms. Close it in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = await findCluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(
    cluster.adminUrl,
    sql`create database ${sql.id(name)} template attune_template owner attune_owner`,
  );
  const urls = {
    owner: inDatabase(cluster.urls.owner, name),
    app: inDatabase(cluster.urls.app, name),
    dispatcher: inDatabase(cluster.urls.dispatcher, name),
  };
  const [owner, app, dispatcher] = [
    connect(urls.owner),
    connect(urls.app),
    connect(urls.dispatcher),
  ];
  return {
    urls,
    owner,
    app,
    dispatcher,
    async close() {
      await Promise.all([owner.destroy(), app.destroy(), dispatcher.destroy()]);
      await asAdmin(cluster.adminUrl, sql`drop database ${sql.id(name)} with (force)`);
    },
  };
}

/** Few connections, so that tests meet a connection that served another tenant before. */
function connect(url: string): Kysely<Database> {
  return openDatabase({ url, maxConnections: 4, onLostConnection: () => undefined });
}

async function asAdmin(adminUrl: string, statement: ReturnType<typeof sql>): Promise<void> {
  const admin = openDatabase({
    url: adminUrl,
    maxConnections: 1,
    onLostConnection: () => undefined,
  });
  try {
    await statement.execute(admin);
  } finally {
    await admin.destroy();
  }
}

function inDatabase(url: string, name: string): string {
  const found = new URL(url);
  found.pathname = `/${name}`;
  return found.href;
}
