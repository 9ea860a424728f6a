import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDirectory } from '../../../server/crm/salesforce/account.ts';
import { createClient } from '../../../server/crm/salesforce/client.ts';
import { NO_METER, openSalesforce } from '../../support/salesforce/open-salesforce.ts';
import type { OpenSalesforce } from '../../support/salesforce/open-salesforce.ts';

describe('Lists of a Salesforce org', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.org.close());

  const directory = () =>
    createDirectory(
      createClient({
        ...{ baseUrl: open.org.url, meter: NO_METER, timeoutMs: 1_000 },
        accessToken: () => Promise.resolve('t'),
      }),
      'https://finch.my.salesforce.com',
    );

  it('name all living ids, page by page', async () => {
    const ids = Array.from({ length: 250 }, () => open.save('Contact', { Name: 'Bea' }));
    open.save('Contact', { Name: 'Gone', IsDeleted: true });
    const first = await open.port.readIds('contact', null);
    const second = await open.port.readIds('contact', first.next);
    expect([...first.ids, ...second.ids]).toEqual(ids);
    // The leads come after the contacts: this org shows none.
    expect(await open.port.readIds('contact', second.next)).toEqual({ ids: [], next: null });
  });

  it('name what was deleted within fifteen days', async () => {
    const gone = { id: '003a', deletedDate: '2026-11-19T08:00:00.000+0000' };
    open.org.replies.set('GET /sobjects/Contact/deleted/', ({ query }) => {
      expect(query.get('start')).toBe('2026-11-05T11:00:00.000Z');
      return { status: 200, body: { deletedRecords: [gone] } };
    });
    expect(await open.port.readGone('contact', null)).toEqual({
      ...{ gone: [{ id: '003a', goneAt: '2026-11-19T08:00:00.000Z' }], next: null },
    });
    open.advance(31 * 60_000);
    open.org.replies.set('GET /sobjects/Contact/deleted/', () => ({ status: 200, body: {} }));
    const asked = open.port.readGone('contact', null);
    await expect(asked).rejects.toMatchObject({ code: 'crm_unexpected_answer' });
  });

  it('count what is there, and say nothing of what is not', async () => {
    open.save('Contact', { Name: 'Bea' });
    expect(await open.port.countRecords('contact')).toBe(1);
    expect(await open.port.countRecords('lead')).toBeNull();
    expect(await open.port.countRecords('pipeline')).toBeNull();
  });

  it('name pressing deals: those with a meeting ahead first', async () => {
    const [quiet, met] = [
      open.save('Opportunity', { IsClosed: false, LastActivityDate: '2026-11-19' }),
      open.save('Opportunity', { IsClosed: false, LastActivityDate: null }),
    ];
    open.save('Event', {
      ...{ WhatId: met, 'What.Type': 'Opportunity', StartDateTime: '2026-11-21T09:00:00.000+0000' },
    });
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

  it('tell the org and its users', async () => {
    open.save('Organization', { TimeZoneSidKey: 'Europe/Paris' });
    expect(await directory().readAccount()).toMatchObject({
      ...{ timeZone: 'Europe/Paris', webOrigin: 'https://finch.lightning.force.com' },
    });
    const id = open.save('User', { IsActive: true, UserRoleId: '00Ea' });
    expect(await directory().readUser(id)).toEqual({ id, superAdmin: false, teamIds: ['00Ea'] });
    expect(await directory().readUser('nobody')).toBeNull();
    expect(await directory().readUser('005000000000999')).toBeNull();
  });
});
