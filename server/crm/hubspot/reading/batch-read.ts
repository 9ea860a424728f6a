import { z } from 'zod';
import type { HubSpotClient } from '../client.ts';
import { LIMITS, OBJECT_TYPES } from '../objects.ts';
import type { ObjectKind, ObjectType } from '../objects.ts';
import { toWords } from '../values.ts';
import { objectsPath, parseAnswer, sortOut } from './object-answer.ts';
import type { RawPage } from './object-answer.ts';
import { receipt } from './raw-record.ts';

/** HubSpot's objects by id: a hundred at a time, fifty with their history. */

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

export interface BatchAnswer extends RawPage {
  readonly missing: readonly string[];
  /** Of the missing, those for whom HubSpot gave the record that they were merged into. */
  readonly merged: readonly string[];
  /** Neither given nor said to be gone: worth another attempt. */
  readonly failed: readonly string[];
}

export async function batchReadObjects(
  client: HubSpotClient,
  type: ObjectType,
  ids: readonly string[],
): Promise<BatchAnswer> {
  const size = type.history.length > 0 ? LIMITS.withHistory : LIMITS.batchRead;
  const answers: BatchAnswer[] = [];
  for (let start = 0; start < ids.length; start += size) {
    answers.push(await batchRead(client, type, ids.slice(start, start + size)));
  }
  return {
    raws: answers.flatMap((answer) => answer.raws),
    receipts: answers.flatMap((answer) => answer.receipts),
    missing: answers.flatMap((answer) => answer.missing),
    merged: answers.flatMap((answer) => answer.merged),
    failed: answers.flatMap((answer) => answer.failed),
  };
}

async function batchRead(
  client: HubSpotClient,
  type: ObjectType,
  ids: readonly string[],
): Promise<BatchAnswer> {
  const { kind, properties, history } = type;
  const batch = await askBatch(client, type, { ids, properties, history });
  const found = sortOut(kind, batch.results);
  const seen = new Set([...found.raws, ...found.receipts].map((each) => each.id));
  const absent = ids.filter((id) => !seen.has(id));
  const failed = absent.filter((id) => failedOtherwise(batch, id));
  const missing = absent.filter((id) => !failed.includes(id));
  return {
    raws: found.raws,
    receipts: [
      ...found.receipts,
      ...failed.map((id) => receipt(kind, id, 'could not be given by HubSpot this time')),
    ],
    missing,
    merged: hasStranger(found.raws, ids) ? missing.filter((id) => !isNamed(batch, id)) : [],
    failed,
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
  return parseAnswer(Batch, answer, `POST ${path}`);
}

/** The id of a record that was merged away is answered with the record that won, without an error. */
function hasStranger(raws: RawPage['raws'], ids: readonly string[]): boolean {
  const asked = new Set(ids);
  return raws.some((raw) => !asked.has(raw.id));
}

/** Only "not found" may count as deleted; any other failure must not erase what we hold. */
function failedOtherwise(batch: z.infer<typeof Batch>, id: string): boolean {
  return (batch.errors ?? []).some((error) => {
    const named = namedIn(error);
    return error.category !== 'OBJECT_NOT_FOUND' && (named.length === 0 || named.includes(id));
  });
}

function isNamed(batch: z.infer<typeof Batch>, id: string): boolean {
  return (batch.errors ?? []).some((error) => namedIn(error).includes(id));
}

function namedIn({ context }: NonNullable<z.infer<typeof Batch>['errors']>[number]): string[] {
  return Object.values(context ?? {})
    .flat()
    .map(String);
}
