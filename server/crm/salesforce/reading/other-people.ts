import { z } from 'zod';
import { isActivity, type CrmRecord } from '../../records.ts';
import type { SalesforceClient } from '../client.ts';
import { LIMITS } from '../objects.ts';
import type { ObjectType, OtherPeople } from '../objects/object-type.ts';
import type { Taken } from '../take-over.ts';
import { personIds } from '../values.ts';
import { isAbsent } from './known-shape.ts';
import { queryWhole } from './query.ts';
import { isIn, toSoql } from './soql.ts';

/** Completes the people of what several take part in: a call for 200 such records, none where there are none. */
export async function withOtherPeople<T extends Taken>(
  client: SalesforceClient,
  { others }: Pick<ObjectType, 'others'>,
  taken: T,
): Promise<T> {
  if (others === null || taken.crowded.length === 0) return taken;
  const people = await peopleOf(client, others, taken.crowded);
  return { ...taken, records: taken.records.map((record) => complete(record, people)) };
}

async function peopleOf(
  client: SalesforceClient,
  { object, of }: OtherPeople,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows: unknown[] = [];
  for (let first = 0; first < ids.length; first += LIMITS.byId) {
    const conditions = [isIn(of, ids.slice(first, first + LIMITS.byId))];
    const soql = toSoql({ object, fields: ['Id', of, 'RelationId'], conditions });
    rows.push(...(await queryWhole(client, soql).catch(orNone)));
  }
  const Row = z.object({ [of]: z.string(), RelationId: z.string() });
  const people = new Map<string, readonly string[]>();
  for (const row of rows) {
    const { [of]: id, RelationId } = Row.safeParse(row).data ?? {};
    if (id === undefined || RelationId === undefined) continue;
    people.set(id, [...(people.get(id) ?? []), ...personIds([RelationId])]);
  }
  return people;
}

/** An org that does not share activities has no such object. */
function orNone(error: unknown): readonly unknown[] {
  if (isAbsent(error)) return [];
  throw error;
}

function complete(record: CrmRecord, people: ReadonlyMap<string, readonly string[]>): CrmRecord {
  const more = isActivity(record) ? people.get(record.id) : undefined;
  if (!isActivity(record) || more === undefined) return record;
  return { ...record, contactIds: [...new Set([...record.contactIds, ...more])] };
}
