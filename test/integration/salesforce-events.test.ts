import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { replayIdOf } from '../simulators/salesforce/events/event-bus.ts';
import { recordId } from '../simulators/salesforce/org/record-id.ts';
import type { SalesforceStandIn } from '../simulators/salesforce/start-salesforce.ts';
import { eventually } from '../support/eventually.ts';
import { openOrgProduct, type OrgProduct } from '../support/salesforce/open-org-product.ts';

jest.setTimeout(120_000);

const DANA = { FirstName: 'Dana', LastName: 'Whitlock', Email: 'dana@fenwick.example' };
const WORRY = 'I am worried that we lose the archive in the move';
const FEAR = 'I am afraid that the move takes us months';
const TOPICS = 4;
/** A worker looks every five seconds whom it is to listen to. */
const LOOK_MS = 6_000;

describe('change events of an org', () => {
  let open: OrgProduct;
  let dealId: string;
  let contactId: string;
  beforeEach(async () => {
    const furnished = (salesforce: SalesforceStandIn) => {
      ({ dealId, contactId } = furnish(salesforce));
    };
    open = await openOrgProduct(furnished, 'larkfield.example', { listens: true });
    await open.spendNight();
  });
  afterEach(() => open.close());

  const want = (wanted: boolean) =>
    open.attune.stores.listeners.want(open.salesforce.orgId.slice(0, 15), wanted);
  const streams = () => open.events?.subscribers ?? [];
  const listens = (count = TOPICS) =>
    eventually('all topics are listened to', () => streams().length >= count, 15_000);
  const cards = async () =>
    JSON.stringify(
      await open.attune.stores.insight.loadCards(open.tenantId, { kind: 'deal', id: dealId }),
    );
  const held = async () => {
    const refs = ['task', 'note', 'call'] as const;
    const found = refs.map(async (kind) => {
      const ids = open.salesforce.org.idsOf('Task').map((id) => ({ kind, id }));
      return open.attune.stores.sync.keepHeld(open.tenantId, ids);
    });
    return (await Promise.all(found)).flat().map(({ kind, id }) => `${kind} ${id}`);
  };
  const isHeldAs = (only: string) =>
    eventually(`all that is held is ${only}`, async () => (await held()).join() === only);
  const isOnCard = (words: string) =>
    eventually(`the card says "${words}"`, async () => (await cards()).includes(words), 15_000);
  const write = (words: string) =>
    open.salesforce.org.put('EmailMessage', {
      ...{ Incoming: true, FromName: 'Dana Whitlock', FromAddress: DANA.Email },
      ...{ ToAddress: 'sam@larkfield.example', Subject: 'The move', RelatedToId: dealId },
      MessageDate: open.now().toISOString(),
      TextBody: `Hello Sam,\n\n${words}.\n\nDana`,
    });

  it('are heard of nowhere until somebody switches them on, and then read without a night', async () => {
    write(WORRY);
    await sleep(LOOK_MS);
    expect(streams()).toEqual([]);
    expect(await cards()).not.toContain(WORRY);
    expect(await want(true)).toBe(true);
    await listens();
    write(FEAR);
    await isOnCard(FEAR);
    expect(
      streams()
        .map(({ topic }) => topic)
        .toSorted(),
    ).toEqual([
      '/data/ContactChangeEvent',
      '/data/EmailMessageChangeEvent',
      '/data/OpportunityChangeEvent',
      '/data/TaskChangeEvent',
    ]);
  });

  it('of a task are read as what it is by now, however often that changes', async () => {
    await want(true);
    await listens();
    const { org } = open.salesforce;
    const { Id } = org.put('Task', {
      ...{ Subject: 'Call Dana', TaskSubtype: 'Task', IsClosed: false, Status: 'Open' },
      ...{ WhatId: dealId, WhoId: contactId, ActivityDate: '2026-11-23' },
    });
    await isHeldAs(`task ${Id}`);
    org.put('Task', {
      ...{ Id, IsClosed: true, Status: 'Completed', CompletedDateTime: open.now().toISOString() },
      Description: `Dana said: ${WORRY}.`,
    });
    await isHeldAs(`note ${Id}`);
    expect(await held()).toEqual([`note ${Id}`]);
  });

  it('are heard again with the key that the product renews when Salesforce ends the old one', async () => {
    await want(true);
    await listens();
    open.salesforce.expireTokens();
    open.events?.checkKeys();
    await listens(2 * TOPICS);
    write(WORRY);
    await isOnCard(WORRY);
    const status = await open.attune.stores.connections.loadStatus(open.tenantId);
    expect(status?.state).toBe('active');
    expect(new Set(streams().map(({ accessToken }) => accessToken)).size).toBe(2);
  });

  it('are read, too, when the worker that heard them was killed before it could ring', async () => {
    const { Id } = write(WORRY);
    const happenedAt = open.now().toISOString();
    await open.attune.stores.eventPlaces.keep(open.tenantId, {
      ...{ topic: '/data/EmailMessageChangeEvent', storedAt: happenedAt },
      replayId: replayIdOf(open.events?.bus.last ?? 0),
      notices: [{ key: 'e1', kind: 'email', id: Id, change: 'changed', happenedAt }],
    });
    await want(true);
    await isOnCard(WORRY);
    expect(streams().length).toBeGreaterThan(0);
  });

  it('are left alone within seconds of being switched off, and in orgs that are not ours', async () => {
    await want(true);
    await listens();
    expect(await open.attune.stores.listeners.want(recordId('00D', 99), true)).toBe(false);
    await want(false);
    await eventually('nobody listens', () => open.events?.openStreams() === 0, 15_000);
    write(WORRY);
    await sleep(LOOK_MS);
    expect(await cards()).not.toContain(WORRY);
  });
});

function furnish({ org, orgId }: SalesforceStandIn) {
  org.put('Organization', { Id: orgId, Name: 'Larkfield', TimeZoneSidKey: 'Europe/London' });
  const OwnerId = org.put('User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example' }).Id;
  org.put('OpportunityStage', { ApiName: 'Open', MasterLabel: 'Open', IsActive: true });
  const AccountId = org.put('Account', { Name: 'Fenwick Foods' }).Id;
  const contactId = org.put('Contact', { ...DANA, AccountId, OwnerId }).Id;
  const { Id: dealId } = org.put('Opportunity', {
    ...{ Name: 'Archive', StageName: 'Open', AccountId, OwnerId },
    ...{ CloseDate: '2026-12-20' },
  });
  org.put('OpportunityContactRole', { OpportunityId: dealId, ContactId: contactId });
  return { dealId, contactId };
}
