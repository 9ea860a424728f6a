import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { PressedRecord } from '../port.ts';

/** A record that is written about. */
export interface Subject {
  readonly kind: 'deal' | 'contact';
  readonly id: string;
}

/** A to-do as it goes to the CRM. */
export interface StepTask {
  /** The same for every attempt at one task. */
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  readonly dueAt: Instant;
  /** The CRM's owner id of whoever asked; null: they own nothing there. */
  readonly ownerId: string | null;
  readonly about: readonly Subject[];
}

/** Our open questions as they go to the CRM, for everybody who sees the record. */
export interface QuestionsNote {
  /** The same for every attempt at one note. */
  readonly key: string;
  /** Plain text; an empty one is room for an answer. */
  readonly lines: readonly string[];
  readonly at: Instant;
  /** As a task's. */
  readonly ownerId: string | null;
  readonly about: readonly Subject[];
}

/** `refused`: the CRM did not take it. */
export type DeliveryState = 'pending' | 'done' | 'refused';

/** What waits for the CRM. What is there already under a key stays as it is; what was refused is tried once more. */
export interface DeliveryStore {
  stateOf(tenantId: TenantId, key: string): Promise<DeliveryState>;
  /** Of a user who signs in, as an owner. */
  findOwnerId(tenantId: TenantId, userId: string): Promise<string | null>;
}

/** Implemented by store/actions/outbox-store.ts. */
export interface TaskStore extends DeliveryStore {
  putTask(tenantId: TenantId, task: StepTask, at: Instant): Promise<void>;
}

/** Implemented by store/actions/outbox-store.ts. */
export interface NoteStore extends DeliveryStore {
  putNote(tenantId: TenantId, note: QuestionsNote, at: Instant): Promise<void>;
}

/** What may be kept from being analysed. */
export interface SilentRecord {
  readonly kind: 'deal' | 'contact';
  readonly id: string;
}

/** Implemented by store/actions/silence-store.ts. */
export interface SilenceStore {
  /**
   * Readings, quotes, verdicts and cards go, the record is held silent whatever the CRM's field says, and the field is
   * to be written; all or nothing. Again changes nothing.
   */
  silence(
    tenantId: TenantId,
    record: SilentRecord,
    asked: { readonly by: string; readonly at: Instant },
  ): Promise<void>;
  /** The hold ends and the field is to be cleared; once it is, the record is read again. */
  release(tenantId: TenantId, record: SilentRecord, at: Instant): Promise<void>;
}

/** Implemented by store/actions/refresh-store.ts. */
export interface RefreshStore {
  /**
   * Marks the record, its people, deals and known activities to be read again, unless that was done less than `pauseMs`
   * ago. Answers when it was last done, this time included.
   */
  begin(
    tenantId: TenantId,
    record: PressedRecord,
    asked: { readonly at: Instant; readonly pauseMs: number },
  ): Promise<{ readonly started: boolean; readonly at: Instant }>;
}
