import type { HubSpotRecord, RecordSource } from '../hubspot-record.ts';
import { firstIndex } from './first-index.ts';

/** One place in the search index: what it shows of a record, by the time of its change. */
export interface IndexEntry {
  readonly id: string;
  readonly changedMs: number;
  readonly record: () => HubSpotRecord;
}

interface Slot {
  /** Null once the record is erased for good. */
  latest: HubSpotRecord | null;
  /** What search shows, and what it will show later. */
  shown: HubSpotRecord | null;
  coming: { readonly record: HubSpotRecord | null; readonly visibleAtMs: number }[];
}

export type IdOrder = 'numeric' | 'text';

/** The records of one type: what was edited lies over the source that they were made from. */
export class RecordShelf {
  readonly #source: RecordSource | null;
  readonly #compareIds: (a: string, b: string) => number;
  readonly #slots = new Map<string, Slot>();
  readonly #lagging = new Set<string>();
  /** Ids of held records, by number: made again after a record came or went, or changed its archive. */
  #listed: { live: readonly string[]; archived: readonly string[] } | null = null;
  #index: IndexEntry[] = [];
  readonly #stale = new Set<string>();

  constructor(source: RecordSource | null, idOrder: IdOrder) {
    this.#source = source;
    this.#compareIds = idOrder === 'numeric' ? numerically : textually;
  }

  get(id: string): HubSpotRecord | null {
    const slot = this.#slots.get(id);
    return slot === undefined ? this.#fromSource(id) : slot.latest;
  }

  /** Whether it was ever put here; what a source makes is always live. */
  isHeld(id: string): boolean {
    return this.#slots.has(id);
  }

  /** Null erases: gone from everywhere at once, from search too. */
  put(id: string, record: HubSpotRecord | null, visibleAtMs: number): void {
    const slot = this.#slots.get(id) ?? this.#newSlot(id);
    if (isListedAs(slot.latest) !== isListedAs(record)) this.#listed = null;
    slot.latest = record;
    if (record === null) slot.coming = [];
    slot.coming.push({ record, visibleAtMs: record === null ? -Infinity : visibleAtMs });
    this.#lagging.add(id);
  }

  /** In the order of ids, from beyond `after`: how the list walks. */
  *listAfter(after: string | null, archived: boolean): Iterable<HubSpotRecord> {
    const ids = this.#heldIds()[archived ? 'archived' : 'live'];
    const start = after === null ? 0 : firstIndex(ids.length, (at) => isBeyond(ids[at], after));
    const held = idsFrom(ids, start);
    // What a source makes is never archived.
    const walk = archived ? held : merged(this.#sourceIdsAfter(after), held);
    for (const id of walk) {
      const record = this.get(id);
      if (record !== null) yield record;
    }
  }

  /** What search shows of changes between two moments, both included, by moment and then by id. */
  changedBetween(fromMs: number, toMs: number, nowMs: number): readonly IndexEntry[] {
    this.#catchUp(nowMs);
    const start = firstIndex(this.#index.length, (at) => this.#changedMs(at) >= fromMs);
    const end = firstIndex(this.#index.length, (at) => this.#changedMs(at) > toMs);
    const held = this.#index.slice(start, end);
    const made = this.#madeBetween(fromMs, toMs);
    if (made.length === 0) return held;
    return [...made, ...held].sort((a, b) => this.#byChange(a, b));
  }

  /** The order of ids under which this account's search sorts. */
  compareIds(a: string, b: string): number {
    return this.#compareIds(a, b);
  }

  #madeBetween(fromMs: number, toMs: number): IndexEntry[] {
    const source = this.#source;
    if (source === null) return [];
    const start = firstIndex(source.count, (at) => source.changedMsAt(at) >= fromMs);
    const entries: IndexEntry[] = [];
    for (let at = start; at < source.count && source.changedMsAt(at) <= toMs; at += 1) {
      const id = source.idAt(at);
      if (this.#slots.has(id)) continue;
      const record = (): HubSpotRecord => source.recordAt(at);
      entries.push({ id, changedMs: source.changedMsAt(at), record });
    }
    return entries;
  }

  #catchUp(nowMs: number): void {
    for (const id of this.#lagging) {
      const slot = this.#slots.get(id);
      if (slot === undefined || !showNewest(slot, nowMs)) continue;
      if (slot.coming.length === 0) this.#lagging.delete(id);
      this.#stale.add(id);
    }
    if (this.#stale.size > 0) this.#sortAgain();
  }

  /** The index is nearly sorted already, which makes sorting it again cheap. */
  #sortAgain(): void {
    const kept = this.#index.filter(({ id }) => !this.#stale.has(id));
    for (const id of this.#stale) {
      const shown = this.#slots.get(id)?.shown ?? null;
      if (shown === null || shown.archived === true) continue;
      kept.push({ id, changedMs: Date.parse(shown.updatedAt), record: () => shown });
    }
    this.#index = kept.sort((a, b) => this.#byChange(a, b));
    this.#stale.clear();
  }

  #byChange(a: IndexEntry, b: IndexEntry): number {
    return a.changedMs - b.changedMs || this.#compareIds(a.id, b.id);
  }

  #changedMs(at: number): number {
    return this.#index[at]?.changedMs ?? Infinity;
  }

  #newSlot(id: string): Slot {
    const made = this.#fromSource(id);
    const slot: Slot = { latest: made, shown: made, coming: [] };
    this.#slots.set(id, slot);
    this.#listed = null;
    if (made !== null) this.#stale.add(id);
    return slot;
  }

