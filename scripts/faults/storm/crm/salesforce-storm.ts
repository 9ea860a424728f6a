import { z } from 'zod';
import { SANDBOX_APP } from '../../../../test/simulators/salesforce/oauth/registered-app.ts';
import { recordId } from '../../../../test/simulators/salesforce/org/record-id.ts';
import type { Closers } from '../../../bench-sync/closers.ts';
import { openOrg, type OpenOrg } from '../../../bench-sync/salesforce/open-org.ts';
import { LATENCY_MS } from '../storm-plan.ts';
import type { LedgerSummary, StandIn, StormAccount, StormCrm } from './storm-crm.ts';

const ORG_IDS = [1, 2, 3, 4].map((number) => recordId('00D', number));
/** Few accounts, since a night reads them first: a storm shall see mails and tasks, too. An import wrote most in one second. */
const COUNTS = [
  ...[
    { type: 'Account', count: 1_500 },
    { type: 'Contact', count: 100 },
  ],
  ...[
    { type: 'Opportunity', count: 50 },
    { type: 'OpportunityContactRole', count: 50 },
  ],
  ...[
    { type: 'EmailMessage', count: 1_800 },
    { type: 'Task', count: 9_000 },
  ],
];
/** A tenth of the real one, so that a storm does not see the end of its nights. */
const PAGE_ROWS = 200;

/**
 * Of all answers, 14 % are spoiled: busy moments, outages, half a body, an answer that never came, results that were
 * forgotten, rows that somebody held. Keys expire only after the last kill: a rotated key whose answer is lost with its
 * worker ends a connection in life, too, and is no fault of the sync's (docs/salesforce.md).
 */
const FAULT_RATES = {
  ...{ too_many_at_once: 0.01, unavailable: 0.02, query_timeout: 0.01, half_body: 0.03 },
  ...{ applied_unanswered: 0.03, locator_gone: 0.02, rows_locked: 0.02 },
};

export const SALESFORCE_STORM: StormCrm = {
  vendor: 'salesforce',
  pipelineId: 'opportunity',
  faultRates: FAULT_RATES,
  openStandIn,
  settingsOf: ({ url }) => {
    const publicOrigin = 'http://localhost';
    const unused = { baseUrl: url, appId: '1', clientId: 'a', clientSecrets: ['b'] as const };
    return {
      hubspot: { ...unused, publicOrigin },
      salesforce: { ...SANDBOX_APP, signInUrl: url, publicOrigin },
    };
  },
  tokensExpireAt: [],
  expireTokens: async (standIn) => {
    await standIn.control('expireTokens');
  },
  isTheirs: () => 'true',
  wentBack: `new.cursor::jsonb ->> 'step' = old.cursor::jsonb ->> 'step'
    and (new.cursor::jsonb #>> '{after,at}') < (old.cursor::jsonb #>> '{after,at}')`,
  subjectsOf: async (standIn, orgId) =>
    (await load(standIn, 'Task', orgId))
      .filter(({ CallObject }) => CallObject !== null)
      .map(({ Subject }) => Subject),
  writtenTo: async (standIn, orgId) => {
    const types = ['Opportunity_Insight__c', 'Contact_Insight__c', 'Account_Insight__c'];
    const rows = await Promise.all(types.map((type) => load(standIn, type, orgId)));
    return rows.flat().map((row) => WRITTEN.map((name) => String(row[name])).join(' '));
  },
};

const WRITTEN = ['External_Key__c', 'Journey_Stage__c', 'Top_Driver__c', 'Open_Concerns__c'];
const Rows = z.array(z.record(z.string(), z.unknown()));

async function load(standIn: StandIn, type: string, orgId: string) {
  return Rows.parse(await standIn.control('rowsOf', [type], orgId));
}

/** Four orgs with the same records under the same ids. */
async function openStandIn(
  { folder }: { readonly folder: string },
  closers: Closers,
): Promise<StandIn> {
  const org = await openOrg({ folder, orgIds: ORG_IDS, latencyMs: LATENCY_MS }, closers);
  const control: StandIn['control'] = (verb, args = [], orgId) =>
    org.control(verb, ...(orgId === undefined ? [] : [orgId]), ...args);
  const accounts: StormAccount[] = [];
  for (const orgId of ORG_IDS) accounts.push(await furnish(org, control, orgId));
  // Only its own ledger is behind this verb.
  const ledger = async () => (await control('ledger')) as LedgerSummary;
  return { url: org.url, accounts, control, ledger };
}

const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });
const Ids = z.array(z.object({ Id: z.string() }));

async function furnish(
  { url }: OpenOrg,
  control: StandIn['control'],
  accountId: string,
): Promise<StormAccount> {
  const person = { Name: 'Sam Okafor', Email: 'sam@larkfield.example', IsActive: true };
  await control('put', ['User', person], accountId);
  const stage = { ApiName: 'Proposal', MasterLabel: 'Proposal', SortOrder: 1, IsActive: true };
  await control('put', ['OpportunityStage', stage], accountId);
  for (const filling of COUNTS) await control('fill', [filling], accountId);
  await control('setPageRows', [PAGE_ROWS], accountId);
  const tokens = Tokens.parse(await control('issueTokens', [], accountId));
  const deals = Ids.parse(await control('rowsOf', ['Opportunity'], accountId));
  const dealIds = deals.map(({ Id }) => Id);
  return { accountId, dealIds, credentials: { ...tokens, apiOrigin: url } };
}
