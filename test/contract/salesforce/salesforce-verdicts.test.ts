import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordId } from '../../simulators/salesforce/org/record-id.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

const REP = recordId('005', 7);
const [DANA, DEAL] = [recordId('003', 11), recordId('006', 21)];

describe('What reps answered inside an org', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  const answer = (over: Readonly<Record<string, string | null>> = {}) => {
    const said = { Kind__c: 'driver', Subject__c: 'safety', Verdict__c: 'not_right' };
    const about = { Person_Id__c: DANA, Opportunity__c: DEAL };
    return open.salesforce.org.put('Insight_Feedback__c', { ...said, ...about, ...over }, REP);
  };
  const read = (since: string | null = null) => {
    open.advance(3_600_000);
    return open.port.readVerdicts(since);
  };

  it('is told with its deal, its person and who said it, oldest first', async () => {
    const at = open.now().toISOString();
    answer();
    open.advance(60_000);
    answer({ Verdict__c: 'right', Opportunity__c: null });
    const verdicts = await read();
    const given = { personId: DANA, driver: 'safety', givenBy: REP } as const;
    expect(verdicts).toMatchObject([
      { ...given, dealId: DEAL, verdict: 'not_right', at },
      { ...given, dealId: null, verdict: 'right' },
    ]);
  });

  it('costs four calls where nobody answered since, and one more where somebody did', async () => {
    answer();
    await read();
    open.salesforce.ledger.clear();
    expect(await read(open.now().toISOString())).toEqual([]);
    expect(open.salesforce.ledger.count()).toBe(4);
  });

  it('leaves out what was taken back, what is about something else, and what we do not understand', async () => {
    open.salesforce.org.remove('Insight_Feedback__c', answer().Id);
    answer({ Kind__c: 'step', Verdict__c: 'done', Subject__c: 'hand_over' });
    answer({ Subject__c: 'a need that nobody named' });
    answer({ Person_Id__c: "x' OR Name != '" });
    expect(await read()).toEqual([]);
  });
});
