import type { Instant } from '../../../shared/ids.ts';
import { nextNight } from '../next-night.ts';
import type { NightHour, Schedule } from './port.ts';

/** A night that begins this much later than planned was missed: nobody was there to begin it. */
const MISSED_MS = 60 * 60_000;

/**
 * The schedule as it stands now: a new account's first night is due at once, a new hour or zone moves the next one. A
 * night that is due stays due.
 */
export function planSchedule(stored: Schedule | null, own: NightHour, now: Instant): Schedule {
  const { timeZone, nightHour } = own;
  if (stored === null)
    return { timeZone, nightHour, nextAt: now, lastStartedAt: null, catchUp: false };
  const isSame = stored.timeZone === timeZone && stored.nightHour === nightHour;
  if (isSame || stored.nextAt <= now) return stored;
  return { ...stored, timeZone, nightHour, nextAt: nextNight(now, own) };
}

/** After a night has begun: however many were missed, this one makes up for all of them. */
export function startedAt(schedule: Schedule, own: NightHour, now: Instant): Schedule {
  const { timeZone, nightHour } = own;
  const lateMs = Date.parse(now) - Date.parse(schedule.nextAt);
  return {
    ...{ timeZone, nightHour },
    nextAt: nextNight(now, own),
    lastStartedAt: now,
    catchUp: schedule.lastStartedAt !== null && lateMs > MISSED_MS,
  };
}
