import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createWorkStore } from '../../../server/store/work-store.ts';
import type { Presence, WorkStore } from '../../../server/queue/port.ts';
import { eventually } from '../../support/eventually.ts';
import { openTestDatabase, sql, type TestDatabase } from '../../support/postgres.ts';
import { newWork } from '../../support/queue.ts';

jest.setTimeout(30_000);

const LEASE_MS = 600_000;
const report = (): void => undefined;
const alwaysTrue = () => true;
const alwaysFalse = () => false;

describe('work held by a worker that lives', () => {
  let database: TestDatabase;
  let attending: Presence[] = [];

  const attend = async (works: WorkStore): Promise<void> => {
    const presence = works.attend(report);
    attending.push(presence);
    await presence.known;
  };
  const claim = (works: WorkStore) => works.claim(['walk_unit'], LEASE_MS);
  /** As the kernel and Postgres do with the connections of a process that was killed. */
  const endSessions = async (): Promise<number> => {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
    `.execute(database.dispatcher);
    return rows.length;
  };

  beforeAll(async () => {
    database = await openTestDatabase();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(attending.map((each) => each.close()));
    attending = [];
    // A session that a test has ended may still be in the pool: the next one serves.
    const empty = () => sql`delete from due_work`.execute(database.dispatcher);
    await eventually('no work is left', () => empty().then(alwaysTrue, alwaysFalse));
  });
  afterAll(() => database.close());

  it('stays with it', async () => {
    const [first, second] = [
      createWorkStore(database.dispatcher),
      createWorkStore(database.dispatcher),
    ];
    await attend(first);
    await first.enqueue(newWork(), 0);
    expect(await claim(first)).not.toBeNull();
    expect(await claim(second)).toBeNull();
    expect(await second.listDue(10)).toEqual([]);
  });

  it('is due at once when the worker is gone, long before its lease has run out', async () => {
    const [first, second] = [
      createWorkStore(database.dispatcher),
      createWorkStore(database.dispatcher),
    ];
    await attend(first);
    const work = newWork();
    await first.enqueue(work, 0);
    expect((await claim(first))?.workId).toBe(work.workId);
    await attending.pop()?.close();
    expect((await second.listDue(10)).map(({ workId }) => workId)).toEqual([work.workId]);
    expect((await claim(second))?.workId).toBe(work.workId);
  });

  it('is its own again when its connection broke and came back', async () => {
    const [first, second] = [
      createWorkStore(database.dispatcher),
      createWorkStore(database.dispatcher),
    ];
    await attend(first);
    await first.enqueue(newWork(), 0);
    expect(await claim(first)).not.toBeNull();
    expect(await endSessions()).toBeGreaterThan(0);
    await eventually('it is seen again', async () => (await second.listDue(10)).length === 0);
    expect(await claim(second)).toBeNull();
  });

  it('stays until its lease has run out where the worker does not attend', async () => {
    const [first, second] = [
      createWorkStore(database.dispatcher),
      createWorkStore(database.dispatcher),
    ];
    await first.enqueue(newWork(), 0);
    expect(await claim(first)).not.toBeNull();
    expect(await claim(second)).toBeNull();
  });
});
