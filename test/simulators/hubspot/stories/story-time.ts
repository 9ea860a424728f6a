/**
 * The stories' calendar: offsets count working days from the first night, 0 being that day itself and never used
 * (test/fixtures/stories/README.md). Dates are `YYYY-MM-DD` in the portal's time zone.
 */

const DAY_MS = 86_400_000;

/** The working day `offset` away: -1 is the last one before the date, +1 the first one after it. */
export function workingDay(date: string, offset: number): string {
  const step = Math.sign(offset);
  let [day, left] = [Date.parse(date), Math.abs(offset)];
  while (left > 0) {
    day += step * DAY_MS;
    if (isWorkingDay(day)) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}

function isWorkingDay(ms: number): boolean {
  const weekday = new Date(ms).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** A local clock time as an instant. A time that a clock change skips becomes the one an hour later. */
export function zonedInstant(date: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(guess, timeZone)).toISOString();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetMs(ms: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(ms);
  const read = (type: string): string => parts.find((part) => part.type === type)?.value ?? '0';
  const local = `${read('year')}-${read('month')}-${read('day')}T${read('hour')}:${read('minute')}:${read('second')}Z`;
  return Date.parse(local) - Math.floor(ms / 1_000) * 1_000;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** A moment of a story, `-12 10:02`; a day alone means the end of its office hours. */
export interface StoryMoment {
  readonly offset: number;
  readonly time: string;
}

const MOMENT = /^([+-][1-9]\d*)(?: (\d\d:\d\d))?$/;

export function parseMoment(text: string): StoryMoment | null {
  const match = MOMENT.exec(text);
  return match === null ? null : { offset: Number(match[1]), time: match[2] ?? '17:00' };
}

export interface StoryCalendar {
  /** The date of the first night. */
  readonly firstNight: string;
  readonly timeZone: string;
}

export function instantOf({ firstNight, timeZone }: StoryCalendar, moment: StoryMoment): string {
  return zonedInstant(workingDay(firstNight, moment.offset), moment.time, timeZone);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `{{day -3}}` becomes a weekday's name, `{{stamp -12 10:02}}` what mail programs print above a quoted mail. */
export function fillTemplates(text: string, { firstNight }: StoryCalendar): string {
  return text.replaceAll(/\{\{(day|stamp) ([^{}]+)\}\}/g, (whole, kind: string, words: string) => {
    const moment = parseMoment(words.trim());
    if (moment === null) throw new Error(`No moment that a story may use: ${whole}`);
    const date = new Date(workingDay(firstNight, moment.offset));
    const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
    if (kind === 'day') return weekday;
    const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
    return `${weekday.slice(0, 3)}, ${day} at ${moment.time}`;
  });
}
