import { z } from 'zod';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { LIMITS } from '../objects.ts';
import type { ObjectType } from '../objects.ts';
import { objectsPath, parseAnswer, sortOut } from './object-answer.ts';
import type { RawPage } from './object-answer.ts';
import type { RawRecord } from './raw-record.ts';
import type { SearchQuestion } from './search-step.ts';

/** HubSpot's objects by list, which has no cap, and by search, which knows what changed. */

export interface ListPage extends RawPage {
  readonly after: string | null;
}

const after = z.union([z.string(), z.number()]).transform(String);
const Page = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after }).nullish() }).nullish(),
});
const SearchResults = Page.extend({ total: z.number() });

export async function listObjects(
  client: HubSpotClient,
  type: ObjectType,
  from: string | null,
): Promise<ListPage> {
  const path = objectsPath(type);
  const query = listQuery(type, from);
  const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path, query });
  const page = parseAnswer(Page, answer, `GET ${path}`);
  const next = page.paging?.next?.after ?? null;
  // A server that ignores `after` would send us in circles.
  if (next !== null && next === from) throw unexpectedAnswer(`GET ${path}`, 'repeats its page');
  const sorted = sortOut(type.kind, page.results);
  return { ...sorted, raws: sorted.raws.map((raw) => withNoneWhereAbsent(raw, type)), after: next };
}

function listQuery(type: ObjectType, from: string | null): Record<string, string> {
  const cap = type.history.length > 0 ? LIMITS.withHistory : LIMITS.list;
  const lists = {
    properties: type.properties,
    propertiesWithHistory: type.history,
    associations: type.associated,
    after: from === null ? [] : [from],
  };
  const given = Object.entries(lists).filter(([, values]) => values.length > 0);
  return {
    limit: String(Math.min(cap, type.pageLimit)),
    ...Object.fromEntries(given.map(([name, values]) => [name, values.join(',')])),
  };
}

export interface SearchAnswer extends RawPage {
  readonly hasNext: boolean;
  /** How many records fit the question, on all pages together. */
  readonly total: number;
}

export async function searchObjects(
  client: HubSpotClient,
  type: ObjectType,
  question: SearchQuestion,
): Promise<SearchAnswer> {
  const path = `${objectsPath(type)}/search`;
  const answer = await client.call({
    policy: 'search_secondly',
    method: 'POST',
    path,
    body: {
      filterGroups: [{ filters: question.filters }],
      sorts: [
        {
          propertyName: question.sort,
          direction: question.descending === true ? 'DESCENDING' : 'ASCENDING',
        },
      ],
      properties: [...type.properties, type.changedProperty],
      limit: question.limit,
    },
  });
  const page = parseAnswer(SearchResults, answer, `POST ${path}`);
  const hasNext = Boolean(page.paging?.next);
  return { ...sortOut(type.kind, page.results), hasNext, total: page.total };
}

/**
 * A list page tells associations inline. A type that is absent has none; one with a next page stays open and is read
 * by `withAssociations`.
 */
function withNoneWhereAbsent(raw: RawRecord, type: ObjectType): RawRecord {
  const told = new Set([...raw.associations.keys(), ...raw.cutAssociations]);
  const none = type.associated.filter((name) => !told.has(name));
  const associations = new Map([...raw.associations, ...none.map((name) => [name, []] as const)]);
  return { ...raw, associations };
}
