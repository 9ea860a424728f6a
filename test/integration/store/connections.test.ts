import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createConnectionStore,
  type ConnectionStore,
} from '../../../server/store/credentials/connection-store.ts';
import {
  createCredentialCipher,
  createKeyRing,
} from '../../../server/store/credentials/credential-cipher.ts';
import { createTenantStore } from '../../../server/store/tenant/tenant-store.ts';
import { createUnitOfWork, type UnitOfWork } from '../../../server/store/unit-of-work.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';

const AT = '2026-11-20T10:00:00.000Z';
const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];

describe('a connection in the database', () => {
  let database: TestDatabase;
  let inTenant: UnitOfWork;

  beforeAll(async () => {
    database = await openTestDatabase();
    inTenant = createUnitOfWork(database.app);
  }, 60_000);
  afterAll(() => database.close());

  const openStore = (current: Buffer, former: readonly Buffer[] = []): ConnectionStore =>
    createConnectionStore({
      inTenant,
      cipher: createCredentialCipher(createKeyRing(current, former)),
    });
  const newTenant = () =>
    createTenantStore({ inTenant, dispatcher: database.dispatcher }).ensureTenant({
      vendor: 'hubspot',
      accountId: randomUUID(),
      name: 'Larkfield',
      timeZone: 'Europe/London',
    });
  const connection = (token: string) => ({
    credentials: { token },
    installedBy: '9001',
    grantedScopes: ['oauth'],
    at: AT,
  });
  const rawRow = async (tenantId: string) => {
    const { rows } = await inTenant(tenantId, ({ trx }) =>
      sql<{ keyId: string | null; whole: string }>`
        select key_id as "keyId", connection::text as whole from connection`.execute(trx),
    );
    return rows[0];
  };

  it('remembers who installed it, what was granted and since when', async () => {
    const [store, tenantId] = [openStore(oldKey), await newTenant()];
    await store.connect(tenantId, connection('t1'));
    expect(await store.loadStatus(tenantId)).toEqual({
      state: 'active',
      stateSince: AT,
      stateReason: null,
      installedBy: '9001',
      grantedScopes: ['oauth'],
      reconciledAt: AT,
    });
    expect(await store.loadStatus(randomUUID())).toBeNull();
  });

  it('does not open for another tenant, nor from before a reconnect', async () => {
    const store = openStore(oldKey);
    const [one, other] = [await newTenant(), await newTenant()];
    await store.connect(one, connection('one'));
    await store.connect(other, connection('other'));
    const copy = async (from: string, to: string) => {
      const { rows } = await inTenant(from, ({ trx }) =>
        sql<{ ciphertext: Buffer }>`select ciphertext from connection`.execute(trx),
      );
      const [row] = rows;
      return () =>
        inTenant(to, ({ trx }) =>
          sql`update connection set ciphertext = ${row?.ciphertext}`.execute(trx),
        );
    };
    const putBack = await copy(other, other);
    await (
      await copy(one, other)
    )();
    await expect(store.load(other)).rejects.toMatchObject({ code: 'secret_unreadable' });
    await store.connect(other, connection('again'));
    expect(await store.load(other)).toMatchObject({ credentials: { token: 'again' } });
    await putBack();
    await expect(store.load(other)).rejects.toMatchObject({ code: 'secret_unreadable' });
  });

  it('is sealed with the new key at the next saving, and needs the old one until then', async () => {
    const tenantId = await newTenant();
    await openStore(oldKey).connect(tenantId, connection('t1'));
    await expect(openStore(newKey).load(tenantId)).rejects.toThrow('There is no key');
    const both = openStore(newKey, [oldKey]);
    expect(await both.load(tenantId)).toMatchObject({ credentials: { token: 't1' } });
    expect(await both.saveRefreshed(tenantId, 1, { token: 't2' })).toBe(true);
    expect(await openStore(newKey).load(tenantId)).toMatchObject({ credentials: { token: 't2' } });
  });

  it('needs a reconnect once, for its first reason, and not for tokens that were replaced', async () => {
    const [store, tenantId] = [openStore(oldKey), await newTenant()];
    await store.connect(tenantId, connection('t1'));
    await store.connect(tenantId, connection('t2'));
    expect(await store.markReconnectNeeded(tenantId, 'token_refused', 1)).toBe(false);
    expect(await store.markReconnectNeeded(tenantId, 'token_refused', 2)).toBe(true);
    expect(await store.markReconnectNeeded(tenantId, 'access_refused')).toBe(false);
    expect(await store.loadStatus(tenantId)).toMatchObject({
      state: 'reconnect_needed',
      stateReason: 'token_refused',
    });
  });

  it('saves nothing and lends no lease once it is not active', async () => {
    const [store, tenantId] = [openStore(oldKey), await newTenant()];
    await store.connect(tenantId, connection('t1'));
    await store.markReconnectNeeded(tenantId, 'token_refused');
    expect(await store.saveRefreshed(tenantId, 1, { token: 't2' })).toBe(false);
    expect(await store.leaseRefresh(tenantId, { version: 1, ended: false })).toBe(false);
  });

  it('wipes the key when it is disconnected, and can be connected again', async () => {
    const [store, tenantId] = [openStore(oldKey), await newTenant()];
    await store.connect(tenantId, connection('t1'));
    await store.disconnect(tenantId);
    expect(await rawRow(tenantId)).toMatchObject({ keyId: null });
    expect(await store.load(tenantId)).toMatchObject({ credentials: null, state: 'disconnected' });
    expect(await store.loadStatus(tenantId)).toMatchObject({
      stateReason: 'disconnected_by_admin',
      grantedScopes: [],
    });
    await store.connect(tenantId, connection('t2'));
    expect(await store.load(tenantId)).toMatchObject({ state: 'active' });
  });

  describe('holds quotes back', () => {
    const night = async (tenantId: string, startedAt: string, done: readonly boolean[]) => {
      const nightId = randomUUID();
      await inTenant(tenantId, async ({ trx }) => {
        await sql`insert into night (tenant_id, id, phase, calls_before, started_at, finished_at)
          values (${tenantId}, ${nightId}, 'finished', 0, ${startedAt}, ${startedAt})`.execute(trx);
        for (const [index, isDone] of done.entries())
          await sql`insert into sync_unit (tenant_id, work_id, night_id, kind, phase, window_to, done)
            values (${tenantId}, ${randomUUID()}, ${nightId}, ${`kind${index}`}, 'gone',
              ${startedAt}, ${isDone})`.execute(trx);
      });
    };
    const reconnected = async (store: ConnectionStore) => {
      const tenantId = await newTenant();
      await store.connect(tenantId, { ...connection('t1'), at: '2026-11-01T10:00:00.000Z' });
      await store.markReconnectNeeded(tenantId, 'token_refused');
      await store.connect(tenantId, connection('t2'));
      return tenantId;
    };

    it('where there is no connection, and not after a first install', async () => {
      const [store, tenantId] = [openStore(oldKey), await newTenant()];
      expect(await store.quotesHeldBack(tenantId)).toBe(true);
      await store.connect(tenantId, connection('t1'));
      expect(await store.quotesHeldBack(tenantId)).toBe(false);
    });

    it('not when it was connected anew while it worked', async () => {
      const [store, tenantId] = [openStore(oldKey), await newTenant()];
      await store.connect(tenantId, connection('t1'));
      await store.connect(tenantId, connection('t2'));
      expect(await store.quotesHeldBack(tenantId)).toBe(false);
    });

    it('after a reconnect, until every list of deletions of one later night is through', async () => {
      const store = openStore(oldKey);
      const tenantId = await reconnected(store);
      expect(await store.quotesHeldBack(tenantId)).toBe(true);
      await night(tenantId, '2026-11-20T09:59:59.000Z', [true, true]);
      expect(await store.quotesHeldBack(tenantId)).toBe(true);
      await night(tenantId, '2026-11-20T10:00:01.000Z', [true, false]);
      expect(await store.quotesHeldBack(tenantId)).toBe(true);
      await night(tenantId, '2026-11-20T10:00:02.000Z', [true, true]);
      expect(await store.quotesHeldBack(tenantId)).toBe(false);
    });

    it('no longer once they were known, even when the night is forgotten', async () => {
      const store = openStore(oldKey);
      const tenantId = await reconnected(store);
      await night(tenantId, '2026-11-21T02:00:00.000Z', [true]);
      expect(await store.quotesHeldBack(tenantId)).toBe(false);
      await inTenant(tenantId, ({ trx }) => sql`delete from night`.execute(trx));
      expect(await store.quotesHeldBack(tenantId)).toBe(false);
    });

    it('once it is disconnected', async () => {
      const [store, tenantId] = [openStore(oldKey), await newTenant()];
      await store.connect(tenantId, connection('t1'));
      await store.disconnect(tenantId);
      expect(await store.quotesHeldBack(tenantId)).toBe(true);
    });
  });
});
