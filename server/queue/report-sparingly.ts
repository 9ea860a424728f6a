const QUIET_MS = 60_000;

export type ReportError = (error: unknown) => void;

/**
 * A datastore that is away fails several times a second, always with the same words: each message is told once a minute,
 * not more.
 */
export function reportSparingly(report: ReportError, clock: () => Date): ReportError {
  const toldAt = new Map<string, number>();
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    const now = clock().getTime();
    if (now - (toldAt.get(message) ?? -Infinity) < QUIET_MS) return;
    if (toldAt.size > 100) toldAt.clear();
    toldAt.set(message, now);
    report(error);
  };
}
