import { z } from 'zod';
import type { Instant } from '../../../../shared/ids.ts';
import type { Receipt, RecordKind } from '../../records.ts';
import type { ObjectName } from '../objects.ts';
import { toInstant, toWords } from '../values.ts';
import type { Scalar } from '../values.ts';

/** A HubSpot object with everything that belongs to it, before it is mapped. */
export interface RawRecord {
  readonly id: string;
  readonly updatedAt: Instant;
  readonly createdAt: Instant | null;
  readonly archived: boolean;
  readonly properties: Readonly<Record<string, Scalar>>;
  readonly history: Readonly<Record<string, readonly PastValue[]>>;
  /** Known associations; a name that is missing here was not asked for or not told completely. */
  readonly associations: ReadonlyMap<ObjectName, readonly string[]>;
  /** Associations that were told, but not to their end. */
  readonly cutAssociations: readonly string[];
  readonly utterances: readonly Utterance[] | null;
}

export interface PastValue {
  readonly value: string;
  readonly at: Instant;
}

export interface Utterance {
  readonly name: string | null;
  readonly email: string | null;
  readonly text: string;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();
const id = z.union([z.string().min(1), z.number()]);

const Inline = z.object({
  results: z.array(z.object({ id })),
  paging: z.object({ next: z.unknown() }).nullish(),
});

const HubSpotObject = z.object({
  id,
  properties: z.record(z.string(), scalar),
  propertiesWithHistory: z
    .record(z.string(), z.array(z.object({ value: scalar, timestamp: scalar })).nullish())
    .nullish(),
  associations: z.record(z.string(), Inline).nullish(),
  createdAt: scalar,
  updatedAt: scalar,
  archived: z.boolean().nullish(),
});
type HubSpotObject = z.infer<typeof HubSpotObject>;

/** Lenient: unknown fields pass, numbers may stand for text. What cannot be understood becomes a receipt. */
export function parseRecord(kind: RecordKind, input: unknown): RawRecord | Receipt {
  const parsed = HubSpotObject.safeParse(input);
  if (!parsed.success) return malformed(kind, input, parsed.error);
  const record = parsed.data;
  const updatedAt =
    toInstant(record.updatedAt) ??
    toInstant(record.properties['hs_lastmodifieddate']) ??
    toInstant(record.properties['lastmodifieddate']);
  if (updatedAt === null)
    return receipt(kind, String(record.id), 'came without its time of change');
  return {
    id: String(record.id),
    updatedAt,
    createdAt: toInstant(record.createdAt),
    archived: record.archived ?? false,
    properties: record.properties,
    history: historyOf(record),
    ...associationsOf(record),
    utterances: null,
  };
}

export function isReceipt(result: object): result is Receipt {
  return 'reason' in result;
}

/** The sentence of a record that could not be taken over. */
export function receipt(kind: RecordKind, recordId: string | null, why: string): Receipt {
  const name = recordId === null ? `A ${kind} record` : `The ${kind} ${recordId}`;
  return { kind, id: recordId, reason: `${name} ${why}, so it was not taken over.` };
}

function malformed(kind: RecordKind, input: unknown, error: z.ZodError): Receipt {
  const found = z.object({ id }).safeParse(input);
  const place = error.issues[0]?.path.map(String).join('.') ?? '';
  const where =
    place === '' ? 'is not a record we understand' : `has a part we do not understand (${place})`;
  return receipt(kind, found.success ? String(found.data.id) : null, where);
}

/** HubSpot tells the newest first; we keep oldest first. */
function historyOf(record: HubSpotObject): RawRecord['history'] {
  const entries = Object.entries(record.propertiesWithHistory ?? {});
  return Object.fromEntries(entries.map(([name, values]) => [name, pastValues(values ?? [])]));
}

function pastValues(values: readonly { value?: Scalar; timestamp?: Scalar }[]): PastValue[] {
  return values
    .flatMap(({ value, timestamp }) => {
      const [words, at] = [toWords(value), toInstant(timestamp)];
      return words === null || at === null ? [] : [{ value: words, at }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function associationsOf(
  record: HubSpotObject,
): Pick<RawRecord, 'associations' | 'cutAssociations'> {
  const told = Object.entries(record.associations ?? {});
  const isCut = ([, list]: (typeof told)[number]): boolean => Boolean(list.paging?.next);
  return {
    associations: new Map(
      told
        .filter((each) => !isCut(each))
        // Names we never asked for do no harm: the map is only read by the names of ObjectName.
        .map(([name, list]) => [name as ObjectName, distinct(list.results)]),
    ),
    cutAssociations: told.filter(isCut).map(([name]) => name),
  };
}

/** The same id comes once per association label (seen in Estuary's recordings). */
function distinct(results: readonly { id: string | number }[]): string[] {
  return [...new Set(results.map((result) => String(result.id)))];
}
