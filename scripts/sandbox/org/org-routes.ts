import { getOrg, type OrgView } from '../../../shared/api/sandbox/get-org.ts';
import { getOrgFeedback } from '../../../shared/api/sandbox/get-org-feedback.ts';
import { getOrgReading } from '../../../shared/api/sandbox/get-org-reading.ts';
import { postOrgRecord, type OrgRecordBody } from '../../../shared/api/sandbox/post-org-record.ts';
import { AppError } from '../../../shared/errors.ts';
import { readAsOrg } from '../../../preview/lightning/read-as-org.ts';
import type { Route } from '../../../server/http/route.ts';
import type { Org } from '../../../test/simulators/salesforce/org/org.ts';
import { recordsOf } from '../../../test/simulators/salesforce/stories/records-of.ts';
import { listOrgSubjects } from './list-org-subjects.ts';
import type { StandInOrg } from './open-org.ts';

/** What the card asks of an org, answered by the stand-in: the page's side of preview/lightning/lightning-org.ts. */
export function orgRoutes(
  { standIn, keeper }: StandInOrg,
  cardPage: () => OrgView['cardPage'],
): readonly Route[] {
  const { org } = standIn;
  return [
    {
      ...getOrg,
      handle: async () => {
        keeper.save();
        return answer(getOrg.response.parse(viewOf(org, cardPage())));
      },
    },
    {
      ...getOrgReading,
      handle: async ({ params }) => {
        const reading = await readAsOrg(params['recordId'] ?? '', recordsOf(org));
        return answer(getOrgReading.response.parse(reading));
      },
    },
    { ...getOrgFeedback, handle: async () => answer(feedbackIn(org)) },
    {
      ...postOrgRecord,
      handle: async (request) => {
        const id = write(org, postOrgRecord.body.parse(request.json()));
        keeper.save();
        return answer(postOrgRecord.response.parse({ id }));
      },
    },
  ];
}

function viewOf(org: Org, cardPage: OrgView['cardPage']): OrgView {
  const [connection] = org.rows('Attune_Connection__c', false);
  const [organization] = org.rows('Organization', false);
  return {
    name: String(organization?.['Name'] ?? ''),
    cardPage,
    isTold: connection?.['Synced_At__c'] != null,
    subjects: listOrgSubjects(org),
  };
}

function feedbackIn(org: Org) {
  const answers = org.rows('Insight_Feedback__c', false).map((row) => ({
    recordId: String(row['Opportunity__c'] ?? row['Contact__c'] ?? row['Lead__c'] ?? ''),
    subject: String(row['Subject__c']),
    verdict: String(row['Verdict__c']),
  }));
  return getOrgFeedback.response.parse({ answers });
}

/** The card edits nothing but whether a person may be analysed. */
const EDITABLE: Readonly<Record<string, 'Contact' | 'Lead'>> = { '003': 'Contact', '00Q': 'Lead' };

function write(org: Org, { apiName, fields }: OrgRecordBody): string {
  if (apiName !== undefined) return org.put(apiName, withoutId(fields)).Id;
  const { Id, Do_Not_Analyse__c = null } = fields;
  const type = EDITABLE[String(Id).slice(0, 3)];
  if (type === undefined || typeof Id !== 'string' || org.read(type, Id) === null)
    throw new AppError('record_unknown', `The sandbox’s org has no person ${String(Id)}.`, {
      recovery: 'skip',
    });
  return org.put(type, { Id, Do_Not_Analyse__c }).Id;
}

/** The org numbers its records itself. */
function withoutId(fields: OrgRecordBody['fields']): OrgRecordBody['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'Id'));
}

function answer(json: unknown) {
  return { status: 200, json };
}
