import type { OrgSubject } from '../../../shared/api/sandbox/get-org.ts';
import type { Org, SalesforceRecord } from '../../../test/simulators/salesforce/org/org.ts';

/** Bettany asked twice about the vault, and has to defend the choice within days. */
const BEST_ACCOUNT = 'Aldermoor Archive';

/** The org's records as a visitor sees them: open deals first, the best one on top, then people, then what is closed. */
export function listOrgSubjects(org: Org): OrgSubject[] {
  const found = [
    ...org.rows('Opportunity', false).map((deal) => dealSubject(org, deal)),
    ...org.rows('Contact', false).map((person) => personSubject(org, person)),
    ...org.rows('Lead', false).map((lead) => leadSubject(org, lead)),
  ];
  return found.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ objectApiName, outcome, company }: OrgSubject): number {
  if (objectApiName === 'Opportunity' && company === BEST_ACCOUNT) return -1;
  return ['open', 'lead', 'person', 'won', 'lost'].indexOf(outcome);
}

function dealSubject(org: Org, deal: SalesforceRecord): OrgSubject {
  const stage = org
    .rows('OpportunityStage', false)
    .find(({ MasterLabel }) => MasterLabel === deal['StageName']);
  const closed = stage?.['IsWon'] === true ? 'won' : 'lost';
  return {
    ...{ recordId: deal.Id, objectApiName: 'Opportunity' },
    title: String(deal['Name']),
    company: nameOf(org, deal['AccountId']),
    crmStage: String(deal['StageName']),
    outcome: stage?.['IsClosed'] === true ? closed : 'open',
    hasCard: hasInsight(org, deal.Id),
    people: org
      .rows('OpportunityContactRole', false)
      .filter(({ OpportunityId }) => OpportunityId === deal.Id)
      .flatMap(({ ContactId }) => org.read('Contact', String(ContactId)) ?? [])
      .map(toPerson),
  };
}

function personSubject(org: Org, person: SalesforceRecord): OrgSubject {
  return {
    ...{ recordId: person.Id, objectApiName: 'Contact', outcome: 'person' },
    title: String(person['Name']),
    company: nameOf(org, person['AccountId']),
    crmStage: 'Contact',
    hasCard: hasInsight(org, person.Id),
    people: [toPerson(person)],
  };
}

function leadSubject(org: Org, lead: SalesforceRecord): OrgSubject {
  return {
    ...{ recordId: lead.Id, objectApiName: 'Lead', outcome: 'lead' },
    title: String(lead['Name']),
    company: String(lead['Company'] ?? ''),
    crmStage: 'Lead',
    hasCard: hasInsight(org, lead.Id),
    people: [toPerson(lead)],
  };
}

function toPerson({ Id, Name, Title }: SalesforceRecord): OrgSubject['people'][number] {
  return { id: Id, name: String(Name), title: typeof Title === 'string' ? Title : null };
}

function nameOf(org: Org, accountId: unknown): string {
  return String(org.read('Account', String(accountId))?.['Name'] ?? '');
}

function hasInsight(org: Org, recordId: string): boolean {
  return ['Opportunity', 'Contact', 'Lead'].some((parent) =>
    org
      .rows(`${parent}_Insight__c`, false)
      .some(({ External_Key__c }) => External_Key__c === recordId),
  );
}
