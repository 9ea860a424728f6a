import { z } from 'zod';
import type { HubSpotClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { API_VERSIONS, LIMITS } from '../objects.ts';
import type { ObjectName } from '../objects.ts';

export interface AssociationQuestion {
  readonly from: ObjectName;
  readonly to: ObjectName;
  readonly ids: readonly string[];
}

interface Input {
  readonly id: string;
  readonly after?: string;
}

const id = z.union([z.string(), z.number()]).transform(String);

const Answer = z.object({
  results: z.array(
    z.object({
      from: z.object({ id }),
      to: z.array(z.object({ toObjectId: id })),
      paging: z.object({ next: z.object({ after: id }).nullish() }).nullish(),
    }),
  ),
  errors: z
    .array(
      z.object({
        category: z.string().nullish(),
        subCategory: z.string().nullish(),
        context: z.object({ fromObjectId: z.array(id).nullish() }).nullish(),
      }),
    )
    .nullish(),
});
type Answer = z.infer<typeof Answer>;

/**
 * All associated ids of every asked record, each once, in HubSpot's order. A record whose associations could not be told
 * is absent: an empty answer would look as if it had none.
 */
export async function readAssociations(
  client: HubSpotClient,
  question: AssociationQuestion,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Set<string>>(question.ids.map((each) => [each, new Set()]));
  let open: readonly Input[] = question.ids.map((each) => ({ id: each }));
  while (open.length > 0) {
    const batch = open.slice(0, LIMITS.associations);
    const answer = await ask(client, question, batch);
    for (const result of answer.results) {
      const known = found.get(result.from.id);
      for (const target of result.to) known?.add(target.toObjectId);
    }
    for (const each of untold(answer, batch)) found.delete(each);
    open = [...open.slice(batch.length), ...nextInputs(answer, batch)];
  }
  return new Map([...found].map(([each, targets]) => [each, [...targets]]));
}

/**
 * 207 carries an error for each record without associations, and for one that was deleted meanwhile: those are answers.
 * Any other error hides associations; one that names no record casts doubt on every record that got no result.
 */
function untold(answer: Answer, asked: readonly Input[]): readonly string[] {
  const failures = (answer.errors ?? []).filter((error) => !isAnswer(error));
  if (failures.length === 0) return [];
  const named = failures.flatMap(({ context }) => context?.fromObjectId ?? []);
  const isNamed = failures.every(({ context }) => (context?.fromObjectId ?? []).length > 0);
  if (isNamed) return named;
  const told = new Set(answer.results.map(({ from }) => from.id));
  return asked.map((input) => input.id).filter((each) => !told.has(each));
}

function isAnswer({
  category,
  subCategory,
}: NonNullable<NonNullable<Answer['errors']>[number]>): boolean {
  return category === 'OBJECT_NOT_FOUND' || subCategory?.endsWith('NO_ASSOCIATIONS_FOUND') === true;
}

async function ask(
  client: HubSpotClient,
  { from, to }: AssociationQuestion,
  inputs: readonly Input[],
): Promise<Answer> {
  const path = `/crm/associations/${API_VERSIONS.associations}/${from}/${to}/batch/read`;
  const answer = await client.call({
    policy: 'ten_secondly',
    method: 'POST',
    path,
    body: { inputs },
  });
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) throw unexpectedAnswer(`POST ${path}`, 'has a form we do not know');
  return parsed.data;
}

/** A server that ignores `after` would send us in circles (api-python#187), so a page must move on. */
function nextInputs(answer: Answer, asked: readonly Input[]): Input[] {
  const before = new Map(asked.map((input) => [input.id, input.after]));
  return answer.results.flatMap(({ from, paging }) => {
    const after = paging?.next?.after;
    if (after === undefined) return [];
    if (before.get(from.id) === after) {
      throw unexpectedAnswer('an association page', 'repeats the page before');
    }
    return [{ id: from.id, after }];
  });
}
