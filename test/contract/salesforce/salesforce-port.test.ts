import { describeCrmPort } from '../describe-crm-port.ts';
import type { CrmHarness, Fault } from '../describe-crm-port.ts';
import { openSalesforce } from '../../support/salesforce/open-salesforce.ts';
import type { OpenSalesforce } from '../../support/salesforce/open-salesforce.ts';
import type { Spoil } from '../../support/salesforce/small-org.ts';

describeCrmPort('The Salesforce adapter', async () => harness(await openSalesforce()));

const NAMES = { Name: 'Bea Finch', Email: 'bea@finch.example', Title: null, AccountId: null };
const DONE = { IsClosed: true, TaskSubtype: 'Task', Status: 'Completed', CompletedDateTime: null };

function harness({ org, port, now, advance, save }: OpenSalesforce): CrmHarness {
  return {
    port,
    now,
    advance,
    addContacts: (count) => Array.from({ length: count }, () => save('Contact', NAMES)),
    touchContact: (id) => void save('Contact', {}, id),
    deleteContact: (id) => {
      const row = org.rows.get('Contact')?.get(id);
      if (row !== undefined) Object.assign(row, { IsDeleted: true, gone: true });
    },
    addDeal: () => {
      const person = save('Contact', NAMES);
      const at = (minutes: number): string => new Date(now().getTime() + minutes).toISOString();
      return save('Opportunity', {
        ...{ Name: 'Barn roof', StageName: 'Won', AccountId: null, CloseDate: '2026-12-24' },
        OpportunityContactRoles: { totalSize: 1, done: true, records: [{ ContactId: person }] },
        OpportunityHistories: {
          ...{ totalSize: 2, done: true },
          records: [
            { StageName: 'Won', CreatedDate: at(2) },
            { StageName: 'Open', CreatedDate: at(1) },
          ],
        },
      });
    },
    addMalformedNote: () => save('Task', { ...DONE, Description: { rich: ['text'] } }),
    addContactWithUnknownField: () => save('Contact', { ...NAMES, Shoe_Size__c: 38 }),
    spoil: (fault) => {
      let left = fault === 'expired_token' ? 2 : 1;
      org.spoil = (response, asked) => {
        if (left === 0) return false;
        left -= 1;
        return SPOILS[fault](response, asked);
      };
    },
    close: () => org.close(),
  };
}

const refuse =
  (status: number, errorCode: string, message: string): Spoil =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify([{ errorCode, message }]));
    return true;
  };

const SPOILS: Readonly<Record<Fault, Spoil>> = {
  rate_limited: refuse(
    ...([403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentPerOrgLongTxn Limit exceeded.'] as const),
  ),
  expired_token: refuse(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
  forbidden: refuse(403, 'INSUFFICIENT_ACCESS', 'not allowed'),
  outage: (response) => {
    response.writeHead(503).end('<html>down</html>');
    return true;
  },
  half_body: (response) => {
    response.writeHead(200).end('{"compositeResponse":[{"httpSta');
    return true;
  },
  silence: () => true,
  same_page_again: (_response, asked) => {
    // The page before: its offset is what the locator ends with.
    Object.assign(asked, { path: asked.path.replace(/-\d+$/, '-0') });
    return false;
  },
};
