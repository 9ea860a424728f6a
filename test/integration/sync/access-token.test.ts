import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import type { CrmTokens } from '../../../server/crm/authorizer.ts';
import { openStores, type Stores } from '../../../server/store/open-stores.ts';
import { createUnitOfWork } from '../../../server/store/unit-of-work.ts';
import { loadAccessToken, refuseToken } from '../../../server/sync/connection/access-token.ts';
import { disconnectAccount } from '../../../server/sync/connection/disconnect-account.ts';
import { eventually } from '../../support/eventually.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';

const NOW = new Date('2026-11-20T10:00:00.000Z');
const MINUTE_MS = 60_000;
const withdrawn = () =>
  new AppError('crm_unauthorized', 'No longer accepted.', { recovery: 'reauthorize' });
const away = () => new AppError('crm_unavailable', 'No answer.', { recovery: 'retry' });

describe('an access token', () => {
  let database: TestDatabase;
  let processes: readonly [Stores, Stores];

  beforeAll(async () => {
    database = await openTestDatabase();
    const credentialKey = randomBytes(32);
    const open = () =>
      openStores({ databases: database.urls, credentialKey, report: () => undefined });
    processes = [open(), open()];
  }, 60_000);
  afterAll(async () => {
    for (const stores of processes) await stores.close();
    await database.close();
  });

  const connect = async (minutesLeft: number) => {
    const [{ tenants, connections }] = processes;
    const tenantId = await tenants.ensureTenant({
      ...{ vendor: 'hubspot', accountId: randomUUID() },
      ...{ name: 'Larkfield', timeZone: 'Europe/London' },
    });
    const expiresAtMs = NOW.getTime() + minutesLeft * MINUTE_MS;
    await connections.connect(tenantId, {
      credentials: { accessToken: 'first', refreshToken: 'r1', expiresAtMs },
      ...{ installedBy: null, grantedScopes: [], at: NOW.toISOString() },
    });
    return tenantId;
  };
  /** A desk that answers after a moment, or when it is told to, and counts. */
  const openDesk = (
    answer: (count: number) => CrmTokens,
    moment: () => Promise<unknown> = () => sleep(30),
  ) => {
    const asked: string[] = [];
    const refresh = async (refreshToken: string) => {
      asked.push(refreshToken);
      await moment();
      return answer(asked.length);
    };
    return { asked, refresh };
  };
  const fresh = (count: number): CrmTokens => ({
    accessToken: `new-${count}`,
    refreshToken: `r${count + 1}`,
    expiresInSeconds: 1_800,
    ...{ accountId: '1', userId: null, scopes: [], apiOrigin: null },
  });
  const load = (
    tenantId: string,
    desk: ReturnType<typeof openDesk>,
    { stores = processes[0], random = 0 } = {},
  ) =>
    loadAccessToken(
      {
        connections: stores.connections,
        authorizer: desk,
        clock: () => NOW,
        random: () => random,
      },
      tenantId,
    );
  const loadFromBoth = (tenantId: string, desk: ReturnType<typeof openDesk>, callers: number) =>
    Promise.allSettled(
      Array.from({ length: callers }, (_, caller) =>
        load(tenantId, desk, { stores: processes[caller % 2 === 0 ? 0 : 1] }),
      ),
    );

  /** As if 45 seconds had passed. */
  const passLease = (tenantId: string) =>
    createUnitOfWork(database.app)(tenantId, ({ trx }) =>
      sql`update connection set refresh_lease_until = clock_timestamp() - interval '1 ms'`.execute(
        trx,
      ),
    );

  it('is used while it lasts', async () => {
    const desk = openDesk(fresh);
    expect(await load(await connect(7), desk)).toBe('first');
    expect(desk.asked).toEqual([]);
  });

  it('is renewed some minutes before its end, not by every account at the same moment', async () => {
    const desk = openDesk(fresh);
    const tenantId = await connect(5.5);
    expect(await load(tenantId, desk, { random: 0 })).toBe('first');
    expect(await load(tenantId, desk, { random: 0.9 })).toBe('new-1');
    expect(await load(tenantId, desk)).toBe('new-1');
    expect(desk.asked).toEqual(['r1']);
  });

  it('is renewed by one of twenty in two processes; the others go on with the old one', async () => {
    const told = Promise.withResolvers<undefined>();
    const desk = openDesk(fresh, () => told.promise);
    const tenantId = await connect(4);
    const tokens: string[] = [];
    const callers = Array.from({ length: 20 }, async (_, caller) => {
      tokens.push(await load(tenantId, desk, { stores: processes[caller % 2 === 0 ? 0 : 1] }));
    });
    await eventually('nineteen have theirs', () => tokens.length === 19);
    told.resolve(undefined);
    await Promise.all(callers);
    expect(tokens).toEqual([...Array.from({ length: 19 }, () => 'first'), 'new-1']);
    expect(desk.asked).toEqual(['r1']);
  });

  it('is waited for outside the worker when it has ended', async () => {
    const told = Promise.withResolvers<undefined>();
    const desk = openDesk(fresh, () => told.promise);
    const tenantId = await connect(-1);
    const first = load(tenantId, desk);
    await eventually('the desk is asked', () => desk.asked.length === 1);
    for (const each of await loadFromBoth(tenantId, desk, 20))
      expect(each).toMatchObject({ reason: { recovery: 'wait', retryAfterMs: 300 } });
    told.resolve(undefined);
    expect(await first).toBe('new-1');
    expect(desk.asked).toEqual(['r1']);
    expect(await load(tenantId, desk)).toBe('new-1');
  });

  it('is renewed at once when the process that was renewing it is gone', async () => {
    const desk = openDesk(fresh);
    const tenantId = await connect(-1);
    const [here, there] = processes;
    const presence = there.works.attend(() => undefined);
    await presence.known;
    expect(await there.connections.leaseRefresh(tenantId, { version: 1, ended: false })).toBe(true);
    await expect(load(tenantId, desk, { stores: here })).rejects.toMatchObject({
      recovery: 'wait',
    });
    await presence.close();
    expect(await load(tenantId, desk, { stores: here })).toBe('new-1');
  });

  it('that the CRM called expired is renewed before its time, and not used meanwhile', async () => {
    const told = Promise.withResolvers<undefined>();
    const desk = openDesk(fresh, () => told.promise);
    const tenantId = await connect(20);
    const connections = processes[0].connections;
    const tools = { connections, authorizer: desk, clock: () => NOW, random: () => 0 };
    const renewing = loadAccessToken(tools, tenantId, 'first');
    await eventually('the desk is asked', () => desk.asked.length === 1);
    const elsewhere = { ...tools, connections: processes[1].connections };
    for (const refused of ['first', undefined])
      await expect(loadAccessToken(elsewhere, tenantId, refused)).rejects.toMatchObject({
        recovery: 'wait',
      });
    told.resolve(undefined);
    expect(await renewing).toBe('new-1');
    expect(desk.asked).toEqual(['r1']);
    expect(await loadAccessToken(tools, tenantId, 'first')).toBe('new-1');
  });

  it('that the CRM refuses ends the connection after one call, whoever asks', async () => {
    const desk = openDesk(() => {
      throw withdrawn();
    });
    const tenantId = await connect(-1);
    await loadFromBoth(tenantId, desk, 20);
    const later = await loadFromBoth(tenantId, desk, 20);
    for (const each of later)
      expect(each).toMatchObject({ status: 'rejected', reason: { recovery: 'reauthorize' } });
    expect(desk.asked).toEqual(['r1']);
    expect(await processes[1].connections.loadStatus(tenantId)).toMatchObject({
      state: 'reconnect_needed',
      stateReason: 'token_refused',
    });
  });

  it('that the CRM refuses ends its connection, but not one that was made meanwhile', async () => {
    const [{ connections }] = processes;
    const tenantId = await connect(7);
    const refuse = (token: string) => refuseToken({ connections }, tenantId, token);
    const again = { accessToken: 'second', refreshToken: 'r2', expiresAtMs: NOW.getTime() };
    await connections.connect(tenantId, {
      credentials: again,
      ...{ installedBy: null, grantedScopes: [], at: NOW.toISOString() },
    });
    expect(await refuse('first')).toBe(false);
    expect(await connections.loadStatus(tenantId)).toMatchObject({ state: 'active' });
    expect(await refuse('second')).toBe(true);
    expect(await connections.loadStatus(tenantId)).toMatchObject({
      state: 'reconnect_needed',
      stateReason: 'access_refused',
    });
    expect(await refuse('first')).toBe(true);
    expect(await refuseToken({ connections }, randomUUID(), 'first')).toBe(true);
  });

  it('that could not be renewed is used to its end, and asked for again after a rest', async () => {
    const desk = openDesk(() => {
      throw away();
    });
    const tenantId = await connect(4);
    expect(await load(tenantId, desk)).toBe('first');
    expect(await load(tenantId, desk)).toBe('first');
    expect(desk.asked).toEqual(['r1']);
    expect(await processes[0].connections.loadStatus(tenantId)).toMatchObject({ state: 'active' });
  });

  it('that has ended and cannot be renewed fails for now, not for good', async () => {
    const desk = openDesk(() => {
      throw away();
    });
    const tenantId = await connect(-1);
    await expect(load(tenantId, desk)).rejects.toMatchObject({ recovery: 'retry' });
    await expect(load(tenantId, desk)).rejects.toMatchObject({ recovery: 'wait' });
    await processes[0].connections.deferRefresh(tenantId, -1);
    const well = openDesk(fresh);
    expect(await load(tenantId, well)).toBe('new-1');
  });

  it('says at once that our own configuration is wrong', async () => {
    const desk = openDesk(() => {
      throw new AppError('configuration_invalid', 'Unknown app.', { recovery: 'abort' });
    });
    await expect(load(await connect(4), desk)).rejects.toMatchObject({ recovery: 'abort' });
  });

  it('survives a worker that died between the CRM’s answer and our commit', async () => {
    const tenantId = await connect(-1);
    // The CRM was asked and has answered; the worker that held the lease is gone.
    await processes[0].connections.leaseRefresh(tenantId, { version: 1, ended: false });
    const desk = openDesk(fresh);
    await expect(load(tenantId, desk)).rejects.toMatchObject({ recovery: 'wait' });
    await passLease(tenantId);
    expect(await load(tenantId, desk, { stores: processes[1] })).toBe('new-1');
    expect(await processes[1].connections.loadStatus(tenantId)).toMatchObject({ state: 'active' });
  });

  it('of a reconnect is not overwritten by a renewal that began before it', async () => {
    const tenantId = await connect(-1);
    const { connections } = processes[1];
    const told = Promise.withResolvers<undefined>();
    const desk = openDesk(fresh, () => told.promise);
    const renewal = load(tenantId, desk);
    await eventually('the desk is asked', () => desk.asked.length === 1);
    await connections.connect(tenantId, {
      credentials: {
        accessToken: 'of the reconnect',
        refreshToken: 'rr',
        expiresAtMs: NOW.getTime() + 30 * MINUTE_MS,
      },
      ...{ installedBy: null, grantedScopes: [], at: NOW.toISOString() },
    });
    told.resolve(undefined);
    await expect(renewal).rejects.toMatchObject({ recovery: 'wait' });
    expect(await load(tenantId, desk)).toBe('of the reconnect');
  });

  it('of a reconnect is not blamed for the refusal of the old one', async () => {
    const tenantId = await connect(-1);
    const told = Promise.withResolvers<undefined>();
    const desk = openDesk(
      () => {
        throw withdrawn();
      },
      () => told.promise,
    );
    const renewal = load(tenantId, desk);
    await eventually('the desk is asked', () => desk.asked.length === 1);
    await processes[1].connections.connect(tenantId, {
      credentials: {
        accessToken: 'of the reconnect',
        refreshToken: 'rr',
        expiresAtMs: NOW.getTime() + 30 * MINUTE_MS,
      },
      ...{ installedBy: null, grantedScopes: [], at: NOW.toISOString() },
    });
    told.resolve(undefined);
    await expect(renewal).rejects.toMatchObject({ recovery: 'wait' });
    expect(await load(tenantId, desk)).toBe('of the reconnect');
  });

  describe('at a disconnect', () => {
    const openTools = (endings: { uninstall?: () => Error; revoke?: () => Error } = {}) => {
      const done: string[] = [];
      const end = (name: 'uninstall' | 'revoke') => async (token: string) => {
        done.push(`${name} ${token}`);
        const failure = endings[name]?.();
        if (failure) throw failure;
      };
      const [{ connections }] = processes;
      const authorizer = {
        ...openDesk(fresh),
        uninstall: end('uninstall'),
        revoke: end('revoke'),
      };
      const parkWork = async () => void done.push('park');
      return {
        done,
        tools: { connections, authorizer, parkWork, clock: () => NOW, random: () => 0 },
      };
    };

    it('takes the app out, is revoked and wiped, and work rests', async () => {
      const tenantId = await connect(4);
      const { tools, done } = openTools();
      await disconnectAccount(tools, tenantId);
      expect(done).toEqual(['uninstall new-1', 'revoke r2', 'park']);
      expect(await processes[0].connections.load(tenantId)).toMatchObject({ credentials: null });
      await disconnectAccount(tools, tenantId);
      expect(done).toEqual(['uninstall new-1', 'revoke r2', 'park', 'park']);
    });

    it('is wiped although the CRM says it is gone already', async () => {
      const tenantId = await connect(20);
      const { tools, done } = openTools({ uninstall: withdrawn, revoke: withdrawn });
      await disconnectAccount(tools, tenantId);
      expect(done).toEqual(['uninstall first', 'revoke r1', 'park']);
      expect(await processes[0].connections.loadStatus(tenantId)).toMatchObject({
        state: 'disconnected',
      });
    });

    it('stays when the CRM cannot be reached, for a second attempt', async () => {
      const tenantId = await connect(20);
      const { tools } = openTools({ uninstall: away });
      await expect(disconnectAccount(tools, tenantId)).rejects.toMatchObject({ recovery: 'retry' });
      expect(await processes[0].connections.loadStatus(tenantId)).toMatchObject({
        state: 'active',
      });
    });

    it('that cannot be opened any more is wiped all the same', async () => {
      const tenantId = await connect(20);
      const stranger = openStores({
        databases: database.urls,
        credentialKey: randomBytes(32),
        report: () => undefined,
      });
      const { tools, done } = openTools();
      await disconnectAccount({ ...tools, connections: stranger.connections }, tenantId);
      await stranger.close();
      expect(done).toEqual(['park']);
    });
  });
});
