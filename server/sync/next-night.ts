import type { Instant } from '../../shared/ids.ts';

const NIGHT_STARTS_AT_MINUTE = 2 * 60;
const STEP_MS = 15 * 60_000;
/** A day with a clock change is at most 25 hours long. */
const STEPS = 26 * 4;

/**
 * The next two o'clock at night of the tenant's own clock, strictly after `after`. Where the clocks jump over two
 * o'clock, the first quarter of an hour that exists. Every zone's offset is a multiple of 15 minutes (IANA, 2026).
 */
export function nextNight(after: Instant, timeZone: string): Instant {
  const first = Math.floor(Date.parse(after) / STEP_MS) * STEP_MS;
  for (let step = 1; step <= STEPS; step += 1) {
    const atMs = first + step * STEP_MS;
    const before = localMinute(atMs - STEP_MS, timeZone);
    const here = localMinute(atMs, timeZone);
    if (before < NIGHT_STARTS_AT_MINUTE && here >= NIGHT_STARTS_AT_MINUTE)
      return new Date(atMs).toISOString();
  }
  return new Date(first + STEPS * STEP_MS).toISOString();
}

function localMinute(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hours = 0, minutes = 0] = parts.format(atMs).split(':').map(Number);
  return hours * 60 + minutes;
}
