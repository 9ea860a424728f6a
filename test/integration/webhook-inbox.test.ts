import { beforeEach, describe, expect, it } from '@jest/globals';
import { createInboxStore, type InboxStore, type Notice } from '../../server/store/inbox-store.ts';
import { activity, contact, page, read } from '../support/sync/crm-records.ts';
import { sql } from '../support/postgres.ts';
import { storesForEachTest } from '../support/stores-for-each-test.ts';

const EARLY = '2026-03-04T02:00:00.000Z';
const LATE = '2026-03-04T02:05:00.000Z';

describe('the inbox of webhooks', () => {
  const stores = storesForEachTest();
  let inbox: InboxStore;
  let events = 0;

  const tell = async (...notices: readonly Omit<Notice, 'key'>[]) => {
    const keyed = notices.map((notice) => ({ ...notice, key: `event-${(events += 1)}` }));
    await inbox.takeIn(stores.tenantId, keyed);
    await inbox.settle(stores.tenantId, 100);
  };
  const told = (change: Notice['change'], happenedAt = EARLY) =>
    ({ kind: 'email', id: 'm1', change, happenedAt }) as const;
  const dana = (change: Notice['change'], happenedAt = EARLY) =>
    ({ kind: 'contact', id: 'dana', change, happenedAt }) as const;
  const readAgain = () =>
    stores.apply(page({ subjects: [contact('dana')], activities: [read(activity('m1'))] }));
  const activitiesLeft = () => count('activity');
  const personsLeft = () => count('person');
  const count = (table: string): Promise<number> =>
    stores.inTenant(stores.tenantId, async ({ trx }) => {
      const { rows } = await sql`select from ${sql.table(table)}`.execute(trx);
      return rows.length;
    });

  beforeEach(async () => {
    inbox = createInboxStore(stores.inTenant);
    await readAgain();
    expect([await activitiesLeft(), await personsLeft()]).toEqual([1, 1]);
  });

  it('obeys a deletion at once, without the CRM', async () => {
    await tell(told('deleted'));
    expect(await activitiesLeft()).toBe(0);
  });

  it('keeps a late page from bringing a deleted record back', async () => {
    await tell(told('deleted'));
    await readAgain();
    expect(await activitiesLeft()).toBe(0);
  });

  it('welcomes a restored record at once, and marks it to be fetched', async () => {
    await tell(told('deleted'), told('restored', LATE));
    expect((await stores.sync.loadDirtyRecords(stores.tenantId, 10)).map(({ ref }) => ref)).toEqual(
      [{ kind: 'email', id: 'm1' }],
    );
    await readAgain();
    expect(await activitiesLeft()).toBe(1);
  });

  it('passes over a deletion that arrives after the restore that undid it', async () => {
    await tell(told('restored', LATE));
    await tell(told('deleted', EARLY));
    expect(await activitiesLeft()).toBe(1);
  });

  it('never takes in again whom a privacy request erased', async () => {
    await tell(dana('privacy_deleted'));
    expect(await personsLeft()).toBe(0);
    await tell(dana('restored', LATE));
    await readAgain();
    expect(await personsLeft()).toBe(0);
  });

  it('keeps no property values', async () => {
    await tell(told('changed'));
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_name = 'webhook_inbox' order by 1
    `.execute(stores.database.owner);
    expect(rows.map(({ name }) => name)).toEqual([
      ...['change', 'event_key', 'happened_at', 'id'],
      ...['kind', 'received_at', 'settled_at', 'tenant_id'],
    ]);
  });
});
