const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH_DAYS = 30;
const WEEK = 7 * DAY;

/** A phrase's moments become words where and when the viewer looks: `{ now: Date, timeZone: string }`. */
export function renderPhrase(phrase, viewpoint) {
  return phrase
    .map((part) => (typeof part === 'string' ? part : renderMoment(part, viewpoint)))
    .join('');
}

export function renderMoment({ at, as }, viewpoint) {
  return RENDERERS[as](new Date(at), viewpoint);
}

/** A past date: "5 days ago" while a weekday could be mistaken for the coming one, then "12 March". */
export function renderDate(at, viewpoint) {
  const isRecent = viewpoint.now.getTime() - Date.parse(at) < WEEK;
  return renderMoment({ at, as: isRecent ? 'ago' : 'day' }, viewpoint);
}

const RENDERERS = { day: toDay, ago: toAgo, age: toAge, time: toTime };

/** "today", "tomorrow", "yesterday", a weekday within six days, else "12 March". */
function toDay(at, { now, timeZone }) {
  const away = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  if (Math.abs(away) < 7) return inWords(at, timeZone, { weekday: 'long' });
  return inWords(at, timeZone, { day: 'numeric', month: 'long' });
}

/** "just now", "12 min ago", "6 h ago", "3 days ago", "4 months ago". */
function toAgo(at, { now }) {
  const passed = Math.max(0, now.getTime() - at.getTime());
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  return `${inDays(Math.floor(passed / DAY))} ago`;
}

/** "less than a day", "19 days", "4 months". */
function toAge(at, { now }) {
  const days = Math.floor((now.getTime() - at.getTime()) / DAY);
  return days < 1 ? 'less than a day' : inDays(days);
}

/** "Tue 02:14". */
function toTime(at, { timeZone }) {
  const weekday = inWords(at, timeZone, { weekday: 'short' });
  const clock = inWords(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${weekday} ${clock}`;
}

function inDays(days) {
  if (days < 2 * MONTH_DAYS) return days === 1 ? '1 day' : `${days} days`;
  return `${Math.floor(days / MONTH_DAYS)} months`;
}

function inWords(at, timeZone, format) {
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone }).format(at);
}

/** The calendar day where the viewer sits, as a running number: clock changes do not bend it. */
function dayNumber(at, timeZone) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const read = (type) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day')) / DAY;
}
