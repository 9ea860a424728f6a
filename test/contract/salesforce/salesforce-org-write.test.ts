import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InsightWrite } from '../../../server/crm/writes.ts';
import type { InsightValues } from '../../../shared/insight-payload.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

const VALUES: InsightValues = {
  ...{ stage: 'consideration', stageSince: '2026-03-01T00:00:00.000Z', topDriver: 'certainty' },
  ...{ pole: 'threatened', openConcerns: 2, oldestConcernAt: '2026-02-01T00:00:00.000Z' },
  generatedAt: '2026-03-04T08:00:00.000Z',
  payload: { version: 1, sources: [], quotes: [], views: [], focus: [] },
};

describe('our own records in an org', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  const org = () => open.salesforce.org;
  const addDeals = (count: number) =>
    Array.from({ length: count }, (_, index) => org().put('Opportunity', { Name: `D${index}` }).Id);
  const toWrite = (id: string): InsightWrite => ({ ref: { kind: 'deal', id }, values: VALUES });
  const write = (writes: readonly InsightWrite[]) => open.port.writeInsights(writes);
  const written = () => org().rows('Opportunity_Insight__c', false);

  it('are found again by their key, however often they are written, 200 a call', async () => {
    const ids = addDeals(450);
    open.salesforce.ledger.clear();
    const results = await write(ids.map(toWrite));
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true);
    expect(open.salesforce.ledger.count()).toBe(3);
    await write(ids.map(toWrite));
    expect(written()).toHaveLength(450);
    expect(written()[0]).toMatchObject({
      ...{ Journey_Stage__c: 'consideration', Top_Driver__c: 'certainty', Open_Concerns__c: 2 },
      Payload__c: JSON.stringify(VALUES.payload),
    });
  });

  it('stand beside contacts, leads and companies, too', async () => {
    const contact = org().put('Contact', { LastName: 'A' }).Id;
    const lead = org().put('Lead', { LastName: 'B' }).Id;
    const company = org().put('Account', { Name: 'C' }).Id;
    await write([
      { ref: { kind: 'contact', id: contact }, values: VALUES },
      { ref: { kind: 'contact', id: lead }, values: VALUES },
      { ref: { kind: 'company', id: company }, values: VALUES },
    ]);
    expect(org().rows('Contact_Insight__c', false)).toMatchObject([{ Contact__c: contact }]);
    expect(org().rows('Lead_Insight__c', false)).toMatchObject([{ Lead__c: lead }]);
    expect(org().rows('Account_Insight__c', false)).toMatchObject([{ Account__c: company }]);
  });

  it('are written again where somebody held a row, and only those', async () => {
    const ids = addDeals(10);
    open.salesforce.queueFault({ kind: 'rows_locked', path: /composite/ });
    const results = await write(ids.map(toWrite));
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(10).fill('written'));
    expect(written()).toHaveLength(10);
  });

  it('wait where rows stay locked, and are written the next time', async () => {
    const writes = addDeals(2).map(toWrite);
    open.salesforce.queueFault({ kind: 'all_rows_locked', path: /composite/, times: 3 });
    await expect(write(writes)).rejects.toMatchObject({ recovery: 'wait' });
    expect(written()).toEqual([]);
    expect(await write(writes)).toMatchObject([{ outcome: 'written' }, { outcome: 'written' }]);
  });

  it('are gone with the record they hang on, and that is no error', async () => {
    const [kept = '', gone = ''] = addDeals(2);
    org().remove('Opportunity', gone);
    const results = await write([kept, gone].map(toWrite));
    expect(results).toMatchObject([{ outcome: 'written' }, { outcome: 'gone' }]);
  });

  it('go when there is nothing to say any more, and may be gone already', async () => {
    const [id = '', never = ''] = addDeals(2);
    await write([toWrite(id)]);
    const nothing = [id, never].map((each): InsightWrite => ({
      ref: { kind: 'deal', id: each },
      values: null,
    }));
    expect(await write(nothing)).toMatchObject([{ outcome: 'written' }, { outcome: 'written' }]);
    expect(written()).toEqual([]);
  });
});

describe('what an org says of itself', () => {
  it('names itself, its clock, and who may change everything', async () => {
    const { createDirectory } = await import('../../../server/crm/salesforce/account.ts');
    const { createClient } = await import('../../../server/crm/salesforce/client.ts');
    const { salesforce } = await openSalesforce();
    const { org } = salesforce;
    org.put('Organization', { Id: salesforce.orgId, Name: 'L', TimeZoneSidKey: 'Europe/Dublin' });
    const profile = org.put('Profile', { Name: 'Admin', PermissionsModifyAllData: true }).Id;
    const admin = org.put('User', {
      Name: 'Ada',
      ProfileId: profile,
      UserRoleId: 'r1',
      IsActive: true,
    }).Id;
    const rep = org.put('User', { Name: 'Ben', IsActive: true }).Id;
    const { accessToken: token } = salesforce.issueTokens();
    const directory = createDirectory(
      createClient({
        baseUrl: salesforce.url,
        accessToken: () => Promise.resolve(token),
        meter: { take: () => Promise.resolve(), seen: () => undefined },
        timeoutMs: 2_000,
      }),
      salesforce.url,
    );
    expect(await directory.readAccount()).toMatchObject({
      accountId: salesforce.orgId,
      timeZone: 'Europe/Dublin',
    });
    expect(await directory.readUser(admin)).toEqual({
      id: admin,
      superAdmin: true,
      teamIds: ['r1'],
    });
    expect(await directory.readUser(rep)).toMatchObject({ superAdmin: false, teamIds: [] });
    expect(await directory.readUser('005000000000009AAA')).toBeNull();
    await salesforce.close();
  });
});
