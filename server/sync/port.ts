import type { Instant, TenantId } from '../../shared/ids.ts';
import type { Activity, Statement } from '../domain/activity.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Person, Seller } from '../domain/person.ts';
import type { Receipt, RecordKind, RecordRef, SubjectRecord } from '../crm/records.ts';

/** One kind's walk through one window. Lives in Postgres; every page moves `generation` by one. */
export interface SyncUnit {
  readonly workId: string;
  readonly tenantId: TenantId;
  readonly nightId: string;
  readonly kind: RecordKind;
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
}

export interface SurroundingDeal {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
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
