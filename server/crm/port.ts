import type { Instant } from '../../shared/ids.ts';
import type { Driver, Vendor } from '../../shared/vocabulary.ts';
import type { CrmRecord, Receipt, RecordKind, RecordRef } from './records.ts';
import type {
  ConnectionNews,
  EndedJob,
  FieldWrite,
  InsightJob,
  InsightWrite,
  NewNote,
  NewTask,
  OwnField,
  WriteResult,
} from './writes.ts';

/** What an adapter can do beyond the minimum. The core asks; it never names a vendor. */
export interface CrmCapabilities {
  readonly webhooks: boolean;
  readonly propertyHistory: boolean;
  /** Kinds this adapter reads, in no order. */
  readonly kinds: readonly RecordKind[];
  /** Most records that one `readRecords` call may ask for. */
  readonly batchSize: number;
  /** Kinds whose deleted records and whose ids can be listed, by `readGone` and `readIds`; none when absent. */
  readonly listed?: readonly RecordKind[];
  /** What `readGone` names may have come back since: what we hold of it is asked for by id. */
  readonly goneIsLog?: boolean;
  /** Kinds that `readAround` finds, people and firms first; none when absent. */
  readonly around?: readonly RecordKind[];
}

/** Changes from `from` (inclusive; null: since ever) to `to` (inclusive). */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant;
}

/** Opaque to everyone but the adapter that made it. */
export type Cursor = string;

/** A page may be short or empty and still have a next one; only `next === null` ends the window. */
export interface ChangePage {
  readonly records: readonly CrmRecord[];
  readonly receipts: readonly Receipt[];
  /** Records that the CRM could not tell completely this time: worth one more attempt by id. */
  readonly again?: readonly RecordRef[];
  /** Ids that records of this page have swallowed, long ago or just now. */
  readonly mergedAway?: readonly RecordRef[];
  readonly next: Cursor | null;
}

export interface RecordBatch {
  readonly records: readonly CrmRecord[];
  readonly receipts: readonly Receipt[];
  /** Asked for, but the CRM no longer has them (deleted, merged away or archived). */
  readonly missing: readonly string[];
  /** Of the missing, those that live on in another record, which is among `records`: what hung on them moved there. */
  readonly merged?: readonly string[];
  /** Not looked at for want of calls: to be asked for again. */
  readonly postponed?: readonly string[];
}

export interface GonePage {
  readonly gone: readonly GoneRecord[];
  readonly next: Cursor | null;
}

export interface GoneRecord {
  readonly id: string;
  readonly goneAt: Instant;
}

export interface IdPage {
  readonly ids: readonly string[];
  readonly next: Cursor | null;
}

export interface PressingQuestion {
  /** Null: deals of every pipeline. */
  readonly pipelineIds: readonly string[] | null;
  readonly now: Instant;
  readonly limit: number;
}

/** What a rep answered, inside the CRM, to a claim of our card there. */
export interface GivenVerdict {
  /** Null: a conversation without a deal. */
  readonly dealId: string | null;
  readonly personId: string;
  readonly driver: Driver;
  readonly verdict: 'right' | 'not_right';
  /** The CRM user who said it. */
  readonly givenBy: string;
  readonly at: Instant;
}

/**
 * The only door to a CRM. Held to test/contract/describe-crm-port.ts.
 * Every method throws AppError with a recovery; none retries, sleeps or keeps state between calls.
 */
