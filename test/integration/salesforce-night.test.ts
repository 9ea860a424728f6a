import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readAsOrg } from '../../preview/lightning/read-as-org.ts';
import { InsightPayload } from '../../shared/insight-payload.ts';
import {
  startSalesforce,
  type SalesforceStandIn,
} from '../simulators/salesforce/start-salesforce.ts';
import { eventually } from '../support/eventually.ts';
import { openAttune, type OpenAttune } from '../support/hubspot/open-attune.ts';
import { recordsOf } from '../simulators/salesforce/stories/records-of.ts';

jest.setTimeout(120_000);

const DAY_MS = 24 * 3_600_000;
const WORRY = 'I am worried that we lose the archive in the move';

describe('an org from its install to its card', () => {
  let salesforce: SalesforceStandIn;
  let open: OpenAttune;
  let dealId: string;
  let mailId: string;

  beforeEach(async () => {
    salesforce = await startSalesforce({ clock: () => new Date('2026-11-19T09:00:00.000Z') });
    ({ dealId, mailId } = furnish(salesforce));
    open = await openAttune({}, {}, { signInUrl: salesforce.url });
  });
  afterEach(async () => {
    await open.close();
    await salesforce.close();
  });

  /** As an admin's browser does: to Attune, to Salesforce, and back with the cookie. */
  async function install(): Promise<string> {
    const away = await fetch(`${open.origin}/oauth/salesforce/install`, { redirect: 'manual' });
    const cookie = away.headers.get('set-cookie')?.split(';')[0] ?? '';
    const agreed = await fetch(away.headers.get('location') ?? '', { redirect: 'manual' });
    const back = await fetch(agreed.headers.get('location') ?? '', { headers: { cookie } });
    expect(back.status).toBe(200);
    expect(await back.text()).toContain('Larkfield is connected');
    const account = { vendor: 'salesforce', accountId: salesforce.orgId } as const;
    return (await open.attune.stores.tenants.findTenant(account)) ?? '';
  }

  async function readNight(tenantId: string): Promise<void> {
    const night = await open.attune.beginNight(tenantId);
    expect(night).not.toBeNull();
    open.startWork();
    await eventually('the insight is written', () => insightOf() !== undefined, 60_000);
    const isTold = () => connectionOf()?.['Synced_At__c'] != null;
    await eventually('the org knows when it was read', isTold, 60_000);
  }

  const connectionOf = () => salesforce.org.rows('Attune_Connection__c', false)[0];
  const insightOf = () => salesforce.org.rows('Opportunity_Insight__c', false)[0];
  const payload = () => InsightPayload.parse(JSON.parse(String(insightOf()?.['Payload__c'])));
  const read = () => readAsOrg(dealId, recordsOf(salesforce.org));

  it('reads its mails, and puts a card into it that holds pointers and no words', async () => {
    const tenantId = await install();
    await open.attune.stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
    await readNight(tenantId);
    const insight = insightOf();
    expect(connectionOf()).toMatchObject({ External_Key__c: 'org', State__c: 'active' });
    expect(insight).toMatchObject({
      ...{ Opportunity__c: dealId, Top_Driver__c: 'safety', Driver_Pole__c: 'threatened' },
    });
    expect(JSON.stringify(salesforce.org.rows('Opportunity_Insight__c', true))).not.toContain(
      'archive',
    );
    expect(payload().sources).toContainEqual(
      expect.objectContaining({ object: 'EmailMessage', id: mailId }),
    );
  });

  it('takes what a rep answered in the org: what is not right is gone from the next card', async () => {
    const tenantId = await install();
    await open.attune.stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
    await readNight(tenantId);
    const [view] = payload().views;
    const said = { Kind__c: 'driver', Subject__c: 'safety', Verdict__c: 'not_right' };
    const about = { Opportunity__c: dealId, Person_Id__c: view?.person.id ?? null };
    salesforce.org.put('Insight_Feedback__c', { ...said, ...about });
    salesforce.org.put('Insight_Feedback__c', { ...said, Person_Id__c: '003000000009999AAA' });
    open.advance(DAY_MS);
    await open.attune.beginNight(tenantId);
    await eventually(
      'the claim is gone',
      () => insightOf()?.['Top_Driver__c'] !== 'safety',
      60_000,
    );
    expect(JSON.stringify(payload().views)).not.toContain('"driver":"safety"');
  });

  it('stops at its share of what other apps leave over of the org’s day', async () => {
    const tenantId = await install();
    const left = 60;
    expect(await spendNight(tenantId, left)).toMatchObject({ outcome: 'partial' });
    const { receipts } = open.attune.stores;
    // Four pieces of work may be under way when the first answer tells how little there is.
    expect(salesforce.ledger.count()).toBeLessThanOrEqual(left / 5 + 4);
    expect((await receipts.list(tenantId, 50)).map(({ reason }) => reason).join()).toContain(
      "Today's share of calls is used",
    );
  });

  it('takes as much as an admin of the org allows', async () => {
    const tenantId = await install();
    const setting = { SetupOwnerId: salesforce.orgId, Share_Of_Calls__c: 90 };
    salesforce.org.put('Attune_Settings__c', setting);
    const left = 60;
    expect(await spendNight(tenantId, left)).toMatchObject({ outcome: 'complete' });
    expect(salesforce.ledger.count()).toBeGreaterThan(left / 5 + 4);
  });

  /** A night on a day of which other apps leave so many calls. */
  async function spendNight(tenantId: string, left: number) {
    const { allowance } = salesforce.desk();
    allowance.used = allowance.limit - left;
    salesforce.ledger.clear();
    await open.attune.beginNight(tenantId);
    open.startWork();
    const { nights } = open.attune.stores;
    const isOver = async () => (await nights.loadLatest(tenantId))?.finishedAt != null;
    await eventually('the night is over', isOver, 60_000);
    return nights.loadLatest(tenantId);
  }

  it('cuts the words out where they stand; a changed or deleted mail falls silent at once', async () => {
    const tenantId = await install();
    await open.attune.stores.tenants.setOwnDomains(tenantId, ['larkfield.example']);
    await readNight(tenantId);
    expect(await read()).toMatchObject({ state: 'told' });
    expect(JSON.stringify(await read())).toContain(WORRY);
    salesforce.org.put('EmailMessage', {
      Id: mailId,
      TextBody: 'Something else entirely, and longer than before was.'.repeat(4),
    });
    expect(JSON.stringify((await read()).cuts)).toContain('changed');
    salesforce.org.remove('EmailMessage', mailId);
    const reading = await read();
    expect(reading.openSources).toEqual(reading.openSources?.map(() => false));
    expect(JSON.stringify(reading)).not.toContain('archive');
  });
});

