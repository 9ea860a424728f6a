import type { CrmFeature } from '../port.ts';

/**
 * What Attune asks of an account, and why; `hubspot-app/src/app/app-hsmeta.json` and that folder's README say the same,
 * held together by a test. None is of HubSpot's sensitive class (`*.sensitive.*`, `*.highly_sensitive.*`;
 * developers.hubspot.com/docs/api/sensitive-data, read 2026-11-22). HubSpot leaves an optional scope out where the
 * account's subscription does not have it, and otherwise grants it at the install.
 */
export const HUBSPOT_FEATURES: readonly CrmFeature[] = [
  {
    name: 'connection',
    scopes: ['oauth'],
    asked: 'always',
    kinds: [],
    without: 'Without the permission to connect (oauth) Attune cannot read this account.',
  },
  {
    name: 'deals',
    scopes: ['crm.objects.deals.read'],
    asked: 'always',
    kinds: ['deal', 'pipeline'],
    without: 'Without deals (crm.objects.deals.read) there is nothing to make a card for.',
  },
  {
    // HubSpot guards these activities by the contacts' scope (research/hubspot.md §4.3).
    name: 'people',
    scopes: ['crm.objects.contacts.read'],
    asked: 'always',
    kinds: ['contact', 'call', 'meeting', 'note', 'task', 'chat'],
    without:
      'Without contacts (crm.objects.contacts.read) we know no buyers, and read no calls, meetings, notes, chats and tasks.',
  },
  {
    name: 'companies',
    scopes: ['crm.objects.companies.read'],
    asked: 'always',
    kinds: ['company'],
    without:
      'Without companies (crm.objects.companies.read) a card cannot say whom a buyer works for.',
  },
  {
    name: 'sellers',
    scopes: ['crm.objects.owners.read'],
    asked: 'always',
    kinds: ['owner'],
    without:
      'Without owners (crm.objects.owners.read) we cannot tell your own words from the buyer’s, nor who may see a quote.',
  },
  {
    name: 'mails',
    scopes: ['sales-email-read'],
    asked: 'optional',
    kinds: ['email'],
    without:
      'Without e-mail bodies (sales-email-read) we read your calls, meetings and notes only.',
  },
  {
    name: 'leads',
    scopes: ['crm.objects.leads.read'],
    asked: 'optional',
    kinds: ['lead'],
    without: 'Without leads (crm.objects.leads.read) a lead’s record has no card.',
  },
  {
    name: 'tickets',
    scopes: ['tickets'],
    asked: 'optional',
    kinds: ['ticket'],
    without: 'Without tickets (tickets) we do not see what existing customers struggle with.',
  },
  {
    name: 'surveys',
    scopes: ['crm.objects.feedback_submissions.read'],
    asked: 'optional',
    kinds: ['survey'],
    without:
      'Without survey answers (crm.objects.feedback_submissions.read) we do not know what customers answered you.',
  },
  {
    name: 'threads',
    scopes: ['conversations.read'],
    asked: 'optional',
    kinds: ['thread'],
    without:
      'Without the conversations inbox (conversations.read) we do not read what visitors asked in the chat on your website.',
  },
  {
    name: 'forms',
    scopes: ['forms'],
    asked: 'optional',
    kinds: ['form'],
    without: 'Without forms (forms) we do not read what buyers wrote in the forms on your website.',
  },
  {
    name: 'transcripts',
    scopes: ['crm.extensions_calling_transcripts.read'],
    asked: 'optional',
    kinds: [],
    without:
      'Without call transcripts (crm.extensions_calling_transcripts.read) we read of a call only what was noted about it.',
  },
  {
    name: 'admins',
    scopes: ['settings.users.read'],
    asked: 'optional',
    kinds: [],
    without:
      'Without the list of users (settings.users.read) only the person who installed Attune can change its settings.',
  },
  {
    name: 'tasks',
    scopes: ['crm.objects.contacts.write'],
    asked: 'optional',
    kinds: [],
    without:
      'Without writing to contacts (crm.objects.contacts.write) a card can create no task, save no questions as a note and set no “do not analyse”.',
  },
  {
    // Made at the install, whether anything else is ever written or not.
    name: 'do_not_analyse',
    scopes: ['crm.schemas.contacts.write', 'crm.schemas.deals.write'],
    asked: 'optional',
    kinds: [],
    without:
      'Without creating fields (crm.schemas.contacts.write, crm.schemas.deals.write) your records have no “do not analyse” box.',
  },
  {
    name: 'write_back',
    scopes: [
      'crm.objects.contacts.write',
      'crm.objects.deals.write',
      'crm.schemas.contacts.write',
      'crm.schemas.deals.write',
    ],
    asked: 'optional',
    kinds: [],
    without:
      'Without writing to deals (crm.objects.deals.write) and contacts (crm.objects.contacts.write) Attune’s own fields stay empty.',
  },
];

/** Each scope once, in the order of the features, and in one list only. */
export function scopesAsked(asked: CrmFeature['asked']): readonly string[] {
  const always = scopesOf('always');
  if (asked === 'always') return always;
  return scopesOf('optional').filter((scope) => !always.includes(scope));
}

function scopesOf(asked: CrmFeature['asked']): readonly string[] {
  const features = HUBSPOT_FEATURES.filter((feature) => feature.asked === asked);
  return [...new Set(features.flatMap(({ scopes }) => scopes))];
}
