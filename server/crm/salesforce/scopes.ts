import type { CrmFeature } from '../port.ts';

/**
 * What Attune asks of an org, and why. The scopes open the interface; which objects and fields it shows is decided by the
 * integration user's permission set, so most features have no scope of their own and are probed.
 */
export const SALESFORCE_FEATURES: readonly CrmFeature[] = [
  {
    name: 'connection',
    scopes: ['api', 'refresh_token'],
    asked: 'always',
    kinds: [],
    without: 'Without API access (api) and renewal (refresh_token) Attune cannot read this org.',
  },
  feature(
    'deals',
    ['deal', 'pipeline'],
    'Without Opportunity there is nothing to make a card for.',
  ),
  feature('people', ['contact', 'lead'], 'Without Contact and Lead we know no buyers.'),
  feature('companies', ['company'], 'Without Account a card cannot say whom a buyer works for.'),
  feature(
    'sellers',
    ['owner'],
    'Without User we cannot tell your own words from the buyer’s, nor who may see a quote.',
  ),
  feature('mails', ['email'], 'Without EmailMessage we read your calls, events and notes only.'),
  feature('calls and tasks', ['call', 'task'], 'Without Task we read no logged calls.'),
  feature('meetings', ['meeting'], 'Without Event we know of no meetings.'),
  feature('notes', ['note'], 'Without Note we read no notes that were written on records.'),
  feature(
    'tickets',
    ['ticket'],
    'Without Case we do not see what existing customers struggle with.',
  ),
  feature('surveys', ['survey'], 'Without Salesforce Surveys we know no answers to them.'),
];

export function scopesAsked(): readonly string[] {
  return SALESFORCE_FEATURES.flatMap(({ scopes }) => scopes);
}

function feature(name: string, kinds: CrmFeature['kinds'], without: string): CrmFeature {
  return { name, scopes: [], asked: 'optional', kinds, without };
}
