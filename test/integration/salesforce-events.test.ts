import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SalesforceStandIn } from '../simulators/salesforce/start-salesforce.ts';
import { eventually } from '../support/eventually.ts';
import { openOrgProduct, type OrgProduct } from '../support/salesforce/open-org-product.ts';

jest.setTimeout(120_000);

const DANA = { FirstName: 'Dana', LastName: 'Whitlock', Email: 'dana@fenwick.example' };
const WORRY = 'I am worried that we lose the archive in the move';
const TOPICS = 4;

describe('change events of an org', () => {
  let open: OrgProduct;
  let ids: { readonly dealId: string; readonly contactId: string };
  beforeEach(async () => {
    const furnished = (salesforce: SalesforceStandIn) => {
      ids = furnish(salesforce);
    };
    open = await openOrgProduct(furnished, 'larkfield.example', { listens: true });
    await open.spendNight();
  });
  afterEach(() => open.close());

  const account = () => ({ vendor: 'salesforce', accountId: open.salesforce.orgId }) as const;
  const streams = () => open.events?.subscribers ?? [];
  const listens = () =>
    eventually('all topics are listened to', () => streams().length >= TOPICS, 15_000);
  const cards = () =>
    open.attune.stores.insight.loadCards(open.tenantId, { kind: 'deal', id: ids.dealId });
  const write = () =>
    open.salesforce.org.put('EmailMessage', {
      ...{ Incoming: true, FromName: 'Dana Whitlock', FromAddress: DANA.Email },
      ...{ ToAddress: 'sam@larkfield.example', Subject: 'The move', RelatedToId: ids.dealId },
      MessageDate: open.now().toISOString(),
      TextBody: `Hello Sam,\n\n${WORRY}.\n\nDana`,
    });

  it('are read within moments, without a night', async () => {
    expect(JSON.stringify(await cards())).not.toContain(WORRY);
    await open.attune.stores.listeners.want(account(), true);
    await listens();
    write();
    await eventually('the mail is on the card', async () =>
      JSON.stringify(await cards()).includes(WORRY),
    );
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
});

function furnish({ org, orgId }: SalesforceStandIn) {
  org.put('Organization', { Id: orgId, Name: 'Larkfield', TimeZoneSidKey: 'Europe/London' });
  const OwnerId = org.put('User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example' }).Id;
  org.put('OpportunityStage', { ApiName: 'Open', MasterLabel: 'Open', IsActive: true });
  const AccountId = org.put('Account', { Name: 'Fenwick Foods' }).Id;
  const contactId = org.put('Contact', { ...DANA, AccountId, OwnerId }).Id;
  const dealId = org.put('Opportunity', {
    ...{ Name: 'Archive', StageName: 'Open', AccountId, OwnerId },
    ...{ CloseDate: '2026-12-20' },
  }).Id;
  org.put('OpportunityContactRole', { OpportunityId: dealId, ContactId: contactId });
  return { dealId, contactId };
}
