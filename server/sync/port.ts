import type { Instant, TenantId } from '../../shared/ids.ts';
import type { Activity, Statement } from '../domain/activity.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Person, Seller } from '../domain/person.ts';
import type { Receipt, RecordKind, RecordRef, SubjectRecord } from '../crm/records.ts';
import type { InsightRef } from '../crm/writes.ts';

/**
 * What a unit does with its kind. `first`: the most pressing open deals with their people and activities, before the
 * long first load. `changes`: the records of its window; the whole list where the window has no beginning. `gone`: what
 * was deleted in the CRM. `sweep`: all ids there against all of ours.
 */
export const UNIT_PHASES = ['first', 'changes', 'gone', 'sweep'] as const;
export type UnitPhase = (typeof UNIT_PHASES)[number];

/** One kind's walk through one window. Lives in Postgres; every page moves `generation` by one. */
export interface SyncUnit {
  readonly workId: string;
  readonly tenantId: TenantId;
  readonly nightId: string;
  readonly kind: RecordKind;
  readonly phase: UnitPhase;
  readonly from: Instant | null;
  readonly to: Instant;
  readonly cursor: string | null;
  readonly generation: number;
  readonly done: boolean;
}

/** An activity as it is stored: who, when, where, what was found; never its text. */
export interface ReadActivity {
  readonly activity: Activity;
  readonly updatedAt: Instant;
  readonly evidence: readonly Evidence[];
  readonly statements: readonly Statement[];
  /** The CRM's owner of it, who may let others see it; null: nobody. */
  readonly ownerId: string | null;
  /** Null: seen but not read (its persons are do-not-analyse, or its author is nobody we know yet). */
  readonly readByModel: string | null;
  /** Why it was not read, for the card's coverage line. */
  readonly notReadBecause: string | null;
  /** Read, but nothing found: why. A SilenceReason of the reader. */
  readonly silence: string | null;
}

export interface AppliedPage {
  readonly subjects: readonly SubjectRecord[];
  readonly activities: readonly ReadActivity[];
  /** Records that the CRM no longer has. */
  readonly gone: readonly RecordRef[];
  readonly receipts: readonly Receipt[];
  /** Of the gone, those that live on in another record: what hung on them is fetched again. */
  readonly merged?: readonly RecordRef[];
  /** To be read again by id, soon. */
  readonly again?: readonly RecordRef[];
  /** Ids of the unit's kind that a sweep saw in the CRM. */
  readonly sighted?: readonly string[];
}

/** What a sweep found when it had seen every id of its kind. */
export interface SweepFindings {
  /** How many records of the kind we hold. */
  readonly held: number;
  /** Held by us, not seen in the CRM. */
  readonly unseen: readonly string[];
  /** Seen in the CRM, not held by us. */
  readonly lacking: readonly string[];
}

/** The people and deals that a page of activities speaks of, loaded before it is read. */
export interface Surroundings {
  readonly persons: readonly Person[];
  readonly sellers: readonly Seller[];
  readonly deals: readonly SurroundingDeal[];
  /** Thread id → the deal its earlier activities are tied to. */
  readonly threadDeals: ReadonlyMap<string, string>;
  /** Domains whose mail addresses are our side. */
  readonly ownDomains: readonly string[];
  /** Pipelines whose deals are read; absent: every one. */
  readonly pipelineIds?: readonly string[];
}

export interface SurroundingDeal {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  readonly pipelineId?: string;
  readonly personIds: readonly string[];
}

export interface SurroundingsQuery {
  readonly contactIds: readonly string[];
  readonly emails: readonly string[];
  readonly dealIds: readonly string[];
  readonly threadIds: readonly string[];
}

