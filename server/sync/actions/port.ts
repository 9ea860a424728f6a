import type { Instant, TenantId } from '../../../shared/ids.ts';
import type { Receipt, RecordRef } from '../../crm/records.ts';
import type { NewNote, NewTask } from '../../crm/writes.ts';

/** What is to be written into the CRM: a task, a note, or *do not analyse* of a record. */
export type OutboxPayload =
  | { readonly kind: 'task'; readonly task: Omit<NewTask, 'key'> }
  | { readonly kind: 'note'; readonly note: Omit<NewNote, 'key'> }
  | {
      readonly kind: 'field';
      readonly ref: { readonly kind: 'deal' | 'contact'; readonly id: string };
      readonly doNotAnalyse: boolean;
    };

export interface OutboxEntry {
  readonly key: string;
  readonly payload: OutboxPayload;
}

/** `crmId`: of what was made, when something was; `receipt`: why it was refused; null: it was not. */
export interface Delivery {
  readonly crmId: string | null;
  readonly receipt: Receipt | null;
  readonly at: Instant;
}

/** Implemented by store/actions/outbox-store.ts. */
export interface OutboxStore {
  /** The longest waiting first. */
  listPending(tenantId: TenantId, limit: number): Promise<readonly OutboxEntry[]>;
  /** Delivered or refused: its payload is wiped. A record that may be analysed again is marked to be read. */
  settle(tenantId: TenantId, entry: OutboxEntry, delivery: Delivery): Promise<void>;
}

/** Implemented by store/actions/refresh-store.ts. */
export interface AroundStore {
  /** Deals that somebody refreshed, whose surroundings were not asked for yet. */
  listToLookAround(tenantId: TenantId, limit: number): Promise<readonly string[]>;
  /** Marks what was found around them to be read, and forgets that it was asked for. */
  foundAround(
    tenantId: TenantId,
    dealIds: readonly string[],
    refs: readonly RecordRef[],
  ): Promise<void>;
}
