import type { Org } from '../org/org.ts';
import type { IngestJobs } from './bulk/ingest-jobs.ts';
import type { QueryJobs } from './bulk/query-jobs.ts';
import type { OpenCursors } from './open-cursor.ts';

/** One org as its API serves it. */
export interface Desk {
  readonly org: Org;
  readonly cursors: OpenCursors;
  readonly jobs: QueryJobs;
  readonly ingest: IngestJobs;
  /** "Lead", "Contact.Title": objects and fields that the connected user may not see. */
  readonly hidden: Set<string>;
  /** Calls of the day, and how many there may be. */
  readonly allowance: { used: number; readonly limit: number };
  /** Rows of a page; the real one's when absent. */
  pageSize?: number;
}
