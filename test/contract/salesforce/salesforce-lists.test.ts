import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDirectory } from '../../../server/crm/salesforce/account.ts';
import { createClient } from '../../../server/crm/salesforce/client.ts';
import type { Org } from '../../simulators/salesforce/org/org.ts';
import {
  NO_METER,
  openSalesforce,
  type OpenSalesforce,
} from '../../support/salesforce/open-org.ts';

const DAY_MS = 86_400_000;

describe('Lists of a Salesforce org', () => {
  let open: OpenSalesforce;
  let org: Org;
  beforeEach(async () => {
    open = await openSalesforce();
    ({ org } = open.salesforce);
  });
  afterEach(() => open.salesforce.close());

  const addContact = () => org.put('Contact', { LastName: 'Finch' }).Id;

  function directory(address: string) {
    const { accessToken } = open.salesforce.issueTokens();
    const client = createClient({
      ...{ baseUrl: open.salesforce.url, meter: NO_METER, timeoutMs: 1_000 },
      accessToken: () => Promise.resolve(accessToken),
    });
    return createDirectory(client, address);
  }

  it('name all living ids, page by page', async () => {
    open.salesforce.desk().pageSize = 200;
    const ids = Array.from({ length: 250 }, addContact);
    org.remove('Contact', addContact());
    const lead = org.put('Lead', { LastName: 'Reed' }).Id;
    const first = await open.port.readIds('contact', null);
    const second = await open.port.readIds('contact', first.next);
    expect([...first.ids, ...second.ids]).toEqual(ids);
    // The leads come after the contacts.
    expect(await open.port.readIds('contact', second.next)).toEqual({ ids: [lead], next: null });
  });

  it('name what was deleted within fifteen days, less an hour since clocks differ', async () => {
    const ids = [addContact(), addContact()];
    org.remove('Contact', ids[0] ?? '');
    open.advance(3_600_000);
    org.remove('Contact', ids[1] ?? '', { hard: true });
    open.advance(15 * DAY_MS - 2 * 3_600_000);
    // The first is an hour short of fifteen days old, and its hour is not asked for.
    open.advance(60_000);
    expect(await open.port.readGone('contact', null)).toEqual({
      ...{ gone: [{ id: ids[1], goneAt: '2026-03-04T09:00:00.000Z' }], next: null },
    });
  });

  it('take no list of deletions that is none', async () => {
    open.salesforce.queueFault({
      kind: 'altered',
      path: /composite/,
      times: 5,
      alter: (real) => {
        const text = JSON.stringify(real().body).replaceAll('"deletedRecords"', '"somethingElse"');
        return { status: 200, body: text };
      },
    });
    await expect(open.port.readGone('contact', null)).rejects.toMatchObject({
      code: 'crm_unexpected_answer',
    });
  });

  it('count what is there, and say nothing of what is not', async () => {
    addContact();
    expect(await open.port.countRecords('contact')).toBe(1);
    expect(await open.port.countRecords('lead')).toBeNull();
    expect(await open.port.countRecords('pipeline')).toBeNull();
  });

  it('name pressing deals: those with a meeting ahead first', async () => {
    const quiet = org.put('Opportunity', { Name: 'Quiet', LastActivityDate: '2026-03-03' }).Id;
    const met = org.put('Opportunity', { Name: 'Met' }).Id;
    org.put('Event', { WhatId: met, StartDateTime: '2026-03-05T09:00:00.000Z' });
    const question = { pipelineIds: null, now: open.now().toISOString(), limit: 10 };
    expect(await open.port.readPressingDeals(question)).toEqual([met, quiet]);
    const other = { ...question, pipelineIds: ['another'] };
    expect(await open.port.readPressingDeals(other)).toEqual([]);
  });

  it('know no kind that Salesforce is not read for', async () => {
    for (const asked of [
      open.port.readIds('chat', null),
      open.port.readGone('chat', null),
      open.port.readRecords('chat', ['1']),
      open.port.readChanges('chat', { from: null, to: open.now().toISOString() }, null),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'crm_forbidden' });
  });

  it('give the one pipeline by its id, and miss any other', async () => {
    const batch = await open.port.readRecords('pipeline', ['renewal', 'sales']);
    expect(batch).toMatchObject({ records: [{ id: 'renewal' }], missing: ['sales'] });
  });

  it('tell the org, its clock, and where its pages are', async () => {
    const { orgId } = open.salesforce;
    org.put('Organization', { Id: orgId, Name: 'Finch', TimeZoneSidKey: 'Europe/Dublin' });
    expect(await directory('https://finch.my.salesforce.com').readAccount()).toMatchObject({
      ...{ accountId: orgId, timeZone: 'Europe/Dublin' },
      webOrigin: 'https://finch.lightning.force.com',
    });
  });

  it('tell its users, and who may change everything', async () => {
    const ProfileId = org.put('Profile', { Name: 'Admin', PermissionsModifyAllData: true }).Id;
    const known = { Name: 'Ada', IsActive: true };
    const admin = org.put('User', { ...known, ProfileId, UserRoleId: 'r1' }).Id;
    const rep = org.put('User', { ...known, Name: 'Ben', UserRoleId: '00Ea' }).Id;
    const novice = org.put('User', { ...known, Name: 'Cy' }).Id;
    const users = directory(open.salesforce.url);
    expect(await users.readUser(admin)).toEqual({ id: admin, superAdmin: true, teamIds: ['r1'] });
    expect(await users.readUser(rep)).toEqual({ id: rep, superAdmin: false, teamIds: ['00Ea'] });
    expect(await users.readUser(novice)).toEqual({ id: novice, superAdmin: false, teamIds: [] });
    expect(await users.readUser('nobody')).toBeNull();
    expect(await users.readUser('005000000000999AAA')).toBeNull();
  });
});
