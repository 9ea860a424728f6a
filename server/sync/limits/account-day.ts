import type { Instant } from '../../../shared/ids.ts';
import { nextNight } from '../next-night.ts';

/** A day of an account's own clock. */
export interface AccountDay {
  /** "2026-03-01" */
  readonly day: string;
  /** Its midnight. */
  readonly endsAt: Instant;
}

export function accountDay(now: Instant, timeZone: string): AccountDay {
  // Swedish writes a date as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.parse(now));
  return { day, endsAt: nextNight(now, { timeZone, nightHour: 0 }) };
}
