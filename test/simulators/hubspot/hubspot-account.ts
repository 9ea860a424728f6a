import type {
  History,
  HubSpotAccount,
  HubSpotOwner,
  HubSpotRecord,
  HubSpotPipeline,
  HubSpotUtterance,
  ObjectName,
  Properties,
} from './hubspot-record.ts';
import { RecordStore } from './record-store.ts';
import type { Change } from './webhook-sender.ts';

export interface AccountSettings {
  readonly clock: () => Date;
  /** How long a change stays hidden from search. */
  readonly searchLagMs: (record: HubSpotRecord) => number;
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
}

/** Properties whose past values HubSpot's answers are asked for here. */
const WITH_HISTORY: ReadonlySet<string> = new Set(['dealstage', 'hubspot_owner_id']);

/** The state of one portal, and the edits that its users make. */
export class Account {
  readonly store = new RecordStore();
  readonly owners: readonly HubSpotOwner[];
  readonly pipelines: readonly HubSpotPipeline[];
  readonly transcripts: Map<string, readonly HubSpotUtterance[]>;
  readonly #settings: AccountSettings;
  #nextId = 900_000_001;

  constructor(content: HubSpotAccount, settings: AccountSettings) {
    this.#settings = settings;
    this.owners = content.owners;
    this.pipelines = content.pipelines;
    this.transcripts = new Map(Object.entries(content.transcripts));
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
    this.#settings.onChange({ type: edit.type, id, what, properties: edit.properties });
    return record;
  }

  /** Into the recycle bin: search and batch read no longer know it. */
  archive(type: ObjectName, id: string): void {
    const before = this.store.get(type, id);
    if (before === null) return;
    const at = this.#settings.clock().toISOString();
    this.#keep({ ...before, archived: true, updatedAt: at }, at);
    this.#settings.onChange({ type, id, what: 'deletion', properties: {} });
  }

  #keep(record: HubSpotRecord, at: string): void {
    this.store.put(record, Date.parse(at) + this.#settings.searchLagMs(record));
  }
}

function changed(
  before: HubSpotRecord | null,
  edit: Edit & { readonly id: string },
  at: string,
): HubSpotRecord {
  return {
    type: edit.type,
    id: edit.id,
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
