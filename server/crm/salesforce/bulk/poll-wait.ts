const SHORTEST_MS = 2_000;
const LONGEST_MS = 60_000;

/** A job is asked about in growing steps: a third of its age, so that half an hour of work costs about fifteen calls. */
export function pollWaitMs(ageMs: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.round(ageMs / 3)));
}
