import { z } from 'zod';
import type { SalesforceClient } from '../client.ts';
import { unexpectedAnswer } from '../errors.ts';
import { stampsOf, type ObjectType } from '../objects.ts';

/** Which fields of an org's objects can be read, as far as known. */
export interface FieldBook {
  /** Fields to ask for. */
  fieldsOf(type: ObjectType): readonly string[];
  /** After a refusal. False: nothing more can be left out. */
  askForLess(client: SalesforceClient, type: ObjectType): Promise<boolean>;
}

const Described = z.object({
  fields: z.array(z.object({ name: z.string(), relationshipName: z.string().nullish() })),
});

interface Known {
  readonly names: ReadonlySet<string>;
  readonly followsReferences: boolean;
}

/**
 * Everything is asked for until an org refuses a field; then describe tells which ones there are, once. Belongs to one org,
 * and is forgotten with the process, so that a field that is granted later comes back.
 */
export function createFieldBook(): FieldBook {
  const known = new Map<string, Known>();
  return {
    fieldsOf({ object, fields, optional }) {
      const book = known.get(object);
      const own = book === undefined ? optional : optional.filter((path) => isThere(book, path));
      return [...fields, ...own, ...stampsOf(object)];
    },
    async askForLess(client, { object }) {
      const before = known.get(object);
      if (before?.followsReferences === false) return false;
      const names = before?.names ?? (await describedNames(client, object));
      known.set(object, { names, followsReferences: before === undefined });
      return true;
    },
  };
}

async function describedNames(
  client: SalesforceClient,
  object: string,
): Promise<ReadonlySet<string>> {
  const path = `/sobjects/${object}/describe`;
  const answer = Described.safeParse(await client.call({ method: 'GET', path }));
  if (!answer.success) throw unexpectedAnswer(`GET ${path}`, 'describes no fields');
  const names = answer.data.fields.flatMap((field) => [field.name, field.relationshipName ?? []]);
  return new Set(names.flat());
}

/** Of a path over a reference describe tells the reference itself; what it leads to has a describe of its own. */
function isThere({ names, followsReferences }: Known, path: string): boolean {
  const [first = path, ...rest] = path.split('.');
  return names.has(first) && (rest.length === 0 || followsReferences);
}
