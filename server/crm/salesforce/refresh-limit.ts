import { AppError } from '../../../shared/errors.ts';

const MOST = 2;
const WITHIN_MS = 60_000;

export interface RefreshLimit {
  /** Throws `wait` when a connection was renewed twice within the last minute. */
  take(connection: string): void;
}

/** A brake of last resort: a key that is refused as soon as it is renewed must not become a storm of renewals. */
export function createRefreshLimit(clock: () => Date): RefreshLimit {
  const moments = new Map<string, readonly number[]>();
  return {
    take(connection) {
      const nowMs = clock().getTime();
      for (const [key, all] of moments) {
        const recent = all.filter((moment) => moment > nowMs - WITHIN_MS);
        if (recent.length === 0) moments.delete(key);
        else moments.set(key, recent);
      }
      const recent = moments.get(connection) ?? [];
      if (recent.length >= MOST) throw tooOften((recent[0] ?? nowMs) + WITHIN_MS - nowMs);
      moments.set(connection, [...recent, nowMs]);
    },
  };
}

function tooOften(retryAfterMs: number): AppError {
  return new AppError('crm_unavailable', 'This Salesforce connection was renewed twice just now.', {
    recovery: 'wait',
    retryAfterMs,
  });
}
