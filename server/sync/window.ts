import type { Instant } from '../../shared/ids.ts';
import type { Window } from '../crm/port.ts';

/** A window begins this long before the last one ended: clocks differ, and an index may show a change late. */
const OVERLAP_MS = 10 * 60_000;
/** Search indexes lag; what changed less than this ago is left to the next window (research/sync.md §1.5). */
const LAG_MS = 5 * 60_000;

/** Everything since ever. Its end is its START, never the newest change seen: edits go on while the list is read. */
export function backfillWindow(now: Instant): Window {
  return { from: null, to: now };
}

/** What changed since the last window's end, `[watermark − 10 min, now − 5 min]`; never an end before its beginning. */
export function deltaWindow(watermark: Instant, now: Instant): Window {
  const from = before(watermark, OVERLAP_MS);
  const to = before(now, LAG_MS);
  return { from, to: to < from ? from : to };
}

function before(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) - ms).toISOString();
}
