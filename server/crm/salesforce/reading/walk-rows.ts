import { z } from 'zod';
import type { Window } from '../../port.ts';
import type { SalesforceClient } from '../client.ts';
import { isRefusedFor, unexpectedAnswer } from '../errors.ts';
import type { ObjectType } from '../objects/object-type.ts';
import { toInstant } from '../values.ts';
import type { RowsPlace } from './cursor.ts';
import { query, queryMore } from './query.ts';
import type { QueryPage } from './query.ts';
import { after, BY_CHANGE, since, toSoql, until } from './soql.ts';
import type { RowPlace } from './soql.ts';

/** The rows of an object in the order of their change, a page at a time. */
export interface RowsWalk {
  readonly type: Pick<ObjectType, 'object' | 'fields' | 'where' | 'living' | 'children'>;
  readonly window: Window;
  readonly place: RowsPlace;
}

export interface RowsPage {
  readonly rows: readonly unknown[];
  readonly total: number;
  /** Null: the window ends here. */
  readonly next: RowsPlace | null;
}

export async function walkRows(client: SalesforceClient, walk: RowsWalk): Promise<RowsPage> {
  const { place } = walk;
  const page = await askPage(client, walk);
  const marks = page.rows.map(markOf).filter((mark) => mark !== null);
  if (goesBack(place.after, marks))
    throw unexpectedAnswer('a query', 'repeats rows that were given already');
  const last = marks.at(-1) ?? place.after;
  const next = page.locator === null ? null : { ...place, after: last, locator: page.locator };
  return { rows: page.rows, total: page.total, next };
}

/** A locator is forgotten after two days, or sooner; then the last row says where to go on. */
async function askPage(client: SalesforceClient, walk: RowsWalk): Promise<QueryPage> {
  const { locator } = walk.place;
  if (locator === null) return query(client, toSoql(toQuestion(walk)));
  try {
    return await queryMore(client, locator);
  } catch (error) {
    if (!isRefusedFor(error, 'INVALID_QUERY_LOCATOR')) throw error;
    return query(client, toSoql(toQuestion(walk)));
  }
}

function toQuestion({ type, window, place }: RowsWalk) {
  return { ...type, conditions: conditionsOf(type, window, place.after), orderBy: BY_CHANGE };
}

/** The first load leaves out what was deleted before it. */
export function conditionsOf(
  { living, where }: Pick<ObjectType, 'living' | 'where'>,
  { from, to }: Window,
  last: RowPlace | null,
): (string | null)[] {
  const beginning = last === null ? since(from) : after(last);
  return [beginning, until(to), ...(from === null ? living : []), where];
}

const Mark = z.object({ Id: z.string(), SystemModstamp: z.string() });

function markOf(row: unknown): RowPlace | null {
  const mark = Mark.safeParse(row).data;
  const at = toInstant(mark?.SystemModstamp);
  return mark === undefined || at === null ? null : { at, id: mark.Id };
}

/** Ids of one moment are not compared: only Salesforce knows how it sorts them. */
function goesBack(last: RowPlace | null, marks: readonly RowPlace[]): boolean {
  if (last === null) return false;
  return marks.some(({ at, id }) => at < last.at || (at === last.at && id === last.id));
}
