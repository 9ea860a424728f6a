import { fieldsOf, type FieldType, type ObjectSchema } from './object-schema.ts';
import { recordId } from './record-id.ts';
import { ACTIVITIES } from './schema/activities.ts';
import { DEALS } from './schema/deals.ts';
import { OURS } from './schema/ours.ts';
import { PEOPLE } from './schema/people.ts';
import { SERVICE } from './schema/service.ts';

export type Value = string | number | boolean | null;
export type SalesforceRecord = Readonly<Record<string, Value>> & { readonly Id: string };

export type Licence = 'package' | 'surveys' | 'messaging' | 'voice';

export interface OrgOptions {
  readonly orgId: string;
  readonly clock: () => Date;
  /** What the org has bought and installed; our package when absent. */
  readonly licences?: readonly Licence[];
  /** Fields that an admin made, by object. */
  readonly customFields?: Readonly<Record<string, ObjectSchema['fields']>>;
  /** Rows that are committed so late that they are seen only this long after the moment they carry. */
  readonly commitLagMs?: (record: SalesforceRecord) => number;
}

const ALL: readonly ObjectSchema[] = [...PEOPLE, ...DEALS, ...ACTIVITIES, ...SERVICE, ...OURS];
/** Who edits where nobody is named. */
const SOMEBODY = recordId('005', 1);

export interface DeletedLine {
  readonly id: string;
  readonly deletedDate: string;
}

export interface OrgChange {
  readonly object: string;
  readonly change: 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';
  readonly record: SalesforceRecord;
  readonly byUserId: string;
}

interface Uncommitted {
  readonly untilMs: number;
  /** Null: there was nothing. */
  readonly before: SalesforceRecord | null;
}

/** An org's records and their history, as its API would tell them. */
export class Org {
  readonly orgId: string;
  readonly #options: OrgOptions;
  readonly #schemas: ReadonlyMap<string, ObjectSchema>;
  readonly #records = new Map<string, Map<string, SalesforceRecord>>();
  readonly #uncommitted = new Map<string, Uncommitted>();
  readonly #deleted = new Map<string, DeletedLine[]>();
  /** By "Object.Field", for unique fields that were asked about. */
  readonly #byUnique = new Map<string, Map<Value, string>>();
  #number = 0;
  #tell: ((change: OrgChange) => void) | null = null;

  constructor(options: OrgOptions) {
    const { licences = ['package'], customFields = {} } = options;
    this.orgId = options.orgId;
    this.#options = options;
    const has = ({ needs }: ObjectSchema) => needs === undefined || licences.includes(needs);
    const schemas = ALL.filter(has).map((schema) => ({
      ...schema,
      fields: { ...schema.fields, ...customFields[schema.name] },
    }));
    this.#schemas = new Map(schemas.map((schema) => [schema.name.toLowerCase(), schema]));
  }

  /** Told of every change from now on. */
  watch(tell: (change: OrgChange) => void): void {
    this.#tell = tell;
  }