function furnish({ org, orgId }: SalesforceStandIn): { dealId: string; mailId: string } {
  org.put('Organization', { Id: orgId, Name: 'Larkfield', TimeZoneSidKey: 'Europe/London' });
  const OwnerId = org.put('User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example' }).Id;
  for (const [SortOrder, ApiName] of ['Prospecting', 'Proposal', 'Closed Won'].entries()) {
    const closed = ApiName === 'Closed Won';
    const flags = { IsActive: true, IsClosed: closed, IsWon: closed };
    org.put('OpportunityStage', { ApiName, MasterLabel: ApiName, SortOrder, ...flags });
  }
  const AccountId = org.put('Account', { Name: 'Fenwick Foods', Website: 'fenwick.example' }).Id;
  const person = { FirstName: 'Dana', LastName: 'Whitlock', Email: 'dana@fenwick.example' };
  const ContactId = org.put('Contact', { ...person, AccountId, OwnerId }).Id;
  const deal = { Name: 'Platform migration', AccountId, OwnerId, CloseDate: '2027-01-31' };
  const OpportunityId = org.put('Opportunity', { ...deal, StageName: 'Proposal' }).Id;
  org.put('OpportunityContactRole', { OpportunityId, ContactId });
  const mail = org.put('EmailMessage', {
    ...{ Incoming: true, FromName: 'Dana Whitlock', FromAddress: 'dana@fenwick.example' },
    ...{ ToAddress: 'sam@larkfield.example', Subject: 'The move', RelatedToId: OpportunityId },
    MessageDate: '2026-11-18T10:00:00.000Z',
    TextBody: `Hello Sam,\n\n${WORRY}.\n\nDana`,
  });
  return { dealId: OpportunityId, mailId: mail.Id };
}
