import { z } from 'zod';
import type { Cursor, GonePage, IdPage } from '../../port.ts';
import type { RecordKind } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { objectAbsent } from '../errors.ts';
import { isObjectKind, livingRows, OBJECT_TYPES } from '../objects.ts';
import { parseCursor } from './cursor.ts';
import type { Org } from './org.ts';
import { query } from './query.ts';
import { quote, toSoql } from './soql.ts';

/** Hard deletions and emptied bins too, which no query shows. */
export async function readGone(
  org: Org,
  kind: RecordKind,
  cursor: Cursor | null,
): Promise<GonePage> {
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  if (cursor !== null) parseCursor(z.never(), cursor);
  return { gone: await org.gone(OBJECT_TYPES[kind]), next: null };
}

const After = z.strictObject({ afterId: z.string() });
const Row = z.object({ Id: z.string() });

export async function readIds(
  client: SalesforceClient,
  kind: RecordKind,
  cursor: Cursor | null,
): Promise<IdPage> {
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  const { object, where } = OBJECT_TYPES[kind];
  const last = cursor === null ? null : parseCursor(After, cursor).afterId;
  const onwards = last === null ? null : `Id > ${quote(last)}`;
  const page = await query(
    client,
    toSoql({
      object,
      fields: ['Id'],
      conditions: [livingRows(object), onwards, where],
      orderBy: 'Id',
    }),
  );
  const ids = page.rows.flatMap((row) => Row.safeParse(row).data?.Id ?? []);
  const afterId = ids.at(-1);
  const isEnd = page.locator === null || afterId === undefined || ids.includes(last ?? '');
  return { ids, next: isEnd ? null : JSON.stringify({ afterId }) };
}
