import type { Instant } from '../../shared/ids.ts';
import type { Vendor } from '../../shared/vocabulary.ts';
import type { CrmRecord, Receipt, RecordKind, RecordRef } from './records.ts';

/** What an adapter can do beyond the minimum. The core asks; it never names a vendor. */
export interface CrmCapabilities {
  readonly webhooks: boolean;
  readonly propertyHistory: boolean;
  /** Kinds this adapter reads, in no order. */
  readonly kinds: readonly RecordKind[];
  /** Most records that one `readRecords` call may ask for. */
  readonly batchSize: number;
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
  readonly next: Cursor | null;
}

export interface RecordBatch {
  readonly records: readonly CrmRecord[];
  readonly receipts: readonly Receipt[];
  /** Asked for, but the CRM no longer has them (deleted, merged away or archived). */
  readonly missing: readonly string[];
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
  /** Of `refs`, those the viewer may open in the CRM. Not known means no. */
  mayRead(viewerUserId: string, refs: readonly RecordRef[]): Promise<readonly RecordRef[]>;
}

/** Asked before each HTTP call and told after it: where budget and counting live. Throws `wait` when nothing is left. */
export interface CallMeter {
  take(policy: CallPolicy): Promise<void>;
  /** `retryAfterMs` is set when the CRM refused for a limit. */
  seen(
    policy: CallPolicy,
    result: { readonly status: number; readonly retryAfterMs: number | null },
  ): void;
}
export type CallPolicy = 'ten_secondly' | 'search_secondly';

/** A change that a webhook told of. It only marks: the worker reads the truth from the CRM. */
export interface CrmNotice {
  /** Stable for redeliveries of the same event. */
  readonly key: string;
  readonly accountId: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly change: 'changed' | 'deleted' | 'privacy_deleted';
}

/** A request exactly as it arrived: nothing decoded, nothing re-serialised. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly originalUrl: string;
  readonly body: Buffer;
  readonly header: (name: string) => string | undefined;
}

export interface CrmWebhook {
  /** Throws AppError `signature_invalid` unless the CRM signed these bytes within five minutes. */
  verifyAndParse(request: RawRequest): readonly CrmNotice[];
}

/** Who is looking, as the CRM signed it. */
export interface CardViewer {
  readonly accountId: string;
  readonly userId: string;
}

export interface CrmCardRequest {
  /** Throws AppError `signature_invalid` unless the CRM signed this request within five minutes. */
  verify(request: RawRequest): CardViewer;
}

export interface CrmTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  /** HubSpot portal or Salesforce org. */
  readonly accountId: string;
  /** Who connected it, when the CRM says so. */
  readonly userId: string | null;
  readonly scopes: readonly string[];
}

/** The CRM's OAuth desk. Throws AppError: `reauthorize` when the grant was withdrawn. */
export interface CrmAuthorizer {
  exchangeCode(code: string): Promise<CrmTokens>;
  refresh(refreshToken: string): Promise<CrmTokens>;
}
