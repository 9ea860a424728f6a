import { changedProperty } from './hubspot-record.ts';
import type { HubSpotRecord, ObjectName, RecordSource } from './hubspot-record.ts';
import { AssociationBook } from './portal/association-book.ts';
import type { Ref } from './portal/association-book.ts';
import { RecordShelf } from './portal/record-shelf.ts';
import type { IdOrder, IndexEntry } from './portal/record-shelf.ts';

interface StoreSettings {
  readonly sources?: readonly RecordSource[];
  /** HubSpot does not document whether ids sort as numbers or as text (research/sync.md §6): try both. */
  readonly idOrder?: IdOrder;
}

/** The records of one account, their associations from both sides, and the search index behind them. */
export class RecordStore {
  readonly #settings: StoreSettings;
  readonly #shelves = new Map<ObjectName, RecordShelf>();
  readonly #associations: AssociationBook;
  /** Ids that were merged away, with the survivor's. */
  readonly #mergedInto = new Map<string, string>();
  /** Every change in its order, so that an index over a property can catch up. */
  readonly journal: Ref[] = [];

  constructor(settings: StoreSettings = {}) {
    this.#settings = settings;
    this.#associations = new AssociationBook(settings.sources ?? []);
  }

  put(record: HubSpotRecord, visibleAtMs = 0): void {
    this.#shelf(record.type).put(record.id, record, visibleAtMs);
    this.journal.push({ type: record.type, id: record.id });
    for (const [type, ids] of associationsOf(record)) {
      for (const id of ids) this.associate(record, { type, id });
    }
  }

  /** GDPR deletion and merging: gone from everywhere at once. */
  erase(type: ObjectName, id: string): void {
    this.#shelf(type).put(id, null, 0);
    this.journal.push({ type, id });
  }

  associate(a: Ref, b: Ref): void {
    this.#associations.add(a, b);
  }

  dissociate(a: Ref, b: Ref): void {
    this.#associations.remove(a, b);
  }

  /** The loser's id reads as the winner's from now on, and its associations are the winner's. */
  merge(type: ObjectName, winnerId: string, loserId: string): void {
    this.#associations.move({ type, id: loserId }, { type, id: winnerId });
    this.erase(type, loserId);
    this.#mergedInto.set(`${type} ${loserId}`, winnerId);
  }

  get(type: ObjectName, id: string): HubSpotRecord | null {
    const survivor = this.#mergedInto.get(`${type} ${id}`);
    return survivor === undefined ? this.#shelf(type).get(id) : this.get(type, survivor);
  }

  /** Ids that nobody holds are told: only what was archived or erased is known to be gone. */
  associated(from: Ref, to: ObjectName): readonly string[] {
    const shelf = this.#shelf(to);
    const targets = this.#associations.targets(from, to);
    return targets.filter((id) => {
      const record = shelf.isHeld(id) ? shelf.get(id) : undefined;
      return record === undefined || (record !== null && record.archived !== true);
    });
  }

  /** Records after an id, in the order of ids: how the list walks. */
  listAfter(type: ObjectName, after: string | null, archived: boolean): Iterable<HubSpotRecord> {
    return this.#shelf(type).listAfter(after, archived);
  }

  /** What the search index shows at a moment of changes between two others, never the archived. */
  searchable(
    type: ObjectName,
    { fromMs, toMs, nowMs }: { readonly fromMs: number; readonly toMs: number; nowMs: number },
  ): readonly IndexEntry[] {
    return this.#shelf(type).changedBetween(fromMs, toMs, nowMs);
  }

  compareIds(a: string, b: string): number {
    return this.#shelf('contacts').compareIds(a, b);
  }

  #shelf(type: ObjectName): RecordShelf {
    const known = this.#shelves.get(type);
    if (known !== undefined) return known;
    const source = this.#settings.sources?.find((each) => each.type === type) ?? null;
    const made = new RecordShelf(source, this.#settings.idOrder ?? 'numeric');
    this.#shelves.set(type, made);
    return made;
  }
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
