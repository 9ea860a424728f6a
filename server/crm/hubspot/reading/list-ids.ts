import { z } from 'zod';
import type { GonePage, GoneRecord, IdPage } from '../../port.ts';
import type { RecordKind } from '../../records.ts';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { isObjectKind, LIMITS, MERGED_IDS, OBJECT_TYPES } from '../objects.ts';
import type { ObjectType } from '../objects.ts';
import { splitMergedIds, toInstant } from '../values.ts';
import { objectsPath, parseAnswer } from './object-answer.ts';

/**
 * Ids without the records: `GET …/{type}` with one property (research/hubspot.md §4.2). With `archived=true` HubSpot
 * tells what lies in its recycle bin, for 90 days; in which order is not documented, so nobody may stop early.
 */

const id = z.union([z.string().min(1), z.number()]).transform(String);
const moment = z.union([z.string(), z.number()]).nullish();
const Page = z.object({
  results: z.array(
    z.object({
      id,
      archivedAt: moment,
      updatedAt: moment,
      properties: z.looseObject({ [MERGED_IDS]: z.string().nullish() }).nullish(),
    }),
  ),
  paging: z.object({ next: z.object({ after: id }).nullish() }).nullish(),
});

export async function readGone(
  client: HubSpotClient,
  kind: RecordKind,
  from: string | null,
): Promise<GonePage> {
  if (!isObjectKind(kind)) return { gone: [], next: null };
  const page = await listIds(client, OBJECT_TYPES[kind], { from, archived: true });
  return { gone: page.results.flatMap(toGone), next: nextOf(page) };
}

export async function readIds(
  client: HubSpotClient,
  kind: RecordKind,
  from: string | null,
): Promise<IdPage> {
  if (!isObjectKind(kind)) return { ids: [], next: null };
  const page = await listIds(client, OBJECT_TYPES[kind], { from, archived: false });
  return { ids: page.results.map((each) => each.id), next: nextOf(page) };
}

async function listIds(
  client: HubSpotClient,
  type: ObjectType,
  { from, archived }: { readonly from: string | null; readonly archived: boolean },
): Promise<z.infer<typeof Page>> {
  const path = objectsPath(type);
  const query = {
    limit: String(LIMITS.list),
    properties: archived ? MERGED_IDS : 'hs_object_id',
    archived: String(archived),
    ...(from === null ? {} : { after: from }),
  };
  const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path, query });
  const page = parseAnswer(Page, answer, `GET ${path}`);
  // A server that ignores `after` would send us in circles.
  if (from !== null && nextOf(page) === from)
    throw unexpectedAnswer(`GET ${path}`, 'repeats its page');
  return page;
}

function nextOf({ paging }: z.infer<typeof Page>): string | null {
  return paging?.next?.after ?? null;
}

const LATEST = '9999-12-31T00:00:00.000Z';

/**
 * A deleted record, and those it had swallowed before. One that was deleted we do not know when counts as deleted just
 * now, which is the careful answer.
 */
function toGone(result: z.infer<typeof Page>['results'][number]): readonly GoneRecord[] {
  const goneAt = toInstant(result.archivedAt) ?? toInstant(result.updatedAt);
  const ids = [result.id, ...splitMergedIds(result.properties?.[MERGED_IDS])];
  return ids.map((each) => ({ id: each, goneAt: goneAt ?? LATEST }));
}
