import { changedProperty } from './hubspot-record.ts';
import type { HubSpotRecord, ObjectName } from './hubspot-record.ts';

interface Version {
  readonly record: HubSpotRecord;
  /** When the search index shows it: it lags "a few moments" (research/hubspot.md §4.2). */
  readonly visibleAtMs: number;
}

/** The records of one account, their associations from both sides, and the search index behind them. */
export class RecordStore {
  readonly #versions = new Map<ObjectName, Map<string, Version[]>>();
  readonly #associations = new Map<string, Map<ObjectName, Set<string>>>();
  readonly #sortedIds = new Map<ObjectName, readonly string[]>();

  put(record: HubSpotRecord, visibleAtMs = 0): void {
    const records = this.#of(record.type);
    if (!records.has(record.id)) this.#sortedIds.delete(record.type);
    const older = records.get(record.id) ?? [];
    records.set(record.id, [...older, { record, visibleAtMs }]);
    for (const [type, ids] of associationsOf(record)) {
      for (const id of ids) this.associate(record, { type, id });
    }
  }

  /** GDPR deletion and the recycle bin's end: gone from everywhere at once. */
  erase(type: ObjectName, id: string): void {
    this.#of(type).delete(id);
    this.#sortedIds.delete(type);
  }

  associate(a: Ref, b: Ref): void {
    this.#targets(a, b.type).add(b.id);
    this.#targets(b, a.type).add(a.id);
  }

  get(type: ObjectName, id: string): HubSpotRecord | null {
    return this.#of(type).get(id)?.at(-1)?.record ?? null;
  }

  associated(from: Ref, to: ObjectName): readonly string[] {
    return [...(this.#associations.get(keyOf(from))?.get(to) ?? [])];
  }

  /** Up to `limit` records after an id, in the order of ids: how the list walks. */
  listAfter(type: ObjectName, after: string | null, archived: boolean): Iterable<HubSpotRecord> {
    const ids = this.#idsInOrder(type);
    const start = after === null ? 0 : firstBeyond(ids, after);
    return this.#walk(type, { ids, start, archived });
  }

  /** What the search index shows at a moment: the newest visible version of each, never the archived. */
  *searchable(type: ObjectName, nowMs: number): Iterable<HubSpotRecord> {
    for (const versions of this.#of(type).values()) {
      const shown = versions.findLast((version) => version.visibleAtMs <= nowMs);
      if (shown !== undefined && shown.record.archived !== true) yield shown.record;
    }
  }

  *#walk(
    type: ObjectName,
    { ids, start, archived }: { ids: readonly string[]; start: number; archived: boolean },
  ): Iterable<HubSpotRecord> {
    for (let index = start; index < ids.length; index += 1) {
      const record = this.get(type, ids[index] ?? '');
      if (record !== null && (record.archived ?? false) === archived) yield record;
    }
  }

  #idsInOrder(type: ObjectName): readonly string[] {
    const known = this.#sortedIds.get(type);
    if (known !== undefined) return known;
    const ids = [...this.#of(type).keys()].sort((a, b) => Number(a) - Number(b));
    this.#sortedIds.set(type, ids);
    return ids;
  }

  #of(type: ObjectName): Map<string, Version[]> {
    const known = this.#versions.get(type) ?? new Map<string, Version[]>();
    this.#versions.set(type, known);
    return known;
  }

  #targets(from: Ref, to: ObjectName): Set<string> {
    const byType = this.#associations.get(keyOf(from)) ?? new Map<ObjectName, Set<string>>();
    this.#associations.set(keyOf(from), byType);
    const targets = byType.get(to) ?? new Set<string>();
    byType.set(to, targets);
    return targets;
  }
}

export interface Ref {
  readonly type: ObjectName;
  readonly id: string;
}

/** The properties that HubSpot keeps itself, beside those that were set. */
export function allProperties(record: HubSpotRecord): Readonly<Record<string, string | null>> {
  return {
    createdate: record.createdAt,
    hs_createdate: record.createdAt,
    ...record.properties,
    hs_object_id: record.id,
    [changedProperty(record.type)]: record.updatedAt,
  };
}

function associationsOf(record: HubSpotRecord): [ObjectName, readonly string[]][] {
  // Object.entries widens the keys of a partial record to string.
  return Object.entries(record.associations ?? {}) as [ObjectName, readonly string[]][];
}

function keyOf({ type, id }: Ref): string {
  return `${type} ${id}`;
}

function firstBeyond(ids: readonly string[], after: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(ids[middle]) <= Number(after)) low = middle + 1;
    else high = middle;
  }
  return low;
}
