import type { TenantId } from '../../shared/ids.ts';

/** Work as ids and a kind: the whole of what the queue knows. */
export interface Work {
  readonly workId: string;
  readonly tenantId: TenantId;
  readonly kind: string;
}

/** Work that waits to be served. `turn` changes each time a worker takes it: one ring for each turn is enough. */
export interface DueWork extends Work {
  readonly turn: string;
  /** Milliseconds until it is due; 0 or less: now. */
  readonly dueInMs: number;
}

/** Work that one worker holds until its lease runs out, or it dies. */
export interface ClaimedWork extends Work {
  readonly leaseId: string;
  /** Failures in a row before this one. */
  readonly attempts: number;
}

export interface Postponement {
  readonly inMs: number;
  /** Failures in a row, this one included; 0 after progress. */
  readonly attempts: number;
}

/** A worker that is seen to be alive. What it claims is due again at once when it is killed. */
export interface Presence {
  /** Resolves when the others can see it; what is claimed before that is nobody's until its lease has run out. */
  readonly known: Promise<unknown>;
  close(): Promise<void>;
}

/** What the queue needs of the store: which work is due, in Postgres. Implemented by store/work-store.ts. */
export interface WorkStore {
  /** From now on this process is seen to be alive as long as it is; its connection, when it breaks, is made again. */
  attend(report: (error: unknown) => void): Presence;
  /** Due in `dueInMs`, or when it was due already; rung while a worker holds it, it is due again after that worker. */
  enqueue(work: Work, dueInMs: number): Promise<DueWork>;
  /** Due now when it is new; parked work in ten minutes; what waits for its turn keeps waiting, and the answer is null. */
  ensure(work: Work): Promise<DueWork | null>;
  /** Due work of the tenant with the least running, then the least recently served. Null: nothing is due. */
  claim(kinds: readonly string[], leaseMs: number): Promise<ClaimedWork | null>;
  /** False: the lease ran out and someone else has the work. */
  extend(work: ClaimedWork, leaseMs: number): Promise<boolean>;
  /** Removes it. Answers with the work when it was rung meanwhile and therefore stays. */
  complete(work: ClaimedWork): Promise<DueWork | null>;
  /** Null: another worker has it by now. */
  postpone(work: ClaimedWork, postponement: Postponement): Promise<DueWork | null>;
  /** Not due until it is enqueued again or its tenant is resumed. */
  park(work: ClaimedWork): Promise<void>;
  /** All work of a tenant rests as if parked; what a worker holds right now is left to that worker. */
  parkTenant(tenantId: TenantId): Promise<void>;
  /** Parked work of a tenant is due at once, after a reconnect. */
  resume(tenantId: TenantId): Promise<void>;
  /** Work that is due and held by nobody, the longest due first. */
  listDue(limit: number): Promise<readonly DueWork[]>;
  /** Only where no other worker can be alive: what was held is due at once. */
  releaseLeases(): Promise<void>;
}
