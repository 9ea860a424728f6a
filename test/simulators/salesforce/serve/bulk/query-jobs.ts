import type { QueryResult } from '../../soql/run-query.ts';

export type JobState = 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** A Bulk 2.0 query, with its rows as they were when it was asked. */
export interface QueryJob {
  readonly id: string;
  readonly operation: 'query' | 'queryAll';
  readonly result: QueryResult;
  state: JobState;
  /** How often somebody has looked at it. */
  looks: number;
}

export class QueryJobs {
  readonly #jobs = new Map<string, QueryJob>();
  /** Looks after which a job is complete. */
  looksNeeded = 1;
  /** What becomes of jobs from now on; `lossy`: results lack a row that was counted; `refuse`: none can be made. */
  fate: 'complete' | 'fail' | 'never' | 'lossy' | 'refuse' = 'complete';

  open(operation: QueryJob['operation'], result: QueryResult): QueryJob {
    const id = `750${String(this.#jobs.size + 1).padStart(15, '0')}`;
    const job: QueryJob = { id, operation, result, state: 'UploadComplete', looks: 0 };
    this.#jobs.set(id, job);
    return job;
  }

  find(id: string): QueryJob | null {
    return this.#jobs.get(id) ?? null;
  }

  look(job: QueryJob): void {
    job.looks += 1;
    if (job.state === 'JobComplete' || job.state === 'Aborted') return;
    const isDue = job.looks >= this.looksNeeded && this.fate !== 'never';
    job.state = isDue ? (this.fate === 'fail' ? 'Failed' : 'JobComplete') : 'InProgress';
  }

  forgetAll(): void {
    this.#jobs.clear();
  }
}
