import type { JobState } from './query-jobs.ts';

/** A Bulk 2.0 upsert; `csv` is null until its one upload. */
export interface IngestJob {
  readonly id: string;
  readonly object: string;
  readonly externalId: string;
  state: JobState | 'Open';
  csv: string | null;
  /** Lines of the upload that were not written, each with its error, under the upload's own head. */
  failed: readonly FailedLine[];
  processed: number;
}

export interface FailedLine {
  readonly error: string;
  readonly cells: readonly string[];
}

export class IngestJobs {
  readonly #jobs = new Map<string, IngestJob>();
  /** What becomes of jobs from now on. */
  fate: 'complete' | 'fail' | 'never' = 'complete';
  /** Rows that find their record locked. */
  locked: 'none' | 'every_second' = 'none';

  open(object: string, externalId: string): IngestJob {
    const id = `750${String(900_000 + this.#jobs.size).padStart(15, '0')}`;
    const fresh = { csv: null, failed: [], processed: 0 };
    const job: IngestJob = { id, object, externalId, state: 'Open', ...fresh };
    this.#jobs.set(id, job);
    return job;
  }

  find(id: string): IngestJob | null {
    return this.#jobs.get(id) ?? null;
  }

  forgetAll(): void {
    this.#jobs.clear();
  }
}
