/** Every kind of work there is, how often it may fail in a row, and how long it rests in between. */
export interface JobSpec {
  readonly attempts: number;
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
}

const CRM_JOB = { attempts: 40, firstBackoffMs: 1_000, longestBackoffMs: 600_000 } as const;
const OWN_JOB = { attempts: 20, firstBackoffMs: 500, longestBackoffMs: 60_000 } as const;

export const JOBS = {
  /** Plans a tenant's night: opens units, waits for them, turns to the cards, finishes. */
  run_night: OWN_JOB,
  /** Walks one unit's window, a bounded slice at a time. */
  walk_unit: CRM_JOB,
  /** Obeys what webhooks told: deletions at once, without the CRM; marks the rest. */
  settle_inbox: OWN_JOB,
  /** Fetches what webhooks marked, and what an older reader read. */
  refresh_records: CRM_JOB,
  /** Builds the cards of touched subjects. */
  build_cards: OWN_JOB,
  /** Brings our own fields in the CRM up to date. */
  push_write_back: CRM_JOB,
  /** Brings our own records in the CRM up to date, where it has them. */
  push_insights: CRM_JOB,
  /** Carries what people asked for on a card into the CRM. */
  push_outbox: CRM_JOB,
  /** Makes our own fields in the CRM, after an install and when write-back is switched on. */
  set_up_fields: CRM_JOB,
} as const satisfies Readonly<Record<string, JobSpec>>;

export type JobName = keyof typeof JOBS;

// Object.keys forgets the keys' names; JOBS is a constant with exactly these.
export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];

export function isJobName(kind: string): kind is JobName {
  return kind in JOBS;
}
