import type { ChangePage } from '../port.ts';
import type { CrmRecord, Receipt, RecordRef } from '../records.ts';
import { mapIn, successorOf } from './map-in.ts';
import type { ObjectType } from './objects/object-type.ts';
import { isReceipt, parseRecord } from './reading/raw-record.ts';
import type { RawRecord } from './reading/raw-record.ts';

export type Taken = Required<Pick<ChangePage, 'records' | 'receipts' | 'mergedAway'>>;

/** Rows become records one by one, so that a large part of a result is never held in two forms. */
export class TakeOver {
  readonly #records: CrmRecord[] = [];
  readonly #receipts: Receipt[] = [];
  readonly #mergedAway: RecordRef[] = [];
  readonly #successors = new Map<string, string>();

  add(type: ObjectType, row: unknown): void {
    const raw = parseRecord(type.kind, row);
    if (isReceipt(raw)) this.#receipts.push(raw);
    else this.#take(type, raw);
  }

  /** What lives on elsewhere is no record: who holds it asks for it by id, and moves what hangs on it. */
  #take(type: ObjectType, raw: RawRecord): void {
    const successor = successorOf(raw);
    if (successor !== null) {
      this.#mergedAway.push({ kind: type.kind, id: raw.id });
      this.#successors.set(raw.id, successor);
      return;
    }
    const { record, receipt } = mapIn(type, raw);
    if (record !== null) this.#records.push(record);
    if (receipt !== null) this.#receipts.push(receipt);
  }

  get taken(): Taken {
    return { records: this.#records, receipts: this.#receipts, mergedAway: this.#mergedAway };
  }

  /** By the id of what was swallowed. */
  get successors(): ReadonlyMap<string, string> {
    return this.#successors;
  }
}

export function takeOver(type: ObjectType, rows: readonly unknown[]): Taken {
  const taking = new TakeOver();
  for (const row of rows) taking.add(type, row);
  return taking.taken;
}