  get schemas(): readonly ObjectSchema[] {
    return [...this.#schemas.values()];
  }

  /** Names are not told apart by their capitals. */
  schema(type: string): ObjectSchema | null {
    return this.#schemas.get(type.toLowerCase()) ?? null;
  }

  read(type: string, id: string): SalesforceRecord | null {
    return this.#shelf(type).get(id) ?? null;
  }

  /** Of all records that there ever were, but those past the bin, oldest first. */
  idsOf(type: string): readonly string[] {
    return [...this.#shelf(type).keys()];
  }

  /** What a query sees now; the recycle bin, too, where it asks for all rows. */
  rows(type: string, withDeleted: boolean): readonly SalesforceRecord[] {
    const nowMs = this.#options.clock().getTime();
    return [...this.#shelf(type).values()].flatMap((record) => {
      const seen = this.#seenAt(record, nowMs);
      return seen === null || (seen['IsDeleted'] === true && !withDeleted) ? [] : [seen];
    });
  }

  /** Who has this value in a unique field; null: nobody that lives. */
  idBy(type: string, field: string, value: Value): string | null {
    const { name } = this.#known(type);
    const index = this.#byUnique.get(`${name}.${field}`) ?? this.#indexOf(name, field);
    const id = index.get(value) ?? null;
    return id !== null && this.read(name, id)?.['IsDeleted'] === false ? id : null;
  }

  #indexOf(name: string, field: string): Map<Value, string> {
    const index = new Map<Value, string>();
    for (const record of this.#shelf(name).values())
      if (record['IsDeleted'] !== true) index.set(record[field] ?? null, record.Id);
    this.#byUnique.set(`${name}.${field}`, index);
    return index;
  }

  /** A new record, or an edit of one: fields that are not named stay. */
  put(
    type: string,
    fields: Readonly<Record<string, Value>>,
    byUserId = SOMEBODY,
  ): SalesforceRecord {
    const schema = this.#known(type);
    const { Id, ...values } = fields;
    const id = typeof Id === 'string' ? Id : this.#newId(schema);
    const before = this.read(schema.name, id);
    const now = this.#now();
    const record: SalesforceRecord = {
      ...(before ?? this.#blank(schema, { now, byUserId })),
      ...withName(schema, { ...before, ...values }),
      ...values,
      Id: id,
      LastModifiedDate: now,
      LastModifiedById: byUserId,
      SystemModstamp: now,
    };
    this.#keep(schema.name, record);
    const change = before === null ? 'CREATE' : 'UPDATE';
    this.#tell?.({ object: schema.name, change, record, byUserId });
    return record;
  }

  /** Into the recycle bin, with all that hangs on it as a detail; `hard`: past the bin. */
  remove(type: string, id: string, { hard = false }: { readonly hard?: boolean } = {}): void {
    const record = this.read(type, id);
    if (record === null) return;
    const { name } = this.#known(type);
    this.#log(name, id);
    if (hard) this.#shelf(name).delete(id);
    else this.#keep(name, { ...record, IsDeleted: true, SystemModstamp: this.#now() });
    this.#tell?.({ object: name, change: 'DELETE', record, byUserId: SOMEBODY });
    for (const [detail, detailId] of this.#detailsOf(name, id))
      this.remove(detail, detailId, { hard });
  }

  undelete(type: string, id: string): void {
    const record = this.read(type, id);
    if (record === null) return;
    this.#keep(type, { ...record, IsDeleted: false, SystemModstamp: this.#now() });
    const { name } = this.#known(type);
    this.#tell?.({ object: name, change: 'UNDELETE', record, byUserId: SOMEBODY });
  }

  emptyBin(): void {
    for (const shelf of this.#records.values())
      for (const record of [...shelf.values()])
        if (record['IsDeleted'] === true) shelf.delete(record.Id);
  }

  /** The losers go into the bin and name the winner, to whom what pointed at them points now. */
  merge(type: string, winnerId: string, loserIds: readonly string[]): void {
    const { name } = this.#known(type);
    for (const id of loserIds) {
      this.#repoint(name, id, winnerId);
      const loser = this.read(name, id);
      if (loser === null) continue;
      this.#log(name, id);
      const now = this.#now();
      this.#keep(name, {
        ...loser,
        IsDeleted: true,
        MasterRecordId: winnerId,
        SystemModstamp: now,
      });
      this.#tell?.({ object: name, change: 'DELETE', record: loser, byUserId: SOMEBODY });
    }
    this.put(name, { Id: winnerId });
  }

  deletedBetween(type: string, from: string, to: string): readonly DeletedLine[] {
    const lines = this.#deleted.get(this.#known(type).name) ?? [];
    return lines.filter(({ deletedDate }) => deletedDate >= from && deletedDate < to);
  }

  /** Puts a record down as it is, whatever it says of itself; a later new record takes no number of a loaded one. */
  load(type: string, record: SalesforceRecord): void {
    this.#number += 1;
    this.#keep(this.#known(type).name, record);
  }

  #keep(type: string, record: SalesforceRecord): void {
    const shelf = this.#shelf(type);
    this.#commitLater(record, shelf.get(record.Id));
    shelf.set(record.Id, record);
    for (const field of this.schema(type)?.externalIds ?? [])
      this.#byUnique.get(`${type}.${field}`)?.set(record[field] ?? null, record.Id);
  }

  #commitLater(record: SalesforceRecord, kept: SalesforceRecord | undefined): void {
    const { clock, commitLagMs } = this.#options;
    const lagMs = commitLagMs?.(record) ?? 0;
    const before = kept === undefined ? null : this.#seenAt(kept, clock().getTime());
    const untilMs = Date.parse(String(record['SystemModstamp'])) + lagMs;
    if (lagMs > 0) this.#uncommitted.set(record.Id, { untilMs, before });
    else this.#uncommitted.delete(record.Id);
  }

