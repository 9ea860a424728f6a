import type { ChangePage } from '../port.ts';
import type { CrmRecord, Receipt, RecordRef } from '../records.ts';
import { mapIn } from './map-in.ts';
import type { ObjectKind } from './objects.ts';
import { isReceipt, parseRecord } from './reading/raw-record.ts';

export type Taken = Required<Pick<ChangePage, 'records' | 'receipts' | 'mergedAway'>>;

/** Rows become records one by one, so that a large part of a result is never held in two forms. */
export class TakeOver {
  readonly #kind: ObjectKind;
  readonly #records: CrmRecord[] = [];
  readonly #receipts: Receipt[] = [];
  readonly #mergedAway: RecordRef[] = [];

  constructor(kind: ObjectKind) {
    this.#kind = kind;
  }

  add(row: unknown): void {
    const raw = parseRecord(this.#kind, row);
    if (isReceipt(raw)) {
      this.#receipts.push(raw);
      return;
    }
    const { record, receipt } = mapIn(this.#kind, raw);
    if (record !== null) this.#records.push(record);
    if (receipt !== null) this.#receipts.push(receipt);
    if (raw.isDeleted && raw.masterId !== null)
      this.#mergedAway.push({ kind: this.#kind, id: raw.id });
  }

  get taken(): Taken {
    return { records: this.#records, receipts: this.#receipts, mergedAway: this.#mergedAway };
  }
}

export function takeOver(kind: ObjectKind, rows: readonly unknown[]): Taken {
  const taking = new TakeOver(kind);
  for (const row of rows) taking.add(row);
  return taking.taken;
}
