import { z } from 'zod';
import type { Cursor, GonePage, IdPage } from '../../port.ts';
import { unexpectedAnswer } from '../errors.ts';
import { OBJECT_TYPES, type ObjectKind, type ObjectType } from '../objects.ts';
import { requiredMoment } from '../values.ts';
import { isLocatorGone, moreRows, queryRows, type Asking } from './ask-rows.ts';
import { readPlace, writePlace, type Place } from './cursor.ts';
import { readCount, type RowPage } from './rows.ts';
import { quoted } from './soql.ts';

const DAY_MS = 86_400_000;
/** Salesforce remembers deletions for fifteen days; one less, so that no clock's difference makes it refuse. */
const REMEMBERED_DAYS = 14;
/** It takes no end in the future, as its own clock sees it. */
const CLOCK_MS = 60_000;

/** Ids of all living rows of a kind: what is ours and not among them is gone, however it went. */
export async function readIds(
  { client }: Asking,
  kind: ObjectKind,
  cursor: Cursor | null,
): Promise<IdPage> {
  const place = readPlace(cursor);
  const type = typeAt(kind, place);
  const page = await idsAt({ client }, type, place);
  const last = page.rows.at(-1)?.Id;
  const after = last === undefined ? place.after : { stamp: EVER, id: last };
  return {
    ids: page.rows.map(({ Id }) => Id),
    next: writePlace(nextOf(kind, { ...place, after, locator: page.locator })),
  };
}

/** A walk by id alone has no moments; a cursor has a place for one. */
const EVER = '1970-01-01T00:00:00.000Z';

async function idsAt(
  { client }: Pick<Asking, 'client'>,
  { object, where }: ObjectType,
  { after, locator }: Place,
): Promise<RowPage> {
  if (locator !== null) {
    try {
      return await moreRows(client, locator);
    } catch (error) {
      if (!isLocatorGone(error)) throw error;
    }
  }
  const conditions = [
    ...(where === undefined ? [] : [where]),
    ...(after === null ? [] : [`Id > ${quoted(after.id)}`]),
    ...(object === 'User' ? [] : ['IsDeleted = false']),
  ];
  const filter = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return queryRows(client, `SELECT Id FROM ${object}${filter} ORDER BY Id`);
}

const Deleted = z.object({
  deletedRecords: z.array(z.object({ id: z.string().min(1), deletedDate: requiredMoment })),
});

/** What was deleted of late, past the bin, too: one call for each object. */
export async function readGone(
  { client }: Asking,
  { kind, now }: { readonly kind: ObjectKind; readonly now: Date },
  cursor: Cursor | null,
): Promise<GonePage> {
  const place = readPlace(cursor);
  const path = `/sobjects/${typeAt(kind, place).object}/deleted`;
  const endMs = now.getTime() - CLOCK_MS;
  const [start, end] = [endMs - REMEMBERED_DAYS * DAY_MS, endMs].map((ms) =>
    new Date(ms).toISOString().replace('Z', '+00:00'),
  );
  const query = { start: start ?? '', end: end ?? '' };
  const answer = Deleted.safeParse(await client.call({ method: 'GET', path, query }));
  if (!answer.success) throw unexpectedAnswer(`GET ${path}`, 'lists no deletions');
  const gone = answer.data.deletedRecords.map(({ id, deletedDate }) => ({
    id,
    goneAt: deletedDate,
  }));
  return { gone, next: writePlace(nextOf(kind, { ...place, after: null, locator: null })) };
}

/** Of all objects of a kind. */
export async function countRecords({ client }: Asking, kind: ObjectKind): Promise<number> {
  let count = 0;
  for (const { object, where } of OBJECT_TYPES[kind]) {
    const filter = where === undefined ? '' : ` WHERE ${where}`;
    const query = { q: `SELECT COUNT() FROM ${object}${filter}` };
    count += readCount(await client.call({ method: 'GET', path: '/query', query }), 'GET /query');
  }
  return count;
}

function typeAt(kind: ObjectKind, place: Place): ObjectType {
  const type = OBJECT_TYPES[kind][place.object];
  if (type === undefined) throw unexpectedAnswer('a cursor', 'names an object too many', 'abort');
  return type;
}

function nextOf(kind: ObjectKind, place: Place): Place | null {
  if (place.locator !== null) return place;
  const object = place.object + 1;
  return object < OBJECT_TYPES[kind].length ? { object, after: null, locator: null } : null;
}
