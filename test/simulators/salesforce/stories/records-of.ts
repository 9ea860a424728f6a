import type { OrgRecord, OrgRecords } from '../../../../preview/lightning/read-as-org.ts';
import type { Org, SalesforceRecord } from '../org/org.ts';

/** What the package's own reader finds in a stand-in org, for a viewer who may see everything that is there. */
export function recordsOf(org: Org): OrgRecords {
  return {
    insightOf: (recordId) => {
      const objects = ['Opportunity', 'Contact', 'Lead', 'Account'];
      const found = objects
        .flatMap((parent) => org.rows(`${parent}_Insight__c`, false))
        .find((row) => row['External_Key__c'] === recordId);
      return Promise.resolve(
        found === undefined
          ? null
          : { payload: textOf(found, 'Payload__c'), generatedAt: textOf(found, 'Generated_At__c') },
      );
    },
    connection: () => {
      const [row] = org.rows('Attune_Connection__c', false);
      const found = row && {
        connectionState: textOf(row, 'State__c'),
        syncedAt: row['Synced_At__c'] === null ? null : textOf(row, 'Synced_At__c'),
      };
      return Promise.resolve(found ?? null);
    },
    answersAbout: (personIds) =>
      Promise.resolve(
        org
          .rows('Insight_Feedback__c', false)
          .filter((row) => personIds.includes(textOf(row, 'Person_Id__c')))
          .toSorted((a, b) => (madeAt(a) > madeAt(b) ? -1 : 1))
          .map((row) => ({
            kind: textOf(row, 'Kind__c'),
            subject: textOf(row, 'Subject__c'),
            verdict: textOf(row, 'Verdict__c'),
            personId: textOf(row, 'Person_Id__c'),
            dealId: row['Opportunity__c'] == null ? null : textOf(row, 'Opportunity__c'),
          })),
      ),
    isSilenced: (ids) =>
      Promise.resolve(
        ['Contact', 'Lead'].some((type) =>
          ids.some((id) => org.read(type, id)?.['Do_Not_Analyse__c'] === true),
        ),
      ),
    select: (object, ids, fields) =>
      Promise.resolve(
        org
          .rows(object, false)
          .filter(({ Id }) => ids.includes(Id))
          .map((row) => pick(row, fields)),
      ),
  };
}

function pick(row: SalesforceRecord, fields: readonly string[]): OrgRecord {
  return Object.fromEntries(
    fields.map((field) => {
      const value = row[field] ?? null;
      return [field, value === null ? null : String(value)];
    }),
  );
}

function madeAt(row: SalesforceRecord): string {
  return `${textOf(row, 'CreatedDate')} ${row.Id}`;
}

function textOf(row: SalesforceRecord, field: string): string {
  return String(row[field] ?? '');
}
