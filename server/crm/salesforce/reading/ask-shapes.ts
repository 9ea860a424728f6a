import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { OBJECT_TYPES } from '../objects.ts';
import { askTogether } from './composite.ts';
import type { Shape, Shapes } from './org-memory.ts';

const OBJECTS = [...new Set(Object.values(OBJECT_TYPES).map(({ object }) => object))];

/** All describes at once. Salesforce leaves out of them what our user may not read. */
export async function askShapes(client: SalesforceClient): Promise<Shapes> {
  const answers = await askTogether(
    client,
    OBJECTS.map((object) => `/sobjects/${object}/describe`),
  );
  return new Map(OBJECTS.map((object, index) => [object, shapeOf(answers[index])]));
}

const name = z.string().nullish();
const Described = z.object({
  fields: z.array(z.object({ name: z.string(), relationshipName: name })),
  childRelationships: z.array(z.object({ relationshipName: name })).nullish(),
});

function shapeOf(answer: unknown): Shape {
  const described = Described.safeParse(answer).data;
  if (described === undefined) return null;
  const { fields, childRelationships } = described;
  return {
    fields: new Set(fields.map((field) => field.name).filter((each) => OURS.has(each))),
    relationships: new Set(
      [...fields, ...(childRelationships ?? [])]
        .flatMap((each) => each.relationshipName ?? [])
        .filter((each) => OURS.has(each)),
    ),
  };
}

/** What every row must say for itself. */
export const ALWAYS = ['Id', 'SystemModstamp', 'IsDeleted'];

/** The names that we might ask for; of the hundreds of others nothing is kept. */
const OURS: ReadonlySet<string> = new Set([
  ...ALWAYS,
  ...Object.values(OBJECT_TYPES).flatMap(({ fields, children, also }) => [
    ...fields.flatMap((field) => field.split('.')),
    ...children.map(({ relationship }) => relationship),
    ...also.map(({ to }) => to),
  ]),
]);