  #heldIds(): { live: readonly string[]; archived: readonly string[] } {
    if (this.#listed !== null) return this.#listed;
    const held = [...this.#slots].filter(([, { latest }]) => latest !== null);
    const ids = (archived: boolean): string[] =>
      held
        .filter(([, { latest }]) => (latest?.archived ?? false) === archived)
        .map(([id]) => id)
        .sort(numerically);
    this.#listed = { live: ids(false), archived: ids(true) };
    return this.#listed;
  }

  *#sourceIdsAfter(after: string | null): Iterable<string> {
    const source = this.#source;
    if (source === null) return;
    const start =
      after === null ? 0 : firstIndex(source.count, (at) => isBeyond(source.idAt(at), after));
    for (let at = start; at < source.count; at += 1) {
      const id = source.idAt(at);
      if (!this.#slots.has(id)) yield id;
    }
  }

  #fromSource(id: string): HubSpotRecord | null {
    const index = this.#indexInSource(id);
    return index < 0 ? null : (this.#source?.recordAt(index) ?? null);
  }

  #indexInSource(id: string): number {
    return this.#source?.indexOf(id) ?? -1;
  }
}

/** An index never goes back: what was overtaken is never shown. False: nothing new is to be seen yet. */
function showNewest(slot: Slot, nowMs: number): boolean {
  const newest = slot.coming.findLastIndex(({ visibleAtMs }) => visibleAtMs <= nowMs);
  const coming = slot.coming[newest];
  if (coming === undefined) return false;
  slot.shown = coming.record;
  slot.coming = slot.coming.slice(newest + 1);
  return true;
}

function* idsFrom(ids: readonly string[], start: number): Generator<string, undefined> {
  for (let at = start; at < ids.length; at += 1) yield ids[at] ?? '';
}

/** Two walks in the order of ids become one. */
function* merged(
  one: Iterable<string>,
  other: Generator<string, undefined>,
): Generator<string, undefined> {
  let next = other.next().value;
  for (const id of one) {
    for (; next !== undefined && isBeyond(id, next); next = other.next().value) yield next;
    yield id;
  }
  if (next !== undefined) yield next;
  yield* other;
}

function isListedAs(record: HubSpotRecord | null): boolean | null {
  return record === null ? null : (record.archived ?? false);
}

function isBeyond(id: string | undefined, after: string): boolean {
  return Number(id) > Number(after);
}

function numerically(a: string, b: string): number {
  return Number(a) - Number(b);
}

function textually(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
