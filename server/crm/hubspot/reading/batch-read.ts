import { z } from 'zod';
import type { HubSpotClient } from '../client.ts';
import { LIMITS } from '../objects.ts';
import type { ObjectType } from '../objects.ts';
import { objectsPath, parseAnswer, sortOut } from './object-answer.ts';
import type { RawPage } from './object-answer.ts';
import { receipt } from './raw-record.ts';

/** Batches do not wait for one another; a thousand deals are twenty of them. */
const AT_ONCE = 4;

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

/** HubSpot's objects by id: a hundred at a time, fifty with their history. */
export async function batchReadObjects(
  client: HubSpotClient,
  type: ObjectType,
  ids: readonly string[],
): Promise<BatchAnswer> {
  const size = type.history.length > 0 ? LIMITS.withHistory : LIMITS.batchRead;
  const batches = Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
  const answers: BatchAnswer[] = [];
  for (let start = 0; start < batches.length; start += AT_ONCE) {
    const some = batches.slice(start, start + AT_ONCE);
    answers.push(...(await Promise.all(some.map((each) => batchRead(client, type, each)))));
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
  const { kind } = type;
  const batch = await askBatch(client, type, ids);
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

async function askBatch(
  client: HubSpotClient,
  type: ObjectType,
  ids: readonly string[],
): Promise<z.infer<typeof Batch>> {
  const path = `${objectsPath(type)}/batch/read`;
  const inputs = ids.map((id) => ({ id }));
  const body = { inputs, properties: type.properties, propertiesWithHistory: type.history };
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
