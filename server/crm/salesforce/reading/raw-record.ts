import { z } from 'zod';
import type { Instant } from '../../../../shared/ids.ts';
import type { Receipt, RecordKind } from '../../records.ts';
import { toFlag, toInstant, toWords } from '../values.ts';
import type { Scalar } from '../values.ts';

/** A Salesforce row with what hangs on it, from JSON or CSV alike, before it is mapped. */
export interface RawRecord {
  readonly id: string;
  readonly updatedAt: Instant;
  readonly isDeleted: boolean;
  /** The record that swallowed this one. */
  readonly masterId: string | null;
  /** By field, or by path: "Individual.ShouldForget". */
  readonly fields: Readonly<Record<string, Scalar>>;
  readonly children: Readonly<Record<string, readonly Fields[]>>;
}

type Fields = Readonly<Record<string, Scalar>>;

/** By hand: a schema for every cell of half a million rows costs half of the time. */
function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}

const row = z.record(z.string(), z.unknown());
type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const Children = z.object({ records: z.array(row), done: z.boolean().nullish() });

/** What cannot be understood becomes a receipt. */
export function parseRecord(kind: RecordKind, input: unknown): RawRecord | Receipt {
  const record = isRow(input) ? input : undefined;
  const id = typeof record?.['Id'] === 'string' ? record['Id'] : null;
  if (record === undefined || id === null)
    return receipt(kind, id, 'is not a record we understand');
  const parts = readParts(record);
  if (typeof parts === 'string')
    return receipt(kind, id, `has a part we do not understand (${parts})`);
  const { fields, children } = parts;
  const updatedAt = toInstant(fields['SystemModstamp']);
  if (updatedAt === null) return receipt(kind, id, 'came without its time of change');
  const [isDeleted, masterId] = [toFlag(fields['IsDeleted']), toWords(fields['MasterRecordId'])];
  return { id, updatedAt, isDeleted, masterId, fields, children };
}

/** The name of the first part that is not understood, else all of them. */
function readParts(record: Row): string | Pick<RawRecord, 'fields' | 'children'> {
  const fields: Record<string, Scalar> = {};
  const children: Record<string, readonly Fields[]> = {};
  for (const [name, value] of Object.entries(record)) {
    if (isScalar(value)) {
      fields[name] = value;
      continue;
    }
    const part = name === 'attributes' ? { fields: {} } : readPart(name, value);
    if (part === null) return name;
    Object.assign(fields, part.fields);
    if (part.children !== undefined) children[name] = part.children;
  }
  return { fields, children };
}

interface Part {
  readonly fields: Fields;
  readonly children?: readonly Fields[];
}

/** A value, rows that hang on the record, or a record it points to. */
function readPart(name: string, value: unknown): Part | null {
  const rows = Children.safeParse(value).data;
  if (rows !== undefined) return { fields: {}, children: rows.records.map(scalarsOf) };
  const parent = isRow(value) ? value : undefined;
  // A compound such as an address also is an object; only what a query led through a relationship has attributes.
  if (parent === undefined || !('attributes' in parent)) return null;
  const entries = Object.entries(scalarsOf(parent));
  return { fields: Object.fromEntries(entries.map(([key, each]) => [`${name}.${key}`, each])) };
}

function scalarsOf(record: Row): Fields {
  const entries = Object.entries(record).flatMap(([name, value]) =>
    isScalar(value) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

export function isReceipt(result: object): result is Receipt {
  return 'reason' in result;
}

export function isRaw(result: RawRecord | Receipt): result is RawRecord {
  return !isReceipt(result);
}

/** The sentence of a record that could not be taken over. */
export function receipt(kind: RecordKind, recordId: string | null, why: string): Receipt {
  const name = recordId === null ? `A ${kind} record` : `The ${kind} ${recordId}`;
  return { kind, id: recordId, reason: `${name} ${why}, so it was not taken over.` };
}