  /** Until a transaction is committed, others see what was there before it. */
  #seenAt(record: SalesforceRecord, nowMs: number): SalesforceRecord | null {
    const uncommitted = this.#uncommitted.get(record.Id);
    if (uncommitted === undefined) return record;
    if (uncommitted.untilMs > nowMs) return uncommitted.before;
    this.#uncommitted.delete(record.Id);
    return record;
  }

  #blank(
    schema: ObjectSchema,
    { now, byUserId }: { readonly now: string; readonly byUserId: string },
  ): Readonly<Record<string, Value>> {
    const empty = new Map<string, Value>(
      Object.entries(fieldsOf(schema)).map(([name, type]) => [name, emptyOf(type)] as const),
    );
    return { ...Object.fromEntries(empty), CreatedDate: now, CreatedById: byUserId };
  }

  #detailsOf(type: string, id: string): readonly (readonly [string, string])[] {
    return this.schemas.flatMap(({ name, fields }) => {
      const owning = Object.entries(fields).find(
        ([, field]) =>
          typeof field === 'object' && field.masterDetail === true && field.to[0] === type,
      );
      if (owning === undefined) return [];
      return this.rows(name, false)
        .filter((record) => record[owning[0]] === id)
        .map((record) => [name, record.Id] as const);
    });
  }

  #repoint(type: string, from: string, to: string): void {
    for (const { name, fields } of this.schemas) {
      const pointing = Object.entries(fields).filter(
        ([, field]) => typeof field === 'object' && field.to.includes(type),
      );
      for (const record of this.rows(name, false)) {
        const moved = pointing.filter(
          ([field]) => field !== 'MasterRecordId' && record[field] === from,
        );
        if (moved.length > 0)
          this.put(name, {
            Id: record.Id,
            ...Object.fromEntries(moved.map(([field]) => [field, to])),
          });
      }
    }
  }

  #log(type: string, id: string): void {
    const lines = this.#deleted.get(type) ?? [];
    this.#deleted.set(type, [...lines, { id, deletedDate: this.#now() }]);
  }

  /** Stamps have whole seconds (research/salesforce.md §4). */
  #now(): string {
    const now = this.#options.clock();
    return new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString();
  }

  #newId({ keyPrefix }: ObjectSchema): string {
    this.#number += 1;
    return recordId(keyPrefix, this.#number);
  }

  #known(type: string): ObjectSchema {
    const schema = this.schema(type);
    if (schema === null) throw new Error(`The stand-in org has no object ${type}.`);
    return schema;
  }

  #shelf(type: string): Map<string, SalesforceRecord> {
    const { name } = this.#known(type);
    const shelf = this.#records.get(name) ?? new Map<string, SalesforceRecord>();
    this.#records.set(name, shelf);
    return shelf;
  }
}

function emptyOf(type: FieldType): Value {
  return type === 'boolean' ? false : null;
}

/** A person's name is composed, and cannot be written. */
function withName(
  { fields }: ObjectSchema,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (!('LastName' in fields)) return {};
  return {
    Name: [values['FirstName'], values['LastName']].filter((each) => each != null).join(' '),
  };
}
