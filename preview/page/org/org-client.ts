import type { OrgSubject, OrgView } from '../../../shared/api/sandbox/get-org.ts';
import type { getOrgReading } from '../../../shared/api/sandbox/get-org-reading.ts';
import type { OrgRecordBody } from '../../../shared/api/sandbox/post-org-record.ts';
import type { AttuneOrg } from '../../lightning/lightning-org.ts';
import { ask } from '../sandbox-client.ts';

export type { OrgSubject, OrgView };

export const getOrg = () => ask<OrgView>('/sandbox/org');

const write = (body: OrgRecordBody) => ask<{ readonly id: string }>('/sandbox/org/records', body);

/** What the page does on its own side: another record is shown, a message is told. */
export type OrgPage = Pick<AttuneOrg, 'open' | 'tell'>;

/** The page in the org's place (lightning-org.ts); the sandbox's stand-in answers. */
export function answerForOrg(page: OrgPage): AttuneOrg {
  return {
    ...page,
    read: async (recordId) => readingOf(await ask<OrgReading>(readingPath(recordId))),
    createRecord: ({ apiName, fields }) => write({ apiName: writable(apiName), fields }),
    updateRecord: ({ fields }) => write({ fields }),
  };
}

function readingPath(recordId: string): string {
  return `/sandbox/org/readings/${encodeURIComponent(recordId)}`;
}

type Reading = Awaited<ReturnType<AttuneOrg['read']>>;

type OrgReading = (typeof getOrgReading)['response']['_output'];

/** JSON has no `undefined`: what is absent there is absent here. */
function readingOf(reading: OrgReading): Reading {
  return reading as Reading;
}

function writable(apiName: string | undefined): NonNullable<OrgRecordBody['apiName']> {
  if (apiName === 'Task' || apiName === 'Insight_Feedback__c') return apiName;
  throw new Error(`The card creates no ${apiName ?? 'nameless record'}.`);
}
