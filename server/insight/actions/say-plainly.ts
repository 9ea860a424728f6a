import type { Moment, Phrase } from '../../../shared/card.ts';
import type { Instant } from '../../../shared/ids.ts';
import { daysBetween } from '../../domain/time-span.ts';

/** For words that leave the card: they are read on another day, so a weekday becomes a date. */
export interface PlainView {
  readonly now: Instant;
  /** IANA name of the account's zone. */
  readonly timeZone: string;
}

export function sayPlainly(text: Phrase, view: PlainView): string {
  return text.map((part) => (typeof part === 'string' ? part : sayMoment(part, view))).join('');
}

function sayMoment({ at, as }: Moment, { now, timeZone }: PlainView): string {
  if (as === 'age') return inDays(daysBetween(at, now));
  const clock = as === 'time' ? ({ hour: '2-digit', minute: '2-digit' } as const) : {};
  const date = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'long', timeZone },
    ...clock,
  }).format(Date.parse(at));
  return as === 'ago' ? `on ${date}` : date;
}

function inDays(count: number): string {
  const days = Math.floor(count);
  if (days < 1) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}
