import type { ChangePage } from '../port.ts';
import type { CrmRecord, Receipt, RecordRef } from '../records.ts';
import { mapIn, successorOf } from './map-in.ts';
import type { ObjectType } from './objects/object-type.ts';
import { isReceipt, parseRecord } from './reading/raw-record.ts';
import type { RawRecord } from './reading/raw-record.ts';
import { toNumber } from './values.ts';

export interface Taken extends Required<Pick<ChangePage, 'records' | 'receipts' | 'mergedAway'>> {
  /** Ids of records that more people take part in than their rows name. */
  readonly crowded: readonly string[];
}

/** Rows become records one by one, so that a large part of a result is never held in two forms. */
export class TakeOver {
  readonly #records: CrmRecord[] = [];
  readonly #receipts: Receipt[] = [];
  readonly #mergedAway: RecordRef[] = [];
  readonly #crowded: string[] = [];
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
    if (record !== null && isCrowded(type, raw)) this.#crowded.push(raw.id);
    if (receipt !== null) this.#receipts.push(receipt);
  }

  get taken(): Taken {
    return {
      ...{ records: this.#records, receipts: this.#receipts, mergedAway: this.#mergedAway },
      crowded: this.#crowded,
    };
  }

  /** By the id of what was swallowed. */
  get successors(): ReadonlyMap<string, string> {
    return this.#successors;
  }
}

function isCrowded({ others }: ObjectType, { fields, isDeleted }: RawRecord): boolean {
  if (others === null || isDeleted) return false;
  return others.toldBy.some((name) => fields[name] === true || (toNumber(fields[name]) ?? 0) > 1);
}

export function takeOver(type: ObjectType, rows: readonly unknown[]): Taken {
  const taking = new TakeOver();
  for (const row of rows) taking.add(type, row);
  return taking.taken;
}
