import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { InsightPayload } from '../../../shared/insight-payload.ts';
import type {
  StartOptions,
  SalesforceStandIn,
} from '../../simulators/salesforce/start-salesforce.ts';
import { openOrgProduct, type OrgProduct } from '../../support/salesforce/open-org-product.ts';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MAIL = '02s';

describe('A whole night in its hard moments', () => {
  let product: OrgProduct;
  let dealId: string;
  afterEach(() => product.close());

  async function open(options: Partial<StartOptions> = {}): Promise<void> {
    const furnishOrg = (salesforce: SalesforceStandIn) => {
      dealId = furnish(salesforce);
    };
    product = await openOrgProduct(furnishOrg, 'larkfield.example', options);
  }

  const insights = () => product.salesforce.org.rows('Opportunity_Insight__c', false);
  const latest = () => product.attune.stores.nights.loadLatest(product.tenantId);

  it.each([
    // Behind the two minutes that a night leaves to commits that are under way.
    ['stamped a minute before the night, committed after it', MINUTE_MS, 3 * MINUTE_MS],
    [
      'stamped three minutes before the night, committed five after it',
      3 * MINUTE_MS,
      8 * MINUTE_MS,
    ],
  ])('finds a mail the next time, once: %s', async (_what, beforeMs, lagMs) => {
    await open({ commitLagMs: ({ Id }) => (Id.startsWith(MAIL) ? lagMs : 0) });
    const { org } = product.salesforce;
    await product.spendNight();
    product.advance(DAY_MS);
    const { Id } = org.put('EmailMessage', mailAbout(dealId));
    product.advance(beforeMs);
    await product.spendNight();
    expect(JSON.stringify(insights())).not.toContain(Id);
    product.advance(DAY_MS);
    await product.spendNight();
    expect(insights()).toHaveLength(1);
    const { sources } = InsightPayload.parse(JSON.parse(String(insights()[0]?.['Payload__c'])));
    expect(sources.filter(({ id }) => id === Id)).toHaveLength(1);
  });

  it('ends as to be reconnected where every key is refused: no loop, two renewals at the most', async () => {
    await open();
    const { salesforce, attune, tenantId } = product;
    salesforce.ledger.clear();
    salesforce.queueFault({ kind: 'expired_token', path: /^\/services\/data\//, times: 100_000 });
    await product.spendNight();
    expect(await latest()).toMatchObject({ outcome: 'reconnect_needed' });
    expect(await attune.stores.connections.load(tenantId)).toMatchObject({
      state: 'reconnect_needed',
    });
    expect(salesforce.ledger.count(['oauth'])).toBeLessThanOrEqual(2);
    expect(salesforce.ledger.count()).toBeLessThanOrEqual(4);
    const receipts = await attune.stores.receipts.list(tenantId, 50);
    expect(receipts.map(({ reason }) => reason).join()).toMatch(/connect/i);
  });
});

function furnish({ org, orgId }: SalesforceStandIn): string {
  org.put('Organization', { Id: orgId, Name: 'Larkfield', TimeZoneSidKey: 'Europe/London' });
  const OwnerId = org.put('User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example' }).Id;
  const stage = { ApiName: 'Proposal', MasterLabel: 'Proposal', SortOrder: 1, IsActive: true };
  org.put('OpportunityStage', stage);
  const AccountId = org.put('Account', { Name: 'Fenwick Foods', Website: 'fenwick.example' }).Id;
  const person = { FirstName: 'Dana', LastName: 'Whitlock', Email: 'dana@fenwick.example' };
  const ContactId = org.put('Contact', { ...person, AccountId, OwnerId }).Id;
  const deal = { Name: 'Platform migration', AccountId, OwnerId, CloseDate: '2027-01-31' };
  const { Id: OpportunityId } = org.put('Opportunity', { ...deal, StageName: 'Proposal' });
  org.put('OpportunityContactRole', { OpportunityId, ContactId });
  return OpportunityId;
}

const mailAbout = (RelatedToId: string) => ({
  ...{ Incoming: true, FromName: 'Dana Whitlock', FromAddress: 'dana@fenwick.example' },
  ...{ ToAddress: 'sam@larkfield.example', Subject: 'The move', RelatedToId },
  MessageDate: '2026-11-20T11:00:00.000Z',
  TextBody: 'Hello Sam,\n\nI am worried that we lose the archive in the move.\n\nDana',
});
