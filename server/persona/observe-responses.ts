import type { Instant } from '../../shared/ids.ts';
import type { MapEntry } from '../domain/persona.ts';
import type { Responses } from '../domain/responses.ts';
import { daysBetween } from '../domain/time-span.ts';

/** What a person did with our mails and forms by the CRM's own count, the newest first; `now` cuts off what came later. */
export function observeActs(responses: Responses | null, now: Instant): readonly MapEntry[] {
  if (responses === null) return [];
  return actsOf(responses)
    .flatMap(({ did, at }) => (at === null || at > now ? [] : [{ did, at }]))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ did, at }) => observed(`${did} ${ago(at, now)}`));
}

/** Pages count only once there are any: the CRM dates the first visit of somebody whom we entered ourselves. */
export function observeVisits(responses: Responses | null, now: Instant): readonly MapEntry[] {
  if (responses === null) return [];
  const { pagesSeen: seen, pageSeenAt: at } = responses;
  if (seen === null || seen === 0 || at === null || at > now) return [];
  const pages = seen === 1 ? 'one page' : `${seen} pages`;
  return [observed(`saw ${pages} of our website, last ${ago(at, now)}`)];
}

interface Act {
  readonly did: string;
  readonly at: Instant | null;
}

function actsOf(responses: Responses): readonly Act[] {
  const { formName, formFilledAt } = responses;
  const form = formName === null ? 'a form of ours' : `the form “${formName}”`;
  return [
    {
      did: 'opened a mail of ours',
      at: later(responses.mailOpenedAt, responses.mailingOpenedAt),
    },
    {
      did: 'clicked a link in a mail of ours',
      at: later(responses.mailClickedAt, responses.mailingClickedAt),
    },
    {
      did: 'answered a mail of ours',
      at: later(responses.mailAnsweredAt, responses.mailingAnsweredAt),
    },
    { did: `filled in ${form}`, at: formFilledAt },
  ];
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

const MONTH_DAYS = 30;
const DAYS_UP_TO = 60;

function ago(at: Instant, now: Instant): string {
  const days = Math.floor(daysBetween(at, now));
  if (days < 1) return 'within the last day';
  if (days === 1) return 'a day ago';
  return days <= DAYS_UP_TO ? `${days} days ago` : `${Math.floor(days / MONTH_DAYS)} months ago`;
}

/** The CRM keeps only the figure, so there is no record to open. */
function observed(text: string): MapEntry {
  return { text, status: 'observed', source: null };
}
