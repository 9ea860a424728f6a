import type { ConnectResult } from '../../../sync/connection/connect-account.ts';
import type { InstallPage } from './install-page.ts';

/** Why nothing was connected, apart from what the CRM granted. */
export type InstallFailure = 'denied' | 'state_wrong' | 'code_refused' | 'try_later' | 'our_fault';

export interface InstallWords {
  /** The CRM's name, as its people know it. */
  readonly crm: string;
  /** Where to begin again. */
  readonly installPath: string;
  /** What comes after an install, in this CRM. */
  readonly next: string;
}

type Words = (crm: string) => Pick<InstallPage, 'status' | 'title' | 'paragraphs'>;

const FAILURES: Readonly<Record<InstallFailure, Words>> = {
  denied: (crm) => ({
    status: 200,
    title: 'Attune was not connected',
    paragraphs: [
      `${crm} tells us that the permissions were not given. That is fine: nothing was read and nothing was stored.`,
      'If you would like to talk it over first, the list of permissions says what each one is for.',
    ],
  }),
  state_wrong: () => ({
    status: 400,
    title: 'This page is no longer valid',
    paragraphs: [
      'It belongs to another browser, was used before, or is older than ten minutes. For your safety we begin again.',
      'Nothing was connected by it.',
    ],
  }),
  code_refused: (crm) => ({
    status: 400,
    title: 'The permission came too late',
    paragraphs: [
      `${crm} gives it for a short moment and for one use, and that moment has passed. Nothing was connected.`,
    ],
  }),
  try_later: (crm) => ({
    status: 503,
    title: `${crm} did not answer us`,
    paragraphs: ['Nothing was connected. Please try again in a minute.'],
  }),
  our_fault: () => ({
    status: 500,
    title: 'Something went wrong on our side',
    paragraphs: ['It has been noted, and nothing was connected. Please try again a little later.'],
  }),
};

export function failurePage(
  failure: InstallFailure,
  { crm, installPath }: InstallWords,
): InstallPage {
  const link = { label: 'Connect Attune', href: installPath };
  return { ...FAILURES[failure](crm), list: [], link };
}

export function resultPage(result: ConnectResult, words: InstallWords): InstallPage {
  switch (result.kind) {
    case 'connected':
      return connectedPage(result, words);
    case 'other_account':
      return otherAccountPage(result, words);
    case 'scopes_missing':
      return scopesMissingPage(result, words);
  }
}

type Of<Kind extends ConnectResult['kind']> = Extract<ConnectResult, { readonly kind: Kind }>;

function connectedPage(result: Of<'connected'>, { crm, next }: InstallWords): InstallPage {
  const { again, accountName, preflight, webOrigin } = result;
  const costs = preflight.checks.flatMap(({ sentence }) => sentence ?? []);
  return {
    status: 200,
    title: again ? `${accountName} is connected again` : `${accountName} is connected`,
    paragraphs: [
      ...(again ? AFTER_RECONNECT : [next]),
      ...(costs.length === 0 ? [] : ['This account did not grant everything. What that means:']),
    ],
    list: costs,
    link: webOrigin === null ? null : { label: `Back to ${crm}`, href: webOrigin },
  };
}

const AFTER_RECONNECT = [
  'Thank you. Attune goes on where it stopped. First it checks what was deleted meanwhile; until that is done, cards show no quotes.',
];

function otherAccountPage(
  { accountId, wanted }: Of<'other_account'>,
  { crm, installPath }: InstallWords,
): InstallPage {
  return {
    status: 409,
    title: 'That was another account',
    paragraphs: [
      `You wanted to reconnect account ${wanted}, but signed in to account ${accountId}. Nothing was changed, and nothing of account ${accountId} was read.`,
      `Sign in to account ${wanted} and try again. In account ${accountId}, ${crm} now lists Attune among the connected apps; you can remove it there.`,
    ],
    list: [],
    link: { label: `Reconnect account ${wanted}`, href: `${installPath}?account=${wanted}` },
  };
}

function scopesMissingPage(
  { preflight }: Of<'scopes_missing'>,
  { installPath }: InstallWords,
): InstallPage {
  return {
    status: 409,
    title: 'A permission is missing',
    paragraphs: ['Attune cannot work without it, so nothing was connected and nothing was read.'],
    list: preflight.checks.flatMap(({ sentence }) => sentence ?? []),
    link: { label: 'Connect Attune', href: installPath },
  };
}
