import type { Moment, Phrase } from './card-contract.ts';

/** When and where the card is looked at. */
export type Viewpoint = { readonly now: Date; readonly timeZone: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH_DAYS = 30;

/** A phrase's moments become words in the viewer's time zone. */
export function renderPhrase(phrase: Phrase, viewpoint: Viewpoint): string {
  return phrase
    .map((part) => (typeof part === 'string' ? part : renderMoment(part, viewpoint)))
    .join('');
}

export function renderMoment({ at, as }: Moment, viewpoint: Viewpoint): string {
  return RENDERERS[as](new Date(at), viewpoint);
}

const RENDERERS: Readonly<Record<Moment['as'], (at: Date, viewpoint: Viewpoint) => string>> = {
  day: toDay,
  ago: toAgo,
  age: toAge,
  time: toTime,
};

/** "today", "tomorrow", "yesterday", a weekday within six days, else "12 March". */
function toDay(at: Date, { now, timeZone }: Viewpoint): string {
  const away = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  if (Math.abs(away) < 7) return inWords(at, timeZone, { weekday: 'long' });
  return inWords(at, timeZone, { day: 'numeric', month: 'long' });
}

/** "just now", "12 min ago", "6 h ago", "3 days ago", "4 months ago". */
function toAgo(at: Date, { now }: Viewpoint): string {
  const passed = Math.max(0, now.getTime() - at.getTime());
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  return `${inDays(Math.floor(passed / DAY))} ago`;
}

/** "less than a day", "19 days", "4 months". */
function toAge(at: Date, { now }: Viewpoint): string {
  const days = Math.floor((now.getTime() - at.getTime()) / DAY);
  return days < 1 ? 'less than a day' : inDays(days);
}

/** "Tue 02:14". */
function toTime(at: Date, { timeZone }: Viewpoint): string {
  const weekday = inWords(at, timeZone, { weekday: 'short' });
  const clock = inWords(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${weekday} ${clock}`;
}

function inDays(days: number): string {
  if (days < 2 * MONTH_DAYS) return days === 1 ? '1 day' : `${days} days`;
  return `${Math.floor(days / MONTH_DAYS)} months`;
}

function inWords(at: Date, timeZone: string, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone }).format(at);
}

/** The calendar day where the viewer sits, as a running number: clock changes do not bend it. */
function dayNumber(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day')) / DAY;
}
