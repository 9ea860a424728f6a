import type { BulkJobOptions } from 'bullmq';
import type { DueWork } from './port.ts';

export const QUEUE_NAME = 'doorbell';

/**
 * A ring that is late because its worker died is harmless, so it may stall as often as it likes. The defaults would fail
 * it at the second crash, and rest 15 s after the datastore was away.
 */
export const LISTENING = {
  lockDuration: 15_000,
  stalledInterval: 15_000,
  maxStalledCount: 1_000,
  runRetryDelay: 1_500,
} as const;

interface RingJob {
  readonly name: string;
  readonly data: { readonly tenantId: string; readonly workId: string };
  readonly opts: BulkJobOptions;
}

/**
 * The id makes a second ring of the same turn a no-op while the first one waits. A later ring does not stand in the way
 * of one for now. BullMQ takes no colon in an id.
 */
export function toRing({ workId, tenantId, kind, turn, dueInMs }: DueWork): RingJob {
  const delay = Math.ceil(dueInMs);
  const jobId = `${workId}.${turn}.${delay > 0 ? 'later' : 'now'}`;
  const opts = { jobId, delay, removeOnComplete: true, removeOnFail: true };
  return { name: kind, data: { tenantId, workId }, opts };
}
