import type { CrmFeature } from '../port.ts';

/** All that an External Client App is asked for: the interface as such, and staying connected (research/salesforce.md §5). */
export const SCOPES: readonly string[] = ['api', 'refresh_token'];

/**
 * What each part of Attune reads. Salesforce has no scopes for objects: our user's permission set opens them, and what it
 * leaves out, or the org has no licence for, is refused when it is read, as in `kinds`.
 */
export const SALESFORCE_FEATURES: readonly CrmFeature[] = [
  feature(
    'connection',
    [],
    'Without the permission to connect (api, refresh_token) Attune cannot read this org.',
  ),
  feature(
    'deals',
    ['deal', 'pipeline'],
    'Without opportunities there is nothing to make a card for.',
  ),
  feature('people', ['contact'], 'Without contacts we know no buyers.'),
  feature('companies', ['company'], 'Without accounts a card cannot say whom a buyer works for.'),
  feature(
    'sellers',
    ['owner'],
    'Without users we cannot tell your own words from the buyer’s, nor who may see a quote.',
  ),
  feature(
    'mails',
    ['email'],
    'Without e-mail messages we read your calls, meetings and tasks only.',
  ),
  feature(
    'activities',
    ['call', 'meeting', 'note', 'task'],
    'Without tasks and events we do not read what was said in calls and meetings.',
  ),
  feature(
    'tickets',
    ['ticket'],
    'Without cases we do not see what existing customers struggle with.',
  ),
  feature('surveys', ['survey'], 'Without survey answers we do not see how buyers rate you.'),
  feature('forms', ['form'], 'Without campaign members we do not see who answered a campaign.'),
];

function feature(name: string, kinds: CrmFeature['kinds'], without: string): CrmFeature {
  const isNeeded = kinds.length === 0 || kinds.includes('deal') || kinds.includes('contact');
  return {
    name,
    scopes: kinds.length === 0 ? SCOPES : [],
    asked: isNeeded ? 'always' : 'optional',
    kinds,
    without,
  };
}
