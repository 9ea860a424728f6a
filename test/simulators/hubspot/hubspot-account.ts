import { TYPE_IDS } from './hubspot-record.ts';
import type {
  History,
  HubSpotAccount,
  HubSpotOwner,
  HubSpotPipeline,
  HubSpotRecord,
  HubSpotUtterance,
  ObjectName,
  Properties,
} from './hubspot-record.ts';
import type { Ref } from './portal/association-book.ts';
import type { IdOrder } from './portal/record-shelf.ts';
import { RecordStore } from './record-store.ts';
import { A_PERSON } from './webhooks/change.ts';
import type { Change, ChangeSource } from './webhooks/change.ts';

export interface AccountSettings {
  readonly clock: () => Date;
  /** How long a change stays hidden from search. */
  readonly searchLagMs: (record: HubSpotRecord) => number;
  readonly idOrder?: IdOrder;
  readonly onChange: (change: Change) => void;
}

/** What a person or another app does in the account. Times are the stand-in's clock unless given. */
export interface Edit {
  readonly type: ObjectName;
  /** A new record gets the next free id when this is absent. */
  readonly id?: string;
  readonly properties: Properties;
  readonly associations?: HubSpotRecord['associations'];
  readonly served?: object;
  readonly at?: Date;
  /** A person in HubSpot when absent. */
  readonly source?: ChangeSource;
}

/** Properties whose past values HubSpot's answers are asked for here. */
const WITH_HISTORY: ReadonlySet<string> = new Set(['dealstage', 'hubspot_owner_id']);

/** The state of one portal, and the edits that its users make. */
export class Account {
  readonly store: RecordStore;
  readonly owners: readonly HubSpotOwner[];
  readonly pipelines: readonly HubSpotPipeline[];
  readonly #content: HubSpotAccount;
  readonly #settings: AccountSettings;
  #nextId = 900_000_001;

  constructor(content: HubSpotAccount, settings: AccountSettings) {
    const { idOrder = 'numeric' } = settings;
    this.#settings = settings;
    this.#content = content;
    this.owners = content.owners;
    this.pipelines = content.pipelines;
    this.store = new RecordStore({ sources: content.sources ?? [], idOrder });
    for (const record of content.records) this.store.put(record);
  }

