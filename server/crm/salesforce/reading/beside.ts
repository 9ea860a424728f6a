import { z } from 'zod';
import { AppError } from '../../../../shared/errors.ts';
import type { Window } from '../../port.ts';
import type { SalesforceClient } from '../client.ts';
import { LIMITS } from '../objects.ts';
import type { ObjectType } from '../objects/object-type.ts';
import type { RowsPlace } from './cursor.ts';
import { readRows } from './read-rows.ts';
import { walkRows } from './walk-rows.ts';
import type { RowsPage } from './walk-rows.ts';

/** Records whose own row did not change, but something that belongs to them did, such as a contact's consent. */
export async function readBeside(
  client: SalesforceClient,
  {
    type,
    window,
    place,
  }: { readonly type: ObjectType; readonly window: Window; readonly place: RowsPlace },
): Promise<{ readonly rows: readonly unknown[]; readonly next: RowsPlace | null }> {
  const beside = type.also[place.step - 1];
  if (beside === undefined) return { rows: [], next: null };
  const fields = [...new Set(['Id', 'SystemModstamp', beside.from])];
  const asked = { object: beside.object, fields, where: null, living: [], children: [] };
  const page = await walkRows(client, { type: asked, window, place }).catch(orNone);
  const column = z.object({ [beside.from]: z.string() });
  const ids = page.rows.flatMap((row) => column.safeParse(row).data?.[beside.from] ?? []);
  const distinct = [...new Set(ids)];
  const rows: unknown[] = [];
  for (let first = 0; first < distinct.length; first += LIMITS.byId) {
    const some = distinct.slice(first, first + LIMITS.byId);
    rows.push(...(await readRows(client, type, { field: beside.to, ids: some })));
  }
  return { rows, next: page.next };
}

/** What the org does not show us beside a record is no reason to do without the record. */
function orNone(error: unknown): RowsPage {
  if (error instanceof AppError && error.code === 'crm_forbidden')
    return { rows: [], total: 0, next: null };
  throw error;
}
