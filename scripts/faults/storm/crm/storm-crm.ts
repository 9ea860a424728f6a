import type { LedgerSummary as OrgLedgerSummary } from '../../../../test/simulators/salesforce/ledger.ts';
import type { WireOptions } from '../../../../server/wire/parts.ts';
import type { Vendor } from '../../../../shared/vocabulary.ts';
import type { Closers } from '../../../bench-sync/closers.ts';

export interface StormAccount {
  readonly accountId: string;
  /** Deals that people ask for tasks about. */
  readonly dealIds: readonly string[];
  /** As an install leaves them. */
  readonly credentials: {
    readonly accessToken: string;
    readonly refreshToken: string;
    readonly apiOrigin?: string;
  };
}

/** A strict CRM in a process of its own, with several accounts that hold the same records. */
export interface StandIn {
  readonly url: string;
  /** The first spends the quiet night. */
  readonly accounts: readonly StormAccount[];
  /** One of the verbs of its control desk; of an account, or of the whole. */
  control(verb: string, args?: readonly unknown[], accountId?: string): Promise<unknown>;
  ledger(): Promise<LedgerSummary>;
}

export type LedgerSummary = Pick<
  OrgLedgerSummary,
  'calls' | 'byStatus' | 'errorShare' | 'ownErrorShare'
>;

/** What a storm knows of one vendor's CRM. */
export interface StormCrm {
  readonly vendor: Vendor;
  readonly pipelineId: string;
  /** Of all answers, how many are spoiled in which way. */
  readonly faultRates: Readonly<Record<string, number>>;
  readonly openStandIn: (
    plan: { readonly folder: string; readonly now: Date },
    closers: Closers,
  ) => Promise<StandIn>;
  readonly settingsOf: (standIn: StandIn) => Pick<WireOptions, 'hubspot' | 'salesforce'>;
  /** Of the whole time, when keys expire in the storm. */
  readonly tokensExpireAt: readonly number[];
  readonly expireTokens: (standIn: StandIn, accountIds: readonly string[]) => Promise<void>;
  /** Whether an activity's id, as SQL names it, is one of the account's own records and none that we wrote. */
  readonly isTheirs: (column: string) => string;
  /** SQL: a unit's cursor has gone back. */
  readonly wentBack: string;
  readonly subjectsOf: (standIn: StandIn, accountId: string) => Promise<readonly unknown[]>;
  /** One line for each value that we wrote beside or into a record; when it was written differs from night to night. */
  readonly writtenTo: (standIn: StandIn, accountId: string) => Promise<readonly string[]>;
}
