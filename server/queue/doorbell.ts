import type { DueWork } from './port.ts';
import type { ReportError } from './report-sparingly.ts';

/**
 * Wakes a worker somewhere. It holds no truth: work is due in Postgres, and a ring that is lost is rung again by the
 * sweeper.
 */
export interface Doorbell {
  /** One ring for each turn of each work; ringing again before it is heard changes nothing. */
  ring(works: readonly DueWork[]): Promise<void>;
  /** `answer` is called once for each ring, at most `concurrency` at a time; it does not throw. */
  listen(answer: () => Promise<void>, concurrency: number): Listening;
  /** Whether the datastore answers right now. Does not throw. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Listening {
  /** Resolves when it hears, or will never hear because it was closed. */
  readonly ready: Promise<unknown>;
  /** Waits for what is being answered, then closes every connection. */
  close(): Promise<void>;
}

export interface BellOptions {
  /** Told of the datastore's errors; they mend themselves, and come often while it is away. */
  readonly report: ReportError;
}
