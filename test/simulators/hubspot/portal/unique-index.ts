import type { ObjectName } from '../hubspot-record.ts';
import type { RecordStore } from '../record-store.ts';

/** Finds records by a unique property, catching up with the store at each question. */
export class UniqueIndex {
  readonly #store: RecordStore;
  readonly #type: ObjectName;
  readonly #property: string;
  readonly #idByValue = new Map<string, string>();
  readonly #valueById = new Map<string, string>();
  #read = 0;

  constructor(store: RecordStore, type: ObjectName, property: string) {
    this.#store = store;
    this.#type = type;
    this.#property = property;
    this.#read = store.journal.length;
    for (const { id, properties } of store.listAfter(type, null, false)) {
      this.#note(id, properties[property] ?? null);
    }
  }

  find(value: string): string | null {
    for (; this.#read < this.#store.journal.length; this.#read += 1) {
      const change = this.#store.journal[this.#read];
      if (change?.type === this.#type) this.#readAgain(change.id);
    }
    return this.#idByValue.get(keyOf(value)) ?? null;
  }

  #readAgain(id: string): void {
    const record = this.#store.get(this.#type, id);
    const isLive = record !== null && record.archived !== true && record.id === id;
    this.#note(id, isLive ? (record.properties[this.#property] ?? null) : null);
  }

  #note(id: string, value: string | null): void {
    const before = this.#valueById.get(id);
    if (before !== undefined && this.#idByValue.get(before) === id) this.#idByValue.delete(before);
    this.#valueById.delete(id);
    if (value === null || value === '') return;
    this.#valueById.set(id, keyOf(value));
    this.#idByValue.set(keyOf(value), id);
  }
}

/** Addresses differ in nothing but case (assumed for all unique texts). */
function keyOf(value: string): string {
  return value.toLowerCase();
}
