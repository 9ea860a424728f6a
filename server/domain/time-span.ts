import type { Instant } from '../../shared/ids.ts';

const DAY_MS = 86_400_000;

/** Days from `from` to `to`, with fractions; negative when `to` is earlier. */
export function daysBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function addDays(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) + days * DAY_MS).toISOString();
}
