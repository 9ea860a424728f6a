import type { Instant } from '../../shared/ids.ts';
import type { NightHour } from './night/port.ts';

const STEP_MS = 15 * 60_000;
/** A day with a clock change is at most 25 hours long. */
const STEPS = 26 * 4;
const DAY_MINUTES = 24 * 60;

/**
 * The next time that the tenant's own clock strikes this hour, strictly after `after`. Where the clocks jump over it,
 * the first quarter of an hour that exists; where they go back, once. Every zone's offset is a multiple of 15 minutes
 * (IANA, 2026).
 */
export function nextNight(after: Instant, { timeZone, nightHour }: NightHour): Instant {
  const minuteOf = localMinutes(timeZone);
  const first = Math.floor(Date.parse(after) / STEP_MS) * STEP_MS;
  let before = minuteOf(first);
  for (let step = 1; step <= STEPS; step += 1) {
    const atMs = first + step * STEP_MS;
    const here = minuteOf(atMs);
    if (strikes(nightHour * 60, before, here)) return new Date(atMs).toISOString();
    before = here;
  }
  return new Date(first + STEPS * STEP_MS).toISOString();
}

/** Whether the clock passed `minute` on its way from `before` to `here`. A clock that went back passed nothing. */
function strikes(minute: number, before: number, here: number): boolean {
  const moved = (here - before + DAY_MINUTES) % DAY_MINUTES;
  const wentBack = moved > DAY_MINUTES / 2;
  const ahead = (minute - before - 1 + 2 * DAY_MINUTES) % DAY_MINUTES;
  return !wentBack && ahead < moved;
}

function localMinutes(timeZone: string): (atMs: number) => number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (atMs) => {
    const [hours = 0, minutes = 0] = parts.format(atMs).split(':').map(Number);
    return hours * 60 + minutes;
  };
}