/** What sync needs of the store. Implemented by store/sync-store.ts; every call is one transaction of that tenant. */
export interface SyncStore {
  loadUnit(tenantId: TenantId, workId: string): Promise<SyncUnit | null>;
  loadSurroundings(tenantId: TenantId, query: SurroundingsQuery): Promise<Surroundings>;
  /**
   * Rows, evidence, receipts, counters, marks of touched deals and persons, and the unit's new cursor, all or nothing.
   * False when the unit's generation is no longer the one read: another worker was faster, and nothing was written.
   */
  commitPage(unit: SyncUnit, page: AppliedPage, next: string | null): Promise<boolean>;
  /**
   * Ends a unit before its end, with the reasons. It moves no watermark and verifies nothing. False as in `commitPage`.
   */
  endUnit(unit: SyncUnit, receipts: readonly Receipt[]): Promise<boolean>;
  /** Of these records, those that we hold. */
  keepHeld(tenantId: TenantId, refs: readonly RecordRef[]): Promise<readonly RecordRef[]>;
  /** Whether we hold one record of the kind at all. */
  holdsAny(tenantId: TenantId, kind: RecordKind): Promise<boolean>;
  /** All that a sweep saw against all that we hold. */
  compareSweep(unit: SyncUnit): Promise<SweepFindings>;
  /** Activities cited by cards with a meeting in the 48 h after `now`: what a rep is about to rely on. Each once. */
  listCitedSoon(tenantId: TenantId, now: Instant): Promise<readonly RecordRef[]>;
  /** Activities of these kinds that any card cites. Each once. */
  listCitedOf(tenantId: TenantId, kinds: readonly RecordKind[]): Promise<readonly RecordRef[]>;
  /** To be read again by id. */
  markDirty(tenantId: TenantId, refs: readonly RecordRef[]): Promise<void>;
  /** The same rows without a cursor: for records that a webhook or the sweeper asked for. */
  commitRefresh(tenantId: TenantId, page: AppliedPage): Promise<void>;
  /** Ids marked by webhooks or unread, oldest mark first, grouped by the caller. */
  loadDirtyRecords(tenantId: TenantId, limit: number): Promise<readonly DirtyRecord[]>;
  clearDirtyRecords(tenantId: TenantId, marks: readonly DirtyRecord[]): Promise<void>;
}

export interface DirtyRecord {
  readonly ref: RecordRef;
  /** A record re-marked while it was being read keeps its newer mark. */
  readonly markedAt: Instant;
}

/** A record that carries our own fields. */
export interface WrittenRef {
  readonly kind: 'deal' | 'contact';
  readonly id: string;
}

/** A record whose cards changed since its fields were looked at; `hash` is of what they say, null before the first time. */
export interface WaitingRecord {
  readonly ref: WrittenRef;
  readonly hash: string | null;
}

export interface SettledRecord {
  readonly ref: WrittenRef;
  readonly hash: string;
}

/** What write-back needs of the store. Implemented by store/own-field-store.ts. */
export interface OwnFieldStore {
  /** The longest waiting first; records whose cards are gone and whose fields still say something come before all. */
  listWaiting(tenantId: TenantId, limit: number): Promise<readonly WaitingRecord[]>;
  /** Looked at as of `at`, with what the fields say now, and why some were refused. */
  settle(
    tenantId: TenantId,
    settled: readonly SettledRecord[],
    outcome: { readonly at: Instant; readonly receipts: readonly Receipt[] },
  ): Promise<void>;
}

export interface WaitingInsight {
  readonly ref: InsightRef;
  /** Of what our record in the CRM says; null: there is none yet. */
  readonly hash: string | null;
}

export interface SettledInsight {
  readonly ref: InsightRef;
  readonly hash: string;
  readonly hasCard: boolean;
}

/** Records that are on their way by one job. */
export interface RunningInsightJob {
  readonly jobId: string;
  /** When they were composed. */
  readonly begunAt: Instant;
  readonly rows: readonly SettledInsight[];
}

/** Jobs that write many of our own records. Implemented by store/insight-job-store.ts. */
export interface InsightJobStore {
  /** The oldest; null: none is under way. */
  loadRunning(tenantId: TenantId): Promise<RunningInsightJob | null>;
  /** When a job last came to nothing; null: never. */
  lastLostAt(tenantId: TenantId): Promise<Instant | null>;
  hold(tenantId: TenantId, jobs: readonly RunningInsightJob[]): Promise<void>;
  /** Its rows are settled by `settle`, or wait again. */
  end(tenantId: TenantId, jobId: string): Promise<void>;
  /** Its rows wait again. */
  endLost(tenantId: TenantId, jobId: string, at: Instant): Promise<void>;
}

/** What our own records in the CRM say. Implemented by store/org-insight-store.ts. */
export interface OrgInsightStore {
  /** Counts no further than the limit. */
  countWaiting(tenantId: TenantId, limit: number): Promise<number>;
  /** The longest waiting first; records whose cards are gone come before all. */
  listWaiting(tenantId: TenantId, limit: number): Promise<readonly WaitingInsight[]>;
  /** What the account's own record said last, by hash; null: nothing yet. */
  loadConnection(tenantId: TenantId): Promise<string | null>;
  saveConnection(
    tenantId: TenantId,
    told: { readonly hash: string; readonly at: Instant },
  ): Promise<void>;
  settle(
    tenantId: TenantId,
    settled: readonly SettledInsight[],
    outcome: { readonly at: Instant; readonly receipts: readonly Receipt[] },
  ): Promise<void>;
}
