import type { Evidence } from './evidence.ts';

/** One order for all folds, so that the same evidence gives the same result in whatever order it was stored. */
export function byTime(a: Evidence, b: Evidence): number {
  return (
    compare(a.at, b.at) ||
    compare(a.activityId, b.activityId) ||
    a.start - b.start ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
