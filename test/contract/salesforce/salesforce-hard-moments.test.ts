import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AppError } from '../../../shared/errors.ts';
import type { ChangePage, Window } from '../../../server/crm/port.ts';
import type { RecordKind } from '../../../server/crm/records.ts';
import { openSalesforce, type OpenSalesforce } from '../../support/salesforce/open-org.ts';

jest.setTimeout(120_000);

const ROWS = 30_000;

describe('Reading an org in its hard moments', () => {
  let open: OpenSalesforce;
  beforeEach(async () => {
    open = await openSalesforce();
  });
  afterEach(() => open.salesforce.close());

  /** As the engine does: the same cursor again after `retry`. `between` happens before each further page. */
  async function walk(kind: RecordKind, between: (page: number) => void): Promise<string[]> {
    const window: Window = { from: null, to: open.now().toISOString() };
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const page: ChangePage | null = await open.port
        .readChanges(kind, window, cursor)
        .catch(orAgain);
      if (page === null) continue;
      ids.push(...page.records.map(({ id }) => id));
      cursor = page.next;
      if (cursor === null) return ids;
      between(attempt);
    }
    throw new Error('The walk goes in circles.');
  }

  const addContacts = (count: number) =>
    Array.from({ length: count }, (_, each) =>
      open.salesforce.org.put('Contact', { LastName: `P${each}`, Title: 'Head' }),
    ).map(({ Id }) => Id);
  /** Opportunities have rows that hang on them, which Bulk does not give: they are always read by pages. */
  const addDeals = () =>
    Array.from({ length: ROWS }, (_, each) =>
      open.salesforce.org.put('Opportunity', { Name: `D${each}`, StageName: 'Open' }),
    ).map(({ Id }) => Id);

  it('reads 30,000 rows of one second by pages: each once, in fifteen pages', async () => {
    const ids = addDeals();
    open.salesforce.ledger.clear();
    expect(await walk('deal', () => undefined)).toEqual(ids);
    expect(open.salesforce.ledger.count(['bulk'])).toBe(0);
    // The pages, and once what the org shows us.
    expect(open.salesforce.ledger.count()).toBeLessThanOrEqual(17);
  });

  it('loses none of them to short pages and to results that are forgotten half-way', async () => {
    const ids = addDeals();
    const desk = open.salesforce.desk();
    open.salesforce.ledger.clear();
    const read = await walk('deal', (page) => {
      if (page % 5 === 2) desk.cursors.forgetAll();
      desk.pageSize = page % 2 === 0 ? 2_000 : 700;
    });
    expect(read).toEqual(ids);
    expect(open.salesforce.ledger.count(['bulk'])).toBe(0);
    // Some 23 pages, a forgotten result in every fifth, and once what the org shows us.
    expect(open.salesforce.ledger.count()).toBeLessThanOrEqual(34);
  });

  it('goes on without a field that is hidden in the middle of a run', async () => {
    const desk = open.salesforce.desk();
    desk.pageSize = 40;
    const ids = addContacts(130);
    const read = await walk('contact', () => {
      desk.hidden.add('Contact.Title');
      desk.cursors.forgetAll();
    });
    expect(read).toEqual(ids);
  });

  it('goes on where it was after a burst of 503s', async () => {
    open.salesforce.desk().pageSize = 40;
    const ids = addContacts(130);
    const read = await walk('contact', () => {
      open.salesforce.queueFault({ kind: 'unavailable', times: 3 });
    });
    expect(read).toEqual(ids);
  });

  it('stops at the end of the day’s calls, and goes on at its cursor', async () => {
    const desk = open.salesforce.desk();
    desk.pageSize = 40;
    const ids = addContacts(130);
    const window: Window = { from: null, to: open.now().toISOString() };
    const first = await open.port.readChanges('contact', window, null);
    desk.allowance.used = desk.allowance.limit;
    await expect(open.port.readChanges('contact', window, first.next)).rejects.toMatchObject({
      ...{ code: 'crm_budget_spent', recovery: 'wait', retryAfterMs: 3_600_000 },
    });
    desk.allowance.used = 0;
    const given = first.records.map(({ id }) => id);
    for (let cursor = first.next; cursor !== null;) {
      const page: ChangePage = await open.port.readChanges('contact', window, cursor);
      given.push(...page.records.map(({ id }) => id));
      cursor = page.next;
    }
    expect(given).toEqual(ids);
  });
});

function orAgain(error: unknown): null {
  if (error instanceof AppError && error.recovery === 'retry') return null;
  throw error;
}