export interface CrmPort {
  readonly vendor: Vendor;
  readonly can: CrmCapabilities;
  /** One page of the window. The same cursor read twice gives the same place in the window. */
  readChanges(kind: RecordKind, window: Window, cursor: Cursor | null): Promise<ChangePage>;
  readRecords(kind: RecordKind, ids: readonly string[]): Promise<RecordBatch>;
  /** Records of a kind in `can.listed` that were deleted and are still remembered by the CRM, in no order. */
  readGone?(kind: RecordKind, cursor: Cursor | null): Promise<GonePage>;
  /** Ids of all living records of a kind in `can.listed`, in no order. */
  readIds?(kind: RecordKind, cursor: Cursor | null): Promise<IdPage>;
  /** How many living records of a kind the account holds, as the CRM counts them; null: it does not say. */
  countRecords?(kind: RecordKind): Promise<number | null>;
  /** Ids of open deals: those with the next meetings first, then those with the latest activity. */
  readPressingDeals?(question: PressingQuestion): Promise<readonly string[]>;
  /** Sets calls aside for work of several questions, which would otherwise be stopped half-way and begin again. */
  reserve?<T>(calls: number, work: () => Promise<T>): Promise<T>;
  /** Records of some kinds in `can.around` that these deals are associated with, each once; of each kind the newest first. */
  readAround?(dealIds: readonly string[], kinds: readonly RecordKind[]): Promise<RecordRef[]>;
  /** Makes our own fields in the account, and what tasks of ours need; what is there already stays as it is. */
  setUpFields?(fields: readonly OwnField[]): Promise<void>;
  /** Our own fields of deals and contacts, and nothing else. One result for each write, in their order; repeatable. */
  writeFields?(writes: readonly FieldWrite[]): Promise<readonly WriteResult[]>;
  /** Our own records beside the CRM's. One result for each write, in their order; repeatable. */
  writeInsights?(writes: readonly InsightWrite[]): Promise<readonly WriteResult[]>;
  /** For so many writes that a job costs fewer calls. */
  openInsightJob?(): InsightJob;
  /** Throws `wait` while it runs. Null: it came to nothing, and every record of it is as before. */
  readInsightJob?(job: {
    readonly jobId: string;
    readonly begunAt: Instant;
  }): Promise<EndedJob | null>;
  /** One record of ours that all cards of the account look at. */
  writeConnection?(news: ConnectionNews): Promise<void>;
  /** Answers that reps gave in the account itself since then, oldest first; null: since ever. */
  readVerdicts?(since: Instant | null): Promise<readonly GivenVerdict[]>;
  /** What an admin allows us of the account's daily calls, above 0 to 1; null: nothing was said in the CRM. */
  readCallShare?(): Promise<number | null>;
  /** A to-do for a colleague. The same key twice is one task. */
  createTask?(task: NewTask): Promise<{ readonly id: string }>;
  /** Lines that everybody who sees the records sees, too. The same key twice is one note. */
  createNote?(note: NewNote): Promise<{ readonly id: string }>;
}

/**
 * Asked before each HTTP call and told after it: where budget and counting live. Throws `wait` when nothing is left for
 * the moment (`crm_rate_limited`) or for the day (`crm_budget_spent`).
 */
export interface CallMeter {
  take(policy: CallPolicy): Promise<void>;
  seen(policy: CallPolicy, result: CallResult): void;
  /**
   * Sets `calls` aside, all or none, before `work` begins, so that it is never stopped half-way; what `work` did not
   * use is given back. Without it each call is asked for on its own. `searches` of them are searches, which come first.
   */
  reserve?<T>(calls: number, work: () => Promise<T>, searches?: number): Promise<T>;
}
export type CallPolicy = 'ten_secondly' | 'search_secondly';

export interface CallResult {
  /** 0: no answer came. */
  readonly status: number;
  /** Set when the CRM refused for a limit. */
  readonly retryAfterMs: number | null;
  /** The limit that refused, where the CRM named it. */
  readonly refusedBy?: CallPolicy | 'daily' | null;
  /** What the answer said of the account's limits; null: nothing. */
  readonly allowance?: CallAllowance | null;
  /** How much of the account's day is gone, counted by the CRM over all its apps; null or absent: it does not say. */
  readonly day?: DayUse | null;
}

export interface DayUse {
  readonly used: number;
  readonly limit: number;
}

/** An account's limits in the CRM's own words, for one app. */
export interface CallAllowance {
  readonly calls: number;
  readonly perMs: number;
  /** Null: not told, as for marketplace apps. */
  readonly perDay: number | null;
}

export interface CrmAccountDetails {
  readonly accountId: string;
  /** As people know the account; null: the CRM does not say it here. */
  readonly name: string | null;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217; null when the CRM does not say. */
  readonly currency: string | null;
  /** Where its people work, for links: "https://app.crm.example". Null when the CRM does not say. */
  readonly webOrigin: string | null;
}

export interface CrmUser {
  readonly id: string;
  readonly superAdmin: boolean;
  readonly teamIds: readonly string[];
}

/** Who and what an account is, apart from its records. Throws AppError as CrmPort does. */
export interface CrmDirectory {
  readAccount(): Promise<CrmAccountDetails>;
  /** Null: the account has no such user. */
  readUser(userId: string): Promise<CrmUser | null>;
}

/** Something of ours that needs the CRM's leave, and what an account without it goes without. */
export interface CrmFeature {
  readonly name: string;
  /** All of them are needed. */
  readonly scopes: readonly string[];
  /** `always`: no install without it. `optional`: the CRM leaves it out where an account cannot grant it. */
  readonly asked: 'always' | 'optional';
  /** Kinds of records that cannot be read without it: a refusal of theirs is a missing permission of this feature. */
  readonly kinds: readonly RecordKind[];
  /** One sentence for admins. */
  readonly without: string;
}
