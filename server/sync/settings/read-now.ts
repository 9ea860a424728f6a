import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { ReadNowAnswer } from '../../../shared/api/settings/post-read-now.ts';

export interface ReadNowTools {
  readonly clock: () => Date;
  readonly nights: {
    loadLatest(tenantId: TenantId): Promise<LatestNight | null>;
  };
  /** Null: this account has no nights. */
  readonly beginNight: (tenantId: TenantId) => Promise<object | null>;
}

interface LatestNight {
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

/** An impatient admin must not use up the account's calls. */
const PAUSE_MS = 10 * 60_000;

/** Begins a night now, at most every ten minutes. Asking again while it runs answers the same. */
export async function readNow(tools: ReadNowTools, tenantId: TenantId): Promise<ReadNowAnswer> {
  const last = await tools.nights.loadLatest(tenantId);
  if (last?.finishedAt === null) return { state: 'running', againAt: null };
  const againMs = last === null ? 0 : Date.parse(last.startedAt) + PAUSE_MS;
  if (tools.clock().getTime() < againMs)
    return { state: 'too_soon', againAt: new Date(againMs).toISOString() };
  const night = await tools.beginNight(tenantId);
  return { state: night === null ? 'nothing_to_read' : 'running', againAt: null };
}
