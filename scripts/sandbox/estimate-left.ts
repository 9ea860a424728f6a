/**
 * Seconds until the night is done, from how fast it has been so far. Cards take about a fifth of a sandbox night, which
 * is why records alone do not reach the end. Null until enough has been read to say anything.
 */
export function estimateSecondsLeft(progress: {
  readonly records: number;
  readonly expectedRecords: number;
  readonly elapsedMs: number;
}): number | null {
  const share = (0.8 * progress.records) / Math.max(1, progress.expectedRecords);
  if (share < 0.05) return null;
  return Math.max(1, Math.round((progress.elapsedMs * (1 - Math.min(share, 0.99))) / share / 1000));
}
