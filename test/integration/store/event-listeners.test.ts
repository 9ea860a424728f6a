import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  createEventPlaceStore,
  type HeardEvents,
} from '../../../server/store/events/event-place-store.ts';
import {
  createListenerStore,
  type ListenerStore,
} from '../../../server/store/events/listener-store.ts';
import { createUnitOfWork } from '../../../server/store/unit-of-work.ts';
import { recordId } from '../../simulators/salesforce/org/record-id.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';
import { runCommand } from '../../support/run-command.ts';

jest.setTimeout(30_000);

const TOPIC = '/data/OpportunityChangeEvent';
const LEASE = { forMs: 600_000, more: 10 };

describe('who listens to an org’s change events', () => {
  let database: TestDatabase;
  let tenantId: string;
  let orgs = 0;
  let [first, second]: ListenerStore[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    await sql`delete from tenant_directory`.execute(database.dispatcher);
    [first, second] = [listener(() => null), listener(() => null)];
    tenantId = await enter('active');
  });

  const listener = (holder: () => number | null) =>
    createListenerStore(database.dispatcher, holder);
  const orgId = () => recordId('00D', orgs);
  const enter = async (state: string) => {
    orgs += 1;
    const id = randomUUID();
    await sql`
      insert into tenant_directory (vendor, account_id, tenant_id, connection_state)
      values ('salesforce', ${orgId()}, ${id}, ${state})`.execute(database.dispatcher);
    return id;
  };

  it('is nobody, before an admin wants it', async () => {
    expect(await first?.lease(LEASE)).toEqual([]);
  });

  it('is one worker at a time, until it lets go', async () => {
    expect(await first?.want(orgId(), true)).toBe(true);
    expect(await first?.lease(LEASE)).toEqual([tenantId]);
    expect(await second?.lease(LEASE)).toEqual([]);
    expect(await first?.lease(LEASE)).toEqual([tenantId]);
    await first?.letGo();
    expect(await second?.lease(LEASE)).toEqual([tenantId]);
  });

  it('is another worker once the lease has run out', async () => {
    await first?.want(orgId(), true);
    await first?.lease({ ...LEASE, forMs: -1 });
    expect(await second?.lease(LEASE)).toEqual([tenantId]);
    expect(await first?.lease(LEASE)).toEqual([]);
  });

  it('is another worker at once when the first one was killed', async () => {
    const nobodyAlive = 4_711;
    const killed = listener(() => nobodyAlive);
    await killed.want(orgId(), true);
    expect(await killed.lease(LEASE)).toEqual([tenantId]);
    expect(await second?.lease(LEASE)).toEqual([tenantId]);
  });

  it('is shared: a worker takes only so many more at a look', async () => {
    await first?.want(orgId(), true);
    await enter('active');
    await first?.want(orgId(), true);
    expect(await first?.lease({ ...LEASE, more: 1 })).toHaveLength(1);
    expect(await second?.lease({ ...LEASE, more: 1 })).toHaveLength(1);
  });

  it('is nobody where the connection needs a person', async () => {
    await enter('reconnect_needed');
    await first?.want(orgId(), true);
    expect(await first?.lease(LEASE)).toEqual([]);
  });

  it('is decided by a command, with the org’s id as Setup shows it', async () => {
    const script = 'scripts/events/switch-events.ts';
    const variables = { DATABASE_DISPATCHER_URL: database.urls.dispatcher };
    const switched = (org: string, position: string) =>
      runCommand(script, ['--org', org, '--switch', position], variables);
    expect((await switched(orgId().slice(0, 15), 'on')).status).toBe(0);
    expect(await first?.lease(LEASE)).toEqual([tenantId]);
    expect(await switched(orgId(), 'off')).toMatchObject({ status: 0, stdout: '' });
    expect(await first?.lease(LEASE)).toEqual([]);
    expect((await switched(recordId('00D', 999), 'on')).status).toBe(1);
    expect((await switched('somebody', 'on')).status).toBe(2);
    expect((await switched(orgId(), 'maybe')).status).toBe(2);
    const nowhere = await runCommand(script, ['--org', orgId(), '--switch', 'on']);
    expect(nowhere).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
  });

  it('keeps place and notices together, or neither', async () => {
    const places = createEventPlaceStore(createUnitOfWork(database.app));
    const at = '2026-11-20T10:00:00.000Z';
    const heard = (change: string): HeardEvents => ({
      ...{ topic: TOPIC, replayId: Buffer.from([1]), storedAt: at },
      // A change that the inbox does not know stands for whatever may go wrong there.
      notices: [{ key: 'e1', kind: 'deal', id: 'd1', change, happenedAt: at }] as never,
    });
    await expect(places.keep(tenantId, heard('invented'))).rejects.toThrow();
    expect(await places.load(tenantId, TOPIC)).toBeNull();
    await places.keep(tenantId, heard('changed'));
    await places.keep(tenantId, { ...heard('changed'), replayId: Buffer.from([2]) });
    expect(await places.load(tenantId, TOPIC)).toEqual({
      replayId: Buffer.from([2]),
      storedAt: at,
    });
    await places.forget(tenantId, TOPIC);
    expect(await places.load(tenantId, TOPIC)).toBeNull();
  });
});