  /** Creates or changes a record, with history, search lag and webhook as in HubSpot. */
  put(edit: Edit): HubSpotRecord {
    const at = (edit.at ?? this.#settings.clock()).toISOString();
    const id = edit.id ?? String(this.#nextId++);
    const before = this.store.get(edit.type, id);
    const record = changed(before, { ...edit, id }, at);
    this.#keep(record, at);
    const what = before === null ? 'creation' : 'propertyChange';
    const properties = news(before, edit.properties);
    const source = edit.source ?? A_PERSON;
    this.#settings.onChange({ type: edit.type, id: record.id, what, properties, source });
    return record;
  }

  /** Into the recycle bin: search and batch read no longer know it. */
  archive(type: ObjectName, id: string, source: ChangeSource = A_PERSON): boolean {
    const before = this.store.get(type, id);
    if (before === null || before.archived === true) return false;
    const at = this.#settings.clock().toISOString();
    this.#keep({ ...before, associations: {}, archived: true, archivedAt: at, updatedAt: at }, at);
    this.#tell({ type, id }, { what: 'deletion', source });
    return true;
  }

  /** Out of the recycle bin, with what belonged to it. */
  restore(type: ObjectName, id: string): void {
    const before = this.store.get(type, id);
    if (before?.archived !== true) return;
    const at = this.#settings.clock().toISOString();
    const kept = { ...before, archived: false, updatedAt: at };
    delete kept.archivedAt;
    this.#keep(kept, at);
    this.#tell({ type, id }, { what: 'restore', source: A_PERSON });
  }

  /**
   * The winner keeps its id and its own values, the loser's fill what it leaves empty, and the loser's id reads as the
   * winner's from then on. Assumed: HubSpot's knowledge base tells of new ids for some types, no recording shows one.
   */
  merge(type: ObjectName, winnerId: string, loserId: string): HubSpotRecord | null {
    const [winner, loser] = [this.store.get(type, winnerId), this.store.get(type, loserId)];
    if (winner === null || loser === null || winner.id === loser.id) return null;
    const at = this.#settings.clock().toISOString();
    this.store.merge(type, winner.id, loser.id);
    const merged = withMergedId({ ...filled(winner, loser), updatedAt: at }, loser);
    this.#keep(merged, at);
    const more = mergeFields(merged, loser.id);
    this.#tell(merged, { what: 'merge', source: A_PERSON, more });
    return merged;
  }

  /** Gone from everywhere, without a place in the recycle bin. The plain deletion is told as well (assumed). */
  gdprDelete(id: string, source: ChangeSource = A_PERSON): void {
    if (this.store.get('contacts', id) === null) return;
    this.store.erase('contacts', id);
    this.#tell({ type: 'contacts', id }, { what: 'privacyDeletion', source });
    this.#tell({ type: 'contacts', id }, { what: 'deletion', source });
  }

  /** Whether this bumps the time of change is unknown (research/sync.md §6): here it does not. */
  associate(from: Ref, to: Ref, source: ChangeSource = A_PERSON): void {
    this.store.associate(from, to);
    const more = associationFields(from, to, false);
    this.#tell(from, { what: 'associationChange', source, more });
  }

  dissociate(from: Ref, to: Ref, source: ChangeSource = A_PERSON): void {
    this.store.dissociate(from, to);
    const more = associationFields(from, to, true);
    this.#tell(from, { what: 'associationChange', source, more });
  }

  transcript(id: string): readonly HubSpotUtterance[] | null {
    return this.#content.transcripts[id] ?? this.#content.transcriptOf?.(id) ?? null;
  }

  #tell({ type, id }: Ref, told: Pick<Change, 'what' | 'source' | 'more'>): void {
    this.#settings.onChange({ type, id, properties: {}, ...told });
  }

  #keep(record: HubSpotRecord, at: string): void {
    this.store.put(record, Date.parse(at) + this.#settings.searchLagMs(record));
  }
}

/** Names as in developers.hubspot.com/changelog/new-subscription-types-for-webhooks. */
function mergeFields(winner: HubSpotRecord, loserId: string): object {
  return {
    primaryObjectId: Number(winner.id),
    mergedObjectIds: [Number(loserId)],
    newObjectId: Number(winner.id),
    numberOfPropertiesMoved: Object.keys(winner.properties).length,
  };
}

/** Names as in developers.hubspot.com/changelog/new-subscription-types-for-webhooks; the type ids are assumed. */
function associationFields(from: Ref, to: Ref, associationRemoved: boolean): object {
  return {
    fromObjectId: Number(from.id),
    fromObjectTypeId: TYPE_IDS[from.type],
    toObjectId: Number(to.id),
    toObjectTypeId: TYPE_IDS[to.type],
    associationRemoved,
    isPrimaryAssociation: false,
  };
}

/** The ids of all that were ever merged into it (the property is recorded; its separator is assumed). */
function withMergedId(winner: HubSpotRecord, loser: HubSpotRecord): HubSpotRecord {
  const before = [winner, loser].map(({ properties }) => properties['hs_merged_object_ids']);
  const ids = [...before, loser.id].flatMap((each) => each?.split(';') ?? []);
  const value = [...new Set(ids)].join(';');
  return { ...winner, properties: { ...winner.properties, hs_merged_object_ids: value } };
}

function filled(winner: HubSpotRecord, loser: HubSpotRecord): HubSpotRecord {
  const given = Object.entries(winner.properties).filter(([, value]) => value !== null);
  return { ...winner, properties: { ...loser.properties, ...Object.fromEntries(given) } };
}

/** Only what has another value now raises an event (assumed). */
function news(before: HubSpotRecord | null, properties: Properties): Properties {
  const changes = Object.entries(properties).filter(
    ([name, value]) => before === null || value !== (before.properties[name] ?? null),
  );
  return Object.fromEntries(changes);
}

function changed(
  before: HubSpotRecord | null,
  edit: Edit & { readonly id: string },
  at: string,
): HubSpotRecord {
  return {
    type: edit.type,
    id: before?.id ?? edit.id,
    properties: { ...before?.properties, ...edit.properties },
    history: withPastValues(before, edit.properties, at),
    associations: edit.associations ?? {},
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    archived: false,
    ...(edit.served === undefined ? {} : { served: edit.served }),
  };
}

function withPastValues(before: HubSpotRecord | null, properties: Properties, at: string): History {
  const news = Object.entries(properties).flatMap(([name, value]) =>
    WITH_HISTORY.has(name) && value !== null && value !== before?.properties[name]
      ? [[name, [{ value, timestamp: at }, ...(before?.history?.[name] ?? [])]] as const]
      : [],
  );
  return { ...before?.history, ...Object.fromEntries(news) };
}
