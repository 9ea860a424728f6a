import type { Instant } from '../../shared/ids.ts';
import type { RecordKind } from './records.ts';

/** A change that a webhook told of. It only marks: the worker reads the truth from the CRM. */
export interface CrmNotice {
  /** Stable for redeliveries of the same event. */
  readonly key: string;
  readonly accountId: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly change: 'changed' | 'deleted' | 'privacy_deleted' | 'restored';
  readonly happenedAt: Instant;
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
  /** The same for every delivery of one signed request, and for no other. */
  readonly requestKey: string;
}

export interface CrmCardRequest {
  /** Throws AppError `signature_invalid` unless the CRM signed this request within five minutes. */
  verify(request: RawRequest): CardViewer;
}
