import { z } from 'zod';
import type { Cursor, GonePage, IdPage } from '../../port.ts';
import type { RecordKind } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { objectAbsent } from '../errors.ts';
import { isObjectKind, OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind, ObjectType } from '../objects/object-type.ts';
import { parseCursor } from './cursor.ts';
import { isAbsent } from './known-shape.ts';
import type { Org } from './org.ts';
import { query } from './query.ts';
import type { QueryPage } from './query.ts';
import { quote, toSoql } from './soql.ts';

/** Hard deletions and emptied bins too, which no query shows. */
export async function readGone(
  org: Org,
  kind: RecordKind,
  cursor: Cursor | null,
): Promise<GonePage> {
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  if (cursor !== null) parseCursor(z.never(), cursor);
  const gone = await Promise.all(OBJECT_TYPES[kind].map((type) => org.gone(type)));
  return { gone: gone.flat(), next: null };
}

/** Null: from the first id of the object on. */
const Place = z.strictObject({
  afterId: z.string().nullable(),
  source: z.int().nonnegative().default(0),
});
type Place = z.infer<typeof Place>;

const Row = z.object({ Id: z.string() });
const START: Place = { afterId: null, source: 0 };

export async function readIds(
  client: SalesforceClient,
  kind: RecordKind,
  cursor: Cursor | null,
): Promise<IdPage> {
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  const place = cursor === null ? START : parseCursor(Place, cursor);
  const type = OBJECT_TYPES[kind][place.source];
  if (type === undefined) return { ids: [], next: null };
  const { ids, afterId } = await listOf(client, type, place);
  const next = afterId === null ? afterSource(kind, place) : { ...place, afterId };
  return { ids, next: next === null ? null : JSON.stringify(next) };
}

function afterSource(kind: ObjectKind, place: Place): Place | null {
  const source = place.source + 1;
  return source < OBJECT_TYPES[kind].length ? { afterId: null, source } : null;
}

interface ListedIds {
  readonly ids: readonly string[];
  /** Null: these were the last. */
  readonly afterId: string | null;
}

async function listOf(
  client: SalesforceClient,
  { object, living, where, needed }: ObjectType,
  { afterId: last }: Place,
): Promise<ListedIds> {
  const onwards = last === null ? null : `Id > ${quote(last)}`;
  const conditions = [...living, onwards, where];
  const page = await query(
    client,
    toSoql({ object, fields: ['Id'], conditions, orderBy: 'Id' }),
  ).catch(needed ? null : orNone);
  const ids = page.rows.flatMap((row) => Row.safeParse(row).data?.Id ?? []);
  const isEnd = page.locator === null || ids.includes(last ?? '');
  return { ids, afterId: isEnd ? null : (ids.at(-1) ?? null) };
}

/** An org may be without what is not needed. */
function orNone(error: unknown): QueryPage {
  if (isAbsent(error)) return { rows: [], total: 0, locator: null };
  throw error;
}
