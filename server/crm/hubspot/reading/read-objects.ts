import { z } from 'zod';
import type { Receipt } from '../../records.ts';
import { readAssociations } from './associations.ts';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS, LIMITS, OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind, ObjectName, ObjectType } from '../objects.ts';
import { isReceipt, parseRecord, receipt } from './raw-record.ts';
import type { RawRecord } from './raw-record.ts';
import type { SearchQuestion } from './search-step.ts';
import { toWords } from '../values.ts';

/** The three ways to HubSpot's objects: list, search, batch read; and what belongs to each object. */

export interface RawPage {
  readonly raws: readonly RawRecord[];
  readonly receipts: readonly Receipt[];
}

export interface ListPage extends RawPage {
  readonly after: string | null;
}

const after = z.union([z.string(), z.number()]).transform(String);
const Page = z.object({
  results: z.array(z.unknown()),
  paging: z.object({ next: z.object({ after }).nullish() }).nullish(),
});
const SearchResults = Page.extend({ total: z.number() });
const Batch = z.object({
  results: z.array(z.unknown()),
  errors: z
    .array(
      z.object({
        category: z.string().nullish(),
        context: z.record(z.string(), z.array(z.unknown())).nullish(),
      }),
    )
    .nullish(),
});

export async function listObjects(
  client: HubSpotClient,
  kind: ObjectKind,
  from: string | null,
): Promise<ListPage> {
  const type = OBJECT_TYPES[kind];
  const path = objectsPath(type);
  const query = listQuery(type, from);
  const answer = await client.call({ policy: 'ten_secondly', method: 'GET', path, query });
  const page = parse(Page, answer, `GET ${path}`);
  const next = page.paging?.next?.after ?? null;
  // A server that ignores `after` would send us in circles.
  if (next !== null && next === from) throw unexpectedAnswer(`GET ${path}`, 'repeats its page');
  const sorted = sortOut(kind, page.results);
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
  kind: ObjectKind,
  question: SearchQuestion,
): Promise<SearchAnswer> {
  const type = OBJECT_TYPES[kind];
  const path = `${objectsPath(type)}/search`;
  const answer = await client.call({
    policy: 'search_secondly',
    method: 'POST',
    path,
    body: {
      filterGroups: [{ filters: question.filters }],
      sorts: [{ propertyName: question.sort, direction: 'ASCENDING' }],
      properties: [...type.properties, type.changedProperty],
      limit: question.limit,
    },
  });
  const page = parse(SearchResults, answer, `POST ${path}`);
  const hasNext = Boolean(page.paging?.next);
  return { ...sortOut(kind, page.results), hasNext, total: page.total };
}

export interface BatchAnswer extends RawPage {
  readonly missing: readonly string[];
}

export async function batchReadObjects(
  client: HubSpotClient,
  kind: ObjectKind,
  ids: readonly string[],
): Promise<BatchAnswer> {
  const type = OBJECT_TYPES[kind];
  const size = type.history.length > 0 ? LIMITS.withHistory : LIMITS.batchRead;
  const answers: BatchAnswer[] = [];
  for (let start = 0; start < ids.length; start += size) {
    answers.push(await batchRead(client, kind, ids.slice(start, start + size)));
  }
  return {
    raws: answers.flatMap((answer) => answer.raws),
    receipts: answers.flatMap((answer) => answer.receipts),
    missing: answers.flatMap((answer) => answer.missing),
  };
}

async function batchRead(
  client: HubSpotClient,
  kind: ObjectKind,
  ids: readonly string[],
): Promise<BatchAnswer> {
  const { properties, history } = OBJECT_TYPES[kind];
  const batch = await askBatch(client, OBJECT_TYPES[kind], { ids, properties, history });
  const found = sortOut(kind, batch.results);
  const seen = new Set([...found.raws, ...found.receipts].map((each) => each.id));
  const absent = ids.filter((id) => !seen.has(id));
  const failed = absent.filter((id) => failedOtherwise(batch, id));
  return {
    raws: found.raws,
    receipts: [
      ...found.receipts,
      ...failed.map((id) => receipt(kind, id, 'could not be given by HubSpot this time')),
    ],
    missing: absent.filter((id) => !failed.includes(id)),
  };
}

/** Who owns which record, without reading anything else of it. Records that are gone are absent. */
export async function readOwnerIds(
  client: HubSpotClient,
  kind: ObjectKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (let start = 0; start < ids.length; start += LIMITS.batchRead) {
    const answer = await askBatch(client, OBJECT_TYPES[kind], {
      ids: ids.slice(start, start + LIMITS.batchRead),
      properties: ['hubspot_owner_id'],
      history: [],
    });
    for (const raw of sortOut(kind, answer.results).raws) {
      const owner = toWords(raw.properties['hubspot_owner_id']);
      if (owner !== null) owners.set(raw.id, owner);
    }
  }
  return owners;
}

interface BatchQuestion {
  readonly ids: readonly string[];
  readonly properties: readonly string[];
  readonly history: readonly string[];
}

async function askBatch(
  client: HubSpotClient,
  type: ObjectType,
  { ids, properties, history }: BatchQuestion,
): Promise<z.infer<typeof Batch>> {
  const path = `${objectsPath(type)}/batch/read`;
  const inputs = ids.map((id) => ({ id }));
  const body = { inputs, properties, propertiesWithHistory: history };
  const answer = await client.call({ policy: 'ten_secondly', method: 'POST', path, body });
  return parse(Batch, answer, `POST ${path}`);
}

/** Only "not found" may count as deleted; any other failure must not erase what we hold. */
function failedOtherwise(batch: z.infer<typeof Batch>, id: string): boolean {
  return (batch.errors ?? []).some((error) => {
    const named = Object.values(error.context ?? {})
      .flat()
      .map(String);
    return error.category !== 'OBJECT_NOT_FOUND' && (named.length === 0 || named.includes(id));
  });
}

/** Adds the associations that a page did not tell, one call for each related type. */
export async function withAssociations(
  client: HubSpotClient,
  kind: ObjectKind,
  raws: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
  let known = raws;
  for (const to of OBJECT_TYPES[kind].associated) {
    const ids = known.filter((raw) => !raw.associations.has(to)).map((raw) => raw.id);
    if (ids.length === 0) continue;
    const found = await readAssociations(client, { from: OBJECT_TYPES[kind].name, to, ids });
    known = known.map((raw) => withTargets(raw, to, found.get(raw.id)));
  }
  return known;
}

function withTargets(
  raw: RawRecord,
  to: ObjectName,
  targets: readonly string[] | undefined,
): RawRecord {
  if (targets === undefined) return raw;
  return { ...raw, associations: new Map([...raw.associations, [to, targets]]) };
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

function sortOut(kind: ObjectKind, results: readonly unknown[]): RawPage {
  const parsed = results.map((result) => parseRecord(kind, result));
  return {
    raws: parsed.filter((each): each is RawRecord => !isReceipt(each)),
    receipts: parsed.filter(isReceipt),
  };
}

function parse<T>(schema: z.ZodType<T>, answer: unknown, call: string): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw unexpectedAnswer(call, 'has a form we do not know');
  return parsed.data;
}

function objectsPath(type: ObjectType): string {
  return `/crm/objects/${API_VERSIONS.objects}/${type.name}`;
}
