import type { Moment, Phrase } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When and where a phrase is read. */
export interface Reader {
  readonly now: Instant;
  readonly timeZone: string;
}

/** A phrase as a viewer reads it; the same words as the cards' own renderer. */
export function renderPhrase(text: Phrase, reader: Reader): string {
  return text
    .map((part) => (typeof part === 'string' ? part : renderMoment(part, reader)))
    .join('');
}

function renderMoment({ at, as }: Moment, reader: Reader): string {
  const passed = Date.parse(reader.now) - Date.parse(at);
  if (as === 'ago') return renderAgo(passed);
  if (as === 'age') return passed < DAY_MS ? 'less than a day' : inDays(passed);
  if (as === 'day') return renderDay(at, reader);
  return `${inWords(at, reader, { weekday: 'short' })} ${inWords(at, reader, { hour: '2-digit', minute: '2-digit' })}`;
}

function renderAgo(passed: number): string {
  if (passed < HOUR_MS) return `${Math.max(0, Math.floor(passed / 60_000))} min ago`;
  return passed < DAY_MS ? `${Math.floor(passed / HOUR_MS)} h ago` : `${inDays(passed)} ago`;
}

function inDays(passed: number): string {
  const days = Math.floor(passed / DAY_MS);
  if (days >= 60) return `${Math.floor(days / 30)} months`;
  return days === 1 ? '1 day' : `${days} days`;
}

function renderDay(at: Instant, reader: Reader): string {
  const away = Math.round((startOfDay(at, reader) - startOfDay(reader.now, reader)) / DAY_MS);
  const near = new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(away);
  if (near !== undefined) return near;
  const week = Math.abs(away) < 7;
  return inWords(at, reader, week ? { weekday: 'long' } : { day: 'numeric', month: 'long' });
}

function startOfDay(at: Instant, reader: Reader): number {
  return Date.parse(
    new Intl.DateTimeFormat('en-CA', { timeZone: reader.timeZone }).format(Date.parse(at)),
  );
}

function inWords(at: Instant, { timeZone }: Reader, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone }).format(Date.parse(at));
}
