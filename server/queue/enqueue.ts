import type { TenantId } from '../../shared/ids.ts';
import type { Doorbell } from './doorbell.ts';
import type { JobName } from './jobs.ts';
import type { WorkStore } from './port.ts';
import type { ReportError } from './report-sparingly.ts';

export interface NewWork {
  readonly workId: string;
  readonly tenantId: TenantId;
  readonly kind: JobName;
}

/** Saved in Postgres when it returns; a worker starts it within milliseconds, or when `dueInMs` have passed. */
export type Enqueue = (work: NewWork, dueInMs?: number) => Promise<void>;

export interface EnqueueTools {
  readonly works: WorkStore;
  readonly bell: Doorbell;
  readonly report: ReportError;
}

/** Saved and rung when it is new; work that waits for its turn, or rests after a failure, is left to its time. */
export type Ensure = (work: NewWork) => Promise<void>;

export function createEnsure({ works, bell, report }: EnqueueTools): Ensure {
  return async (work) => {
    const due = await works.ensure(work);
    if (due !== null) await bell.ring([due]).catch(report);
  };
}

/** A ring that fails is only reported: the work is due all the same, and the sweeper rings again. */
export function createEnqueue({ works, bell, report }: EnqueueTools): Enqueue {
  return async (work, dueInMs = 0) => {
    const due = await works.enqueue(work, dueInMs);
    await bell.ring([due]).catch(report);
  };
}
