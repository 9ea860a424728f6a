import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contact, deal, page, salesPipeline } from '../../support/sync/crm-records.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';
import { storesOfNewTenant } from '../../support/store.ts';

const DISPATCHER_TABLES = ['due_work', 'session', 'tenant_directory'];

describe('tenancy in the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());

  it('shows nothing to a query without a tenant', async () => {
    const stores = storesOfNewTenant(database);
    await stores.apply(page({ subjects: [contact('dana')] }));
    const { rows } = await sql`select * from person`.execute(database.app);
    expect(rows).toEqual([]);
  });

  it('refuses a row that is written for another tenant', async () => {
    const [one, other] = [storesOfNewTenant(database), storesOfNewTenant(database)];
    const writing = one.inTenant(one.tenantId, ({ trx }) =>
      sql`insert into dirty_record values (${other.tenantId}, 'deal', 'd1', now())`.execute(trx),
    );
    await expect(writing).rejects.toThrow('row-level security');
  });

  it('keeps two tenants apart that use the same ids', async () => {
    const [one, other] = [storesOfNewTenant(database), storesOfNewTenant(database)];
    const subjects = [salesPipeline, contact('dana'), deal('d1', { contactIds: ['dana'] })];
    await one.apply(page({ subjects }));
    expect(await other.fileOf({ kind: 'deal', dealId: 'd1' })).toBeNull();
    await other.apply(page({ subjects: [deal('d1', { name: 'Theirs' })] }));
    await other.apply(page({ subjects: [], gone: [{ kind: 'deal', id: 'd1' }] }));
    const file = await one.fileOf({ kind: 'deal', dealId: 'd1' });
    expect(file?.deal?.name).toBe('Deal d1');
  });

  it('carries no tenant from one request to the next on a pooled connection', async () => {
    const stores = storesOfNewTenant(database);
    const connections = new Set<number>();
    const look = async () => {
      const { rows } = await sql<{ pid: number; tenant: string | null }>`
        select pg_backend_pid() as pid, current_setting('app.tenant', true) as tenant`.execute(
        database.app,
      );
      return rows[0];
    };
    for (let i = 0; i < 4; i += 1) {
      await stores.inTenant(stores.tenantId, async ({ trx }) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        connections.add(rows[0]?.pid ?? 0);
      });
      const found = await look();
      expect(connections.has(found?.pid ?? -1)).toBe(true);
      expect(found?.tenant ?? '').toBe('');
    }
  });

  it('carries no tenant on after a request that failed', async () => {
    const stores = storesOfNewTenant(database);
    await stores.apply(page({ subjects: [contact('dana')] }));
    const failing = stores.inTenant(stores.tenantId, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    const { rows } = await sql`select * from person`.execute(database.app);
    expect(rows).toEqual([]);
  });

  it('forces row-level security on every table but the three of the dispatcher', async () => {
    const { rows } = await sql<{ name: string; forced: boolean }>`
      select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'
      order by relname`.execute(database.owner);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual(DISPATCHER_TABLES);
  });

  it('grants the dispatcher its three tables and no other', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.table_privileges
      where table_schema = 'public' and grantee in ('attune_dispatcher', 'PUBLIC')
      order by 1`.execute(database.owner);
    expect(rows.map(({ name }) => name)).toEqual(DISPATCHER_TABLES);
    await expect(sql`select * from person`.execute(database.dispatcher)).rejects.toThrow(
      'permission denied',
    );
  });

  it('keeps the app from the dispatcher’s tables and from the queue', async () => {
    await expect(sql`select * from due_work`.execute(database.app)).rejects.toThrow('permission');
    const { rows } = await sql<{ may: boolean }>`
      select has_schema_privilege('attune_app', 'bullmq', 'usage') as may`.execute(database.owner);
    expect(rows).toEqual([{ may: false }]);
  });

  it('gives no role of ours a way around row-level security', async () => {
    const { rows } = await sql<{ name: string; around: boolean }>`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole as around from pg_roles
      where rolname like 'attune%' order by 1`.execute(database.owner);
    expect(rows).toEqual([
      { name: 'attune_app', around: false },
      { name: 'attune_dispatcher', around: false },
      { name: 'attune_owner', around: false },
    ]);
  });

  it('lets the app own nothing', async () => {
    const { rows } = await sql`
      select relname from pg_class join pg_roles on pg_roles.oid = relowner
      where rolname = 'attune_app'`.execute(database.owner);
    expect(rows).toEqual([]);
  });
});
