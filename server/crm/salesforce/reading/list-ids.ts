import { z } from 'zod';
import type { Cursor, GonePage, IdPage } from '../../port.ts';
import type { RecordKind } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { objectAbsent, unexpectedAnswer } from '../errors.ts';
import { isObjectKind, livingRows, OBJECT_TYPES } from '../objects.ts';
import { toInstant } from '../values.ts';
import { parseCursor } from './cursor.ts';
import { query } from './query.ts';
import { quote, toSoql } from './soql.ts';

const Deleted = z.object({
  deletedRecords: z.array(z.object({ id: z.string(), deletedDate: z.string() })),
});

/** Salesforce remembers deletions for 15 days (research/salesforce.md §1.2); an hour less, since clocks differ. */
const REMEMBERED_MS = 15 * 86_400_000 - 3_600_000;

/** Hard deletions and emptied bins too, which no query shows. One call. */
export async function readGone(
  { client, clock }: { readonly client: SalesforceClient; readonly clock: () => Date },
  kind: RecordKind,
  cursor: Cursor | null,
): Promise<GonePage> {
  if (!isObjectKind(kind)) throw objectAbsent(kind);
  if (cursor !== null) parseCursor(z.never(), cursor);
  const end = clock();
  const start = new Date(end.getTime() - REMEMBERED_MS);
  const answer = await client.call({
    method: 'GET',
    path: `/sobjects/${OBJECT_TYPES[kind].object}/deleted/`,
    query: { start: start.toISOString(), end: end.toISOString() },
  });
  const deleted = Deleted.safeParse(answer).data?.deletedRecords;
  if (deleted === undefined) throw unexpectedAnswer('a list of deletions', 'is none');
  const gone = deleted.map(({ id, deletedDate }) => ({
    id,
    goneAt: toInstant(deletedDate) ?? end.toISOString(),
  }));
  return { gone, next: null };
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
