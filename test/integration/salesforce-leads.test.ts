import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readAsOrg } from '../../preview/lightning/read-as-org.ts';
import type { SalesforceStandIn } from '../simulators/salesforce/start-salesforce.ts';
import { eventually } from '../support/eventually.ts';
import { openOrgProduct, type OrgProduct } from '../support/salesforce/open-org-product.ts';
import { recordsOf } from '../simulators/salesforce/stories/records-of.ts';

jest.setTimeout(120_000);

const DANA = { FirstName: 'Dana', LastName: 'Whitlock', Email: 'dana@fenwick.example' };
const WORRY = 'I am worried that we lose the archive in the move';
const DAY_MS = 86_400_000;

describe('a lead in an org', () => {
  let open: OrgProduct;
  let leadId: string;
  beforeEach(async () => {
    open = await openOrgProduct((salesforce) => {
      leadId = furnish(salesforce);
    }, 'larkfield.example');
  });
  afterEach(() => open.close());

  const read = (recordId: string) => readAsOrg(recordId, recordsOf(open.salesforce.org));
  const rowsOf = (object: string) => open.salesforce.org.rows(object, false);

  it('has a card of its own, and hands it to the contact that it becomes', async () => {
    await open.spendNight();
    await eventually('the lead’s row is there', () => rowsOf('Lead_Insight__c').length > 0);
    expect(rowsOf('Lead_Insight__c')).toMatchObject([{ Lead__c: leadId, Top_Driver__c: 'safety' }]);
    const reading = JSON.stringify(await read(leadId));
    expect(reading).toContain(WORRY);
    expect(reading).toContain('Fenwick Foods');
    const contactId = convert(leadId);
    open.advance(DAY_MS);
    await open.spendNight();
    await eventually('the contact’s row is there', () => rowsOf('Contact_Insight__c').length > 0);
    await eventually('the lead’s row is gone', () => rowsOf('Lead_Insight__c').length === 0);
    expect(rowsOf('Contact_Insight__c')).toMatchObject([{ Contact__c: contactId }]);
    expect(JSON.stringify(await read(contactId))).toContain(WORRY);
  });

  /** As Salesforce does: the firm becomes an account, and the person a contact. */
  function convert(Id: string): string {
    const { org } = open.salesforce;
    const AccountId = org.put('Account', { Name: 'Fenwick Foods' }).Id;
    const contact = org.put('Contact', { ...DANA, AccountId });
    org.put('Lead', { Id, IsConverted: true, ConvertedContactId: contact.Id });
    return contact.Id;
  }
});

function furnish({ org, orgId }: SalesforceStandIn): string {
  org.put('Organization', { Id: orgId, Name: 'Larkfield', TimeZoneSidKey: 'Europe/London' });
  const OwnerId = org.put('User', { Name: 'Sam Okafor', Email: 'sam@larkfield.example' }).Id;
  org.put('OpportunityStage', { ApiName: 'Open', MasterLabel: 'Open', IsActive: true });
  const { Id } = org.put('Lead', { ...DANA, Company: 'Fenwick Foods', OwnerId });
  org.put('EmailMessage', {
    ...{ Incoming: true, FromName: 'Dana Whitlock', FromAddress: 'dana@fenwick.example' },
    ...{ ToAddress: 'sam@larkfield.example', Subject: 'The move' },
    MessageDate: '2026-11-18T10:00:00.000Z',
    TextBody: `Hello Sam,\n\n${WORRY}.\n\nDana`,
  });
  return Id;
}
