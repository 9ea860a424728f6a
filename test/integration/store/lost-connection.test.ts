import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../../server/store/database/open-database.ts';
import { createUnitOfWork } from '../../../server/store/unit-of-work.ts';
import { eventually } from '../../support/eventually.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';

/** As when Postgres dies; only the one connection, because other tests share the cluster. */
describe('a connection that is lost', () => {
  let database: TestDatabase;
  let lost: string[];
  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());

  const open = () => {
    lost = [];
    return openDatabase({
      url: database.urls.app,
      maxConnections: 2,
      onLostConnection: (error) => lost.push(error.message),
    });
  };
  const endConnection = (pid: number) =>
    sql`select pg_terminate_backend(${pid})`.execute(database.app);

  it('between two statements fails its transaction and nothing else', async () => {
    const db = open();
    const work = createUnitOfWork(db)(randomUUID(), async ({ trx }) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await endConnection(rows[0]?.pid ?? 0);
      await eventually('the loss is told', () => lost.length > 0);
      await sql`select 1`.execute(trx);
    });
    await expect(work).rejects.toMatchObject({ code: 'database_unavailable', recovery: 'retry' });
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });

  it('while idle is told, and the pool opens another', async () => {
    const db = open();
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    await endConnection(rows[0]?.pid ?? 0);
    await eventually('the loss is told', () => lost.length > 0);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });
});
