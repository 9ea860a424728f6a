import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordId } from '../../simulators/salesforce/org/record-id.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

describe('The share of an org’s calls that an admin allows', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  const allow = (percent: number | null, SetupOwnerId: string) =>
    open.salesforce.org.put('Attune_Settings__c', { SetupOwnerId, Share_Of_Calls__c: percent });

  it('is what stands in the organisation’s own settings, whatever users have', async () => {
    allow(90, recordId('005', 7));
    allow(35, open.salesforce.orgId);
    expect(await open.port.readCallShare()).toBe(0.35);
  });

  it.each([null, 0, -5, 101])('is as good as not given when it is %s', async (percent) => {
    allow(percent, open.salesforce.orgId);
    expect(await open.port.readCallShare()).toBeNull();
  });

  it('is not given in an org that nobody set up so', async () => {
    expect(await open.port.readCallShare()).toBeNull();
  });

  it('costs no call of its own', async () => {
    await open.port.readCallShare();
    open.salesforce.ledger.clear();
    await open.port.readChanges('pipeline', { from: null, to: open.now().toISOString() }, null);
    await open.port.readCallShare();
    expect(open.salesforce.ledger.count()).toBe(0);
  });
});
